package io.github.storemaven.credential;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The private key of a PEM block: PKCS#8, plain or encrypted, or PKCS#1. */
record PemKey(PemFile.Block block) {
    /** Version 0 and the algorithm rsaEncryption: what PKCS#8 puts before a key of PKCS#1. */
    private static final byte[] RSA_PREFIX = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final String PBES2 = "1.2.840.113549.1.5.13";

    private static final String CONVERT =
            " Convert it: openssl pkcs8 -topk8 -v2 aes-256-cbc -v2prf hmacWithSHA256 -in old.pem -out new.pem";

    PrivateKey read(String passphrase) throws CredentialException {
        return switch (block.label()) {
            case "PRIVATE KEY" -> rsa(new PKCS8EncodedKeySpec(block.bytes()));
            case "ENCRYPTED PRIVATE KEY" -> rsa(decrypted(passphrase));
            case "RSA PRIVATE KEY" -> rsa(new PKCS8EncodedKeySpec(wrapped()));
            default ->
                throw new CredentialException(
                        "holds a " + block.label() + "; Entra takes RSA keys. Make one of 2048 bits or more.");
        };
    }

    private static PrivateKey rsa(KeySpec spec) throws CredentialException {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (GeneralSecurityException problem) {
            throw new CredentialException(
                    "contains a key that is damaged or not an RSA key; Entra takes RSA keys. Make one of 2048 bits or more.",
                    problem);
        }
    }

    private KeySpec decrypted(String passphrase) throws CredentialException {
        if (passphrase == null) {
            throw new CredentialException(KeyFile.passphraseProblem(null));
        }
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(block.bytes());
            String algorithm = algorithm(info);
            PBEKeySpec secret = new PBEKeySpec(passphrase.toCharArray());
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(secret),
                    info.getAlgParameters());
            return info.getKeySpec(cipher);
        } catch (InvalidKeySpecException problem) {
            throw new CredentialException(KeyFile.passphraseProblem(passphrase), problem);
        } catch (GeneralSecurityException | IOException problem) {
            throw new CredentialException(
                    "contains a key encrypted in a way that Java does not read." + CONVERT, problem);
        }
    }

    /** The JDK names PBES2 (RFC 8018) as a whole; its parts, which make the cipher's name, are in its parameters. */
    private static String algorithm(EncryptedPrivateKeyInfo info) {
        boolean inParts = info.getAlgName().equals("PBES2") || info.getAlgName().equals(PBES2);
        return inParts ? String.valueOf(info.getAlgParameters()) : info.getAlgName();
    }

    private byte[] wrapped() throws CredentialException {
        if (block.text().contains("ENCRYPTED")) {
            throw new CredentialException("contains a key encrypted in OpenSSL's old way." + CONVERT);
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(RSA_PREFIX);
        content.writeBytes(der(0x04, block.bytes()));
        return der(0x30, content.toByteArray());
    }

    /** Tag, length in its long form (every RSA key is longer than 255 bytes), content. */
    private static byte[] der(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] length = BigInteger.valueOf(content.length).toByteArray();
        out.write(tag);
        out.write(0x80 + length.length);
        out.writeBytes(length);
        out.writeBytes(content);
        return out.toByteArray();
    }
}
