package chat.snug.client;

import java.security.cert.CertificateException;

/** A host has shown a key that is not the one it is known by. */
final class OtherKey extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final transient KeyMismatch keys;

    OtherKey(KeyMismatch keys) {
        super("another key: " + keys);
        this.keys = keys;
    }

    KeyMismatch keys() {
        return keys;
    }
}
