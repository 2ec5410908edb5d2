package io.github.storemaven.emulator.storage;

import io.github.storemaven.emulator.web.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs upload URLs and checks them; every signature starts with a prefix that says it is made up. */
public final class SasSignature {
    private static final String VERSION = "2014-02-14";
    private static final String PERMISSIONS = "rwl";

    private final byte[] key;
    private final String prefix;

    /**
     * A signer.
     *
     * @param key secret, any length
     * @param prefix what each signature starts with
     */
    public SasSignature(byte[] key, String prefix) {
        this.key = key.clone();
        this.prefix = prefix;
    }

    /** The true signature of a blob's SAS, not encoded. */
    public String sign(String blob, Instant expires) {
        return sign(blob, VERSION, "b", text(expires), PERMISSIONS);
    }

    /**
     * The query of a blob's SAS URL.
     *
     * @param rawPlus whether a {@code +} of the signature stays raw, as the service sometimes has it (8.5)
     */
    public String query(String blob, Instant expires, boolean rawPlus) {
        String encoded = sign(blob, expires).replace("/", "%2F").replace("=", "%3D");
        return "sv=" + VERSION + "&sr=b&sig=" + (rawPlus ? encoded : encoded.replace("+", "%2B")) + "&se="
                + text(expires) + "&sp=" + PERMISSIONS;
    }

    /** Refuses a SAS that is not ours, or no longer valid. */
    void check(String blob, Request.Parameters query, Instant now) throws StorageErrorException {
        String expires = query.get("se").orElse("");
        String expected = sign(
                blob,
                query.get("sv").orElse(""),
                query.get("sr").orElse(""),
                expires,
                query.get("sp").orElse(""));
        String given = query.get("sig").orElse("");
        if (!MessageDigest.isEqual(utf8(expected), utf8(given))) {
            throw StorageErrorException.authenticationFailed(reason(expected, given));
        }
        if (!now.isBefore(Instant.parse(expires))) {
            throw StorageErrorException.authenticationFailed(
                    "Signature not valid in the specified time frame: it ended " + expires);
        }
    }

    /** What clients do wrong most often; a client that guesses is told nothing. */
    private static String reason(String expected, String given) {
        if (MessageDigest.isEqual(utf8(expected), utf8(given.replace(' ', '+')))) {
            return "Signature did not match: sig has a blank where the true signature has a plus sign. The client has"
                    + " not escaped the + of fileUploadUrl as %2B.";
        }
        String decoded = given.replace("%2B", "+").replace("%2F", "/").replace("%3D", "=");
        if (MessageDigest.isEqual(utf8(expected), utf8(decoded))) {
            return "Signature did not match: sig is escaped twice. The client has escaped a fileUploadUrl that was"
                    + " escaped already.";
        }
        return given.isEmpty() ? "Signature is missing: the client has not kept the query of fileUploadUrl." : "";
    }

    private static String text(Instant expires) {
        return DateTimeFormatter.ISO_INSTANT.format(expires.truncatedTo(ChronoUnit.SECONDS));
    }

    private String sign(String... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return prefix + Base64.getEncoder().encodeToString(mac.doFinal(utf8(String.join("\n", parts))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
