package io.github.storemaven.msix;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A digest of all that a manifest says except the processor architecture, to compare those of a bundle (PKG-09). */
final class Likeness {
    private static final String ARCHITECTURE = "ProcessorArchitecture";

    private final MessageDigest digest = sha256();

    private Likeness() {}

    static String of(XmlElement root) {
        Likeness likeness = new Likeness();
        likeness.add(root);
        return HexFormat.of().formatHex(likeness.digest.digest());
    }

    private void add(XmlElement element) {
        add(element.name());
        add(element.namespace());
        element.attributes().forEach((name, value) -> {
            if (!name.equals(ARCHITECTURE)) {
                add(name);
                add(value);
            }
        });
        add(element.text().strip());
        element.children().forEach(this::add);
        add("");
    }

    /** With a zero byte after it, which no XML has. */
    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
