package io.github.storemaven.msix;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * Who a package is: listing rules, section 6.2. Each value is as the manifest has it, empty where it has none.
 *
 * @param name the product's identity name
 * @param publisher the publisher's distinguished name
 * @param version of the package or bundle
 * @param architecture the processor architecture; "neutral" where the manifest has none, and for a bundle
 * @param resourceId present in resource packages, and "~" for a bundle
 */
public record PackageIdentity(
        String name, String publisher, PackageVersion version, String architecture, Optional<String> resourceId) {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int ID_LENGTH = 13;
    private static final int BITS = 5;

    /** Of the element {@code Identity} of a package's manifest. */
    static PackageIdentity ofPackage(XmlElement element) {
        String architecture = element.attribute("ProcessorArchitecture");
        return new PackageIdentity(
                element.attribute("Name"),
                element.attribute("Publisher"),
                new PackageVersion(element.attribute("Version")),
                architecture.isEmpty() ? "neutral" : architecture,
                Optional.ofNullable(element.attributes().get("ResourceId")));
    }

    /** Of the element {@code Identity} of a bundle's manifest. */
    static PackageIdentity ofBundle(XmlElement element) {
        return new PackageIdentity(
                element.attribute("Name"),
                element.attribute("Publisher"),
                new PackageVersion(element.attribute("Version")),
                "neutral",
                Optional.of("~"));
    }

    /**
     * The 13 characters for the publisher in a package family name: the first 64 bits of a SHA-256 over the
     * distinguished name, character for character as the manifest has it.
     */
    public String publisherId() {
        long first = ByteBuffer.wrap(sha256(publisher.getBytes(StandardCharsets.UTF_16LE)))
                .getLong();
        StringBuilder id = new StringBuilder(ID_LENGTH);
        for (int group = 1; group < ID_LENGTH; group++) {
            id.append(ALPHABET.charAt((int) (first >>> (Long.SIZE - group * BITS)) & 31));
        }
        // The last group has the last four bits and a zero.
        return id.append(ALPHABET.charAt((int) (first << 1) & 31)).toString();
    }

    /** The package family name, as Partner Center shows it. */
    public String familyName() {
        return name + "_" + publisherId();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
