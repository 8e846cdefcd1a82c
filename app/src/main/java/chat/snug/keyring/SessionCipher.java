package chat.snug.keyring;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.interfaces.DHPublicKey;
import javax.crypto.spec.DHParameterSpec;
import javax.crypto.spec.DHPublicKeySpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How secrets travel between an app and the Secret Service, so that nobody who watches the bus
 * reads them: the algorithm {@code dh-ietf1024-sha256-aes128-cbc-pkcs7} of the Secret Service API
 * 0.2, "Transfer of Secrets". The group is the second one of Oakley (RFC 2409, 6.2).
 */
final class SessionCipher {
    /** Its name on the bus. */
    static final String ALGORITHM = "dh-ietf1024-sha256-aes128-cbc-pkcs7";

    private static final BigInteger PRIME =
            new BigInteger(
                    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74"
                            + "020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437"
                            + "4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
                            + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF",
                    16);
    private static final BigInteger GENERATOR = BigInteger.TWO;
    private static final int KEY_BYTES = 16;
    private static final String AES = "AES/CBC/PKCS5Padding";

    private final KeyPair own;

    /**
     * A secret on its way.
     *
     * @param parameters how it is encrypted: the initial vector
     * @param value the encrypted bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sealed(byte[] parameters, byte[] value) {}

    private SessionCipher(KeyPair own) {
        this.own = own;
    }

    /** With a key of its own for one session. */
    static SessionCipher make() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("DH");
        generator.initialize(new DHParameterSpec(PRIME, GENERATOR));
        return new SessionCipher(generator.generateKeyPair());
    }

    /** What the other side is told. */
    byte[] publicKey() {
        return unsigned(((DHPublicKey) own.getPublic()).getY());
    }

    /** The key that both have, from what the other side told. */
    SecretKey agree(byte[] others) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("DH");
        agreement.init(own.getPrivate());
        var _ =
                agreement.doPhase(
                        KeyFactory.getInstance("DH")
                                .generatePublic(
                                        new DHPublicKeySpec(
                                                new BigInteger(1, others), PRIME, GENERATOR)),
                        true);
        byte[] shared = agreement.generateSecret();
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(new SecretKeySpec(shared, "Generic"))
                                .thenExpand(new byte[0], KEY_BYTES));
    }

    static Sealed seal(byte[] plain, SecretKey key) throws GeneralSecurityException {
        byte[] vector = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(vector);
        Cipher cipher = Cipher.getInstance(AES);
        cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(vector));
        return new Sealed(vector, cipher.doFinal(plain));
    }

    static byte[] open(Sealed secret, SecretKey key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(AES);
        cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(secret.parameters()));
        return cipher.doFinal(secret.value());
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
