package chat.snug.client;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority that lives as long as a test, and what hosts show of it. */
final class Authority {
    private static final char[] PASSWORD = "throw-away".toCharArray();
    private static final X500Name NAME = new X500Name("CN=A test's authority");

    private final KeyPair keys = keys();
    private final X509Certificate certificate;

    /** What a host has to prove who it is. */
    record Proof(KeyPair keys, List<X509Certificate> chain) {
        SSLContext context() throws GeneralSecurityException, IOException {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers(), null, null);
            return context;
        }

        KeyManager[] managers() throws GeneralSecurityException, IOException {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "host", keys.getPrivate(), PASSWORD, chain.toArray(new X509Certificate[0]));
            KeyManagerFactory managers =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, PASSWORD);
            return managers.getKeyManagers();
        }

        /** Writes {@code cert.pem} and {@code key.pem}, as most servers read them. */
        void write(Path folder) throws IOException {
            StringWriter certificates = new StringWriter();
            try (JcaPEMWriter pem = new JcaPEMWriter(certificates)) {
                for (X509Certificate one : chain) {
                    pem.writeObject(one);
                }
            }
            StringWriter key = new StringWriter();
            try (JcaPEMWriter pem = new JcaPEMWriter(key)) {
                pem.writeObject(keys.getPrivate());
            }
            Files.writeString(folder.resolve("cert.pem"), certificates.toString());
            Files.writeString(folder.resolve("key.pem"), key.toString());
        }
    }

    Authority() throws Exception {
        certificate = sign(NAME, keys, "", in(1), true);
    }

    /** Trusts this authority and nobody else. */
    Trust trust() throws Exception {
        return Trust.of(store());
    }

    /** Names this authority and nobody else. */
    KeyStore store() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", certificate);
        return store;
    }

    /** For the loopback address, for another day. */
    Proof proof() throws Exception {
        return proof("127.0.0.1", in(1));
    }

    Proof proof(String host, Instant until) throws Exception {
        KeyPair own = keys();
        X509Certificate theirs = sign(new X500Name("CN=" + host), own, host, until, false);
        return new Proof(own, List.of(theirs, certificate));
    }

    /** Vouches for itself. */
    static Proof selfSigned(String host) throws Exception {
        Authority self = new Authority();
        return new Proof(self.keys, List.of(self.sign(NAME, self.keys, host, in(1), false)));
    }

    static Instant in(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private X509Certificate sign(
            X500Name subject, KeyPair of, String host, Instant until, boolean authority)
            throws IOException, OperatorCreationException, GeneralSecurityException {
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        NAME,
                        BigInteger.valueOf(System.nanoTime()),
                        Date.from(until.minus(Duration.ofDays(30))),
                        Date.from(until),
                        subject,
                        of.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (!host.isEmpty()) {
            int kind =
                    Character.isDigit(host.charAt(0)) ? GeneralName.iPAddress : GeneralName.dNSName;
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(kind, host)));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder("SHA256withRSA")
                                        .build(keys.getPrivate())));
    }
}
