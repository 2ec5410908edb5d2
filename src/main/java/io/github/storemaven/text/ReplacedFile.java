package io.github.storemaven.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written beside its place and moved there, so that whoever reads it finds the old or the new one, and a
 * link in its place is replaced and not followed. On Windows the move fails while some program has the old or the new
 * file open, which virus scanners and indexers do for some ten milliseconds; so it is tried for two seconds.
 */
public final class ReplacedFile {
    private static final int ATTEMPTS = 40;
    private static final long PAUSE_MILLIS = 50;

    private ReplacedFile() {}

    /** Writes the whole text, or leaves what is there. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the whole content, or leaves what is there. */
    public static void write(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        Path fresh = folder.resolve("." + file.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".new");
        try {
            Files.write(fresh, content);
            move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Moves a file over another one. @throws IOException that says who may be in the way */
    public static void move(Path from, Path target) throws IOException {
        attempt(() -> atomically(from, target), target, () -> Thread.sleep(PAUSE_MILLIS));
    }

    private static void atomically(Path from, Path target) throws IOException {
        try {
            Files.move(from, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static void attempt(Move move, Path target, Pause pause) throws IOException {
        for (int left = ATTEMPTS; ; left--) {
            try {
                move.run();
                return;
            } catch (NoSuchFileException e) {
                throw e;
            } catch (FileSystemException e) {
                if (left == 0 || !paused(pause)) {
                    throw inUse(target, e);
                }
            }
        }
    }

    private static boolean paused(Pause pause) {
        try {
            pause.run();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static IOException inUse(Path target, FileSystemException cause) {
        return new IOException(
                target + " cannot be replaced: it is write-protected or open in another program, for example an editor,"
                        + " a virus scanner or an indexer; close it there and run the same command again",
                cause);
    }

    /** One attempt. */
    interface Move {
        void run() throws IOException;
    }

    /** What is done between two attempts. */
    interface Pause {
        void run() throws InterruptedException;
    }
}
