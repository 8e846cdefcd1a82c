package chat.snug.client;

import java.security.cert.CertificateException;

/** A host's certificate was refused, and why. */
final class Untrusted extends CertificateException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it; the first that applies. */
    enum Reason {
        /** Its time, or that of one who vouches for it, is over. */
        EXPIRED,
        /** Its time has not come; or this computer's clock is wrong. */
        NOT_YET_VALID,
        /** It is somebody else's. */
        WRONG_NAME,
        /** Nobody whom this computer trusts vouches for it. */
        UNKNOWN_ISSUER
    }

    private final Reason reason;

    Untrusted(Reason reason, CertificateException cause) {
        super(cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
