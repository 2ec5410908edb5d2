package io.github.storemaven.msix.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * All that packages are made from.
 *
 * @param images one an architecture
 * @param icon from which the logos are made
 * @param assets images made by hand, by their names below the folder of assets, with slashes
 */
public record PackageSources(
        List<AppImage> images, ManifestSource manifest, Optional<Path> icon, SortedMap<String, Path> assets) {
    private static final int CHUNK = 64 * 1024;

    /**
     * A digest of names and contents; equal for sources that give the same packages.
     *
     * @param more what else decides how the packages are
     */
    public String digest(String more) throws IOException {
        MessageDigest digest = sha256();
        add(digest, more);
        add(digest, manifest.toString());
        for (AppImage image : images) {
            add(digest, image.architecture() + " " + image.launcher());
            for (Map.Entry<String, Path> file : image.files().entrySet()) {
                add(digest, file.getKey(), file.getValue());
            }
        }
        for (Map.Entry<String, Path> file : assets.entrySet()) {
            add(digest, file.getKey(), file.getValue());
        }
        if (icon.isPresent()) {
            add(digest, "icon", icon.get());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String name, Path file) throws IOException {
        add(digest, name);
        MessageDigest content = sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
                content.update(chunk, 0, read);
            }
        }
        digest.update(content.digest());
    }

    /** With a zero byte after it, which no name has. */
    private static void add(MessageDigest digest, String text) {
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
