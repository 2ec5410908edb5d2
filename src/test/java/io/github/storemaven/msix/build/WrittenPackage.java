package io.github.storemaven.msix.build;

import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.msix.PackageReader;
import io.github.storemaven.testing.MsixBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What the tests of the writers have packed. */
final class WrittenPackage {
    private WrittenPackage() {}

    /** The parts of an app. */
    static List<PackagePart> parts(MsixBuilder app) {
        return parts(app.parts());
    }

    static List<PackagePart> parts(Map<String, byte[]> files) {
        List<PackagePart> parts = new ArrayList<>();
        files.forEach((name, content) -> parts.add(PackagePart.of(name, content)));
        return parts;
    }

    /** Packs an app. */
    static Path write(MsixBuilder app, Path target) throws IOException {
        PackageWriter.write(parts(app), target);
        return target;
    }

    static PackageInfo read(Path file) throws IOException {
        return new PackageReader().read(file);
    }

    /** Bytes that cannot be compressed. */
    static byte[] noise(int seed, int length) {
        byte[] noise = new byte[length];
        new Random(seed).nextBytes(noise);
        return noise;
    }

    /** Lines that can be, each another one. */
    static byte[] text(int seed, int length) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(length);
        Random random = new Random(seed);
        while (text.size() < length) {
            byte[] line = ("tide " + random.nextInt(10_000) + " at " + random.nextInt(24) + " h\n")
                    .getBytes(StandardCharsets.UTF_8);
            text.write(line, 0, Math.min(line.length, length - text.size()));
        }
        return text.toByteArray();
    }
}
