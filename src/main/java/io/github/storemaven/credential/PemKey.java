package io.github.storemaven.credential;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The private key of a PEM block: PKCS#8, plain or encrypted, or PKCS#1. */
record PemKey(PemFile.Block block) {
    /** Version 0 and the algorithm rsaEncryption: what PKCS#8 puts before a key of PKCS#1. */
    private static final byte[] RSA_PREFIX = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final String CONVERT =
            " Convert it: openssl pkcs8 -topk8 -v2 aes-256-cbc -v2prf hmacWithSHA256 -in old.pem -out new.pem";

    PrivateKey read(String passphrase) throws CredentialProblem {
        return switch (block.label()) {
            case "PRIVATE KEY" -> rsa(new PKCS8EncodedKeySpec(block.bytes()));
            case "ENCRYPTED PRIVATE KEY" -> rsa(decrypted(passphrase));
            case "RSA PRIVATE KEY" -> rsa(new PKCS8EncodedKeySpec(wrapped()));
            default ->
                throw new CredentialProblem(
                        "holds a " + block.label() + "; Entra takes RSA keys. Make one of 2048 bits or more.");
        };
    }

    private static PrivateKey rsa(KeySpec spec) throws CredentialProblem {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (GeneralSecurityException problem) {
            throw new CredentialProblem(
                    "holds a key that is damaged or no RSA key; Entra takes RSA keys. Make one of 2048 bits or more.",
                    problem);
        }
    }

    private KeySpec decrypted(String passphrase) throws CredentialProblem {
        if (passphrase == null) {
            throw new CredentialProblem(Passphrase.problem(null));
        }
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(block.bytes());
            SecretKeyFactory factory = SecretKeyFactory.getInstance(info.getAlgName());
            return info.getKeySpec(factory.generateSecret(new PBEKeySpec(passphrase.toCharArray())));
        } catch (InvalidKeyException | InvalidKeySpecException problem) {
            throw new CredentialProblem(Passphrase.problem(passphrase), problem);
        } catch (NoSuchAlgorithmException | IOException problem) {
            throw new CredentialProblem("holds a key encrypted in a way that Java does not read." + CONVERT, problem);
        }
    }

    private byte[] wrapped() throws CredentialProblem {
        if (block.text().contains("ENCRYPTED")) {
            throw new CredentialProblem("holds a key encrypted in OpenSSL's old way." + CONVERT);
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
