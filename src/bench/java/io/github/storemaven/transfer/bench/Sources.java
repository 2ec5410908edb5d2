package io.github.storemaven.transfer.bench;

import io.github.storemaven.transfer.UploadArchive;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A package and its images, incompressible as they are, and the same as a ready archive. */
record Sources(Path folder) {
    private static final int IMAGES = 10;
    private static final int IMAGE_SIZE = 500_000;
    private static final int AT_ONCE = 1 << 20;

    /** Writes all of it, about as large as asked for. */
    static Sources make(Path folder, long size) throws IOException {
        Sources sources = new Sources(Files.createDirectories(folder));
        List<UploadArchive.Entry> entries = sources.entries();
        for (UploadArchive.Entry entry : entries.subList(1, entries.size())) {
            fill(entry.file(), IMAGE_SIZE);
        }
        fill(entries.get(0).file(), size - (long) IMAGES * IMAGE_SIZE);
        sources.writeReadyArchive();
        return sources;
    }

    /** The same with a package of zeros that takes no room, and without the ready archive. */
    static Sources makeSparse(Path folder, long size) throws IOException {
        Sources sources = new Sources(Files.createDirectories(folder));
        for (UploadArchive.Entry entry : sources.entries()) {
            fill(entry.file(), IMAGE_SIZE);
        }
        try (RandomAccessFile file =
                new RandomAccessFile(sources.entries().get(0).file().toFile(), "rw")) {
            file.setLength(size);
        }
        return sources;
    }

    List<UploadArchive.Entry> entries() {
        List<UploadArchive.Entry> entries = new ArrayList<>();
        entries.add(new UploadArchive.Entry("app.msix", folder.resolve("app.msix")));
        for (int i = 0; i < IMAGES; i++) {
            entries.add(new UploadArchive.Entry("images/" + i + ".png", folder.resolve(i + ".png")));
        }
        return entries;
    }

    Path readyArchive() {
        return folder.resolve("ready.zip");
    }

    private void writeReadyArchive() throws IOException {
        UploadArchive archive = UploadArchive.of(entries());
        try (OutputStream out = Files.newOutputStream(readyArchive())) {
            for (long at = 0; at < archive.size(); at += AT_ONCE) {
                byte[] part = new byte[(int) Math.min(AT_ONCE, archive.size() - at)];
                archive.read(at, ByteBuffer.wrap(part));
                out.write(part);
            }
        }
    }

    private static void fill(Path file, long size) throws IOException {
        Random random = new Random(size);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long rest = size; rest > 0; rest -= AT_ONCE) {
                byte[] part = new byte[(int) Math.min(AT_ONCE, rest)];
                random.nextBytes(part);
                out.write(part);
            }
        }
    }
}
