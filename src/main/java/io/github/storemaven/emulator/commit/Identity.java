package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.archive.PackageFacts;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.product.Product;
import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/** The identity that Partner Center assigns to an app, and the family name that follows from it. */
public final class Identity {
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    private Identity() {}

    /** The app's resource with another identity. */
    public static JsonObject with(JsonObject facts, String name, String publisher) {
        return Json.PROVIDER
                .createObjectBuilder(facts)
                .add("packageFamilyName", name + "_" + publisherHash(publisher))
                .add("packageIdentityName", name)
                .add("publisherName", publisher)
                .build();
    }

    /** What Windows calls a package: one name, one content. */
    static String fullName(PackageFacts facts) {
        return String.join(
                "_",
                facts.name(),
                facts.version(),
                facts.architecture().toLowerCase(Locale.ROOT),
                facts.resourceId(),
                publisherHash(facts.publisher()));
    }

    static void adopt(Product application, PackageFacts first) {
        application.replaceFacts(with(application.facts(), first.name(), first.publisher()));
        application.adoptIdentity(false);
    }

    /** Windows' own: 64 bits of SHA-256 over UTF-16, in 13 digits of five bits. */
    private static String publisherHash(String publisher) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(publisher.getBytes(StandardCharsets.UTF_16LE));
            BigInteger bits = new BigInteger(1, Arrays.copyOf(digest, 8)).shiftLeft(1);
            StringBuilder hash = new StringBuilder();
            for (int i = 12; i >= 0; i--) {
                hash.append(DIGITS.charAt(bits.shiftRight(i * 5).intValue() & 31));
            }
            return hash.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
