package chat.snug.net;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority that lives as long as a test. */
final class Authority {
    private static final char[] PASSWORD = "throw-away".toCharArray();

    private final KeyPair keys = keys();
    private final X500Name name = new X500Name("CN=A test's authority");
    private final X509Certificate certificate;

    Authority() throws Exception {
        certificate = sign(name, keys, "", Instant.now().plus(Duration.ofDays(1)), true);
    }

    /** Trusts this authority and nobody else. */
    SSLContext trusting() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", certificate);
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Can prove to be {@code host} for another day. */
    SSLContext proving(String host) throws Exception {
        return proving(host, Instant.now().plus(Duration.ofDays(1)));
    }

    SSLContext proving(String host, Instant until) throws Exception {
        KeyPair own = keys();
        X500Name subject = new X500Name("CN=" + host);
        return holding(own, sign(subject, own, host, until, false), certificate);
    }

    /** Claims to be {@code host}, and nobody else says so. */
    static SSLContext claiming(String host) throws Exception {
        Authority self = new Authority();
        return holding(
                self.keys,
                self.sign(self.name, self.keys, host, Instant.now().plusSeconds(9999), false));
    }

    private static SSLContext holding(KeyPair keys, Certificate... chain) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("host", keys.getPrivate(), PASSWORD, chain);
        KeyManagerFactory proof =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        proof.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(proof.getKeyManagers(), null, null);
        return context;
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private X509Certificate sign(
            X500Name subject, KeyPair of, String host, Instant until, boolean authority)
            throws CertIOException, OperatorCreationException, GeneralSecurityException {
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.valueOf(System.nanoTime()),
                        Date.from(until.minus(Duration.ofDays(30))),
                        Date.from(until),
                        subject,
                        of.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (!host.isEmpty()) {
            boolean literal = Character.isDigit(host.charAt(0)) || host.indexOf(':') >= 0;
            int kind = literal ? GeneralName.iPAddress : GeneralName.dNSName;
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(kind, host)));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(keys.getPrivate())));
    }
}
