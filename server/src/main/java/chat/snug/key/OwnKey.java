package chat.snug.key;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The key by which others know this computer again, and a certificate that it has made out to
 * itself (P-256 with ECDSA). Hosts show it to those who come in, and the app to the hosts that it
 * joins. The certificate carries no name and is renewed long before its end, always with the same
 * key. Immutable, any thread; what reads and writes the file blocks.
 */
public final class OwnKey {
    private static final String ALIAS = "own";
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final X500Name NAME = new X500Name("CN=Snug");
    private static final Duration VALID = Duration.ofDays(825);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(90);

    /** For clocks of other computers that are behind. */
    private static final Duration VALID_BEFORE = Duration.ofDays(2);

    /** What is read at most of a file that may be anything. */
    private static final int MAX_BYTES = 64 * 1024;

    private final KeyPair keys;
    private final X509Certificate certificate;
    private final boolean fresh;

    private OwnKey(KeyPair keys, X509Certificate certificate, boolean fresh) {
        this.keys = keys;
        this.certificate = certificate;
        this.fresh = fresh;
    }

    /** A new one, kept nowhere. */
    public static OwnKey make() {
        return make(Clock.systemUTC());
    }

    /**
     * The one in a file, which is written if there is none: PEM, the private key (RFC 5208) first,
     * and for its owner's eyes only.
     *
     * @throws BrokenKeyException if the file is there and holds something else; it is left as it is
     * @throws IOException if it cannot be read or written
     */
    public static OwnKey load(Path file) throws IOException {
        return load(file, Clock.systemUTC());
    }

    static OwnKey load(Path file, Clock clock) throws IOException {
        if (!Files.exists(file)) {
            OwnKey made = make(clock);
            PrivateFile.write(file, made.pem());
            return made;
        }
        PrivateFile.makePrivate(file);
        OwnKey read = read(file);
        Instant needed = clock.instant().plus(RENEWED_BEFORE);
        if (read.certificate.getNotAfter().toInstant().isAfter(needed)) {
            return read;
        }
        OwnKey renewed = new OwnKey(read.keys, sign(read.keys, clock), false);
        PrivateFile.write(file, renewed.pem());
        return renewed;
    }

    private static OwnKey make(Clock clock) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            return new OwnKey(keys, sign(keys, clock), true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    private static X509Certificate sign(KeyPair keys, Clock clock) {
        Instant now = clock.instant();
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        NAME,
                        new BigInteger(64, new SecureRandom()).add(BigInteger.ONE),
                        Date.from(now.minus(VALID_BEFORE)),
                        Date.from(now.plus(VALID)),
                        NAME,
                        keys.getPublic());
        try {
            JcaContentSignerBuilder signer = new JcaContentSignerBuilder(SIGNATURE);
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(signer.build(keys.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("every Java can sign with ECDSA", e);
        }
    }

    private static OwnKey read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new BrokenKeyException(file, null);
        }
        try (PEMParser parser = new PEMParser(new StringReader(Files.readString(file)))) {
            if (parser.readObject() instanceof PrivateKeyInfo key
                    && parser.readObject() instanceof X509CertificateHolder holder) {
                PrivateKey secret = new JcaPEMKeyConverter().getPrivateKey(key);
                X509Certificate certificate =
                        new JcaX509CertificateConverter().getCertificate(holder);
                KeyPair keys = new KeyPair(certificate.getPublicKey(), secret);
                if (belongTogether(keys)) {
                    return new OwnKey(keys, certificate, false);
                }
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new BrokenKeyException(file, e);
        }
        throw new BrokenKeyException(file, null);
    }

    private static boolean belongTogether(KeyPair keys) throws GeneralSecurityException {
        byte[] anything = new byte[32];
        Signature signer = Signature.getInstance(SIGNATURE);
        signer.initSign(keys.getPrivate());
        signer.update(anything);
        byte[] signed = signer.sign();
        signer.initVerify(keys.getPublic());
        signer.update(anything);
        return signer.verify(signed);
    }

    private String pem() throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(new JcaPKCS8Generator(keys.getPrivate(), null));
            writer.writeObject(certificate);
        }
        return text.toString();
    }

    /**
     * Whether it was made just now, so that nobody can know it yet. Where others have met this
     * computer before, they knew another one, and will be warned.
     */
    public boolean isNew() {
        return fresh;
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(keys.getPublic());
    }

    /** Prove this key on either side of a TLS connection, whatever names and issuers are asked. */
    public KeyManager[] keyManagers() {
        return new KeyManager[] {new Prover()};
    }

    /** Says which key, never more. */
    @Override
    public String toString() {
        return "OwnKey[" + fingerprint() + "]";
    }

    /** There is but one key to choose from. */
    private final class Prover extends X509ExtendedKeyManager {
        private static final String[] ALIASES = {ALIAS};

        private static boolean fits(String algorithm) {
            return algorithm.startsWith("EC");
        }

        private static boolean fitsOne(String[] algorithms) {
            for (String algorithm : algorithms) {
                if (fits(algorithm)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
            return fits(type) ? ALIASES.clone() : null;
        }

        @Override
        public @Nullable String chooseClientAlias(
                String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return fitsOne(types) ? ALIAS : null;
        }

        @Override
        public @Nullable String chooseEngineClientAlias(
                String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return fitsOne(types) ? ALIAS : null;
        }

        @Override
        public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
            return fits(type) ? ALIASES.clone() : null;
        }

        @Override
        public @Nullable String chooseServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return fits(type) ? ALIAS : null;
        }

        @Override
        public @Nullable String chooseEngineServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return fits(type) ? ALIAS : null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {certificate};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return keys.getPrivate();
        }
    }
}
