package io.github.storemaven.listing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Whether an entry of a folder is a file with content of its own. */
public final class PlainFile {
    /** A path that a link leads to is no longer. */
    private static final int MAX_BYTES = 1024;

    private PlainFile() {}

    /**
     * What is wrong with an entry that is to be read as a file; empty where it is one.
     *
     * @throws IOException when that cannot be found out; a file that another program holds open is one
     */
    public static Optional<String> problem(Path entry) throws IOException {
        return isFile(entry) ? linkOfGit(entry) : Optional.of("this has to be a file");
    }

    private static boolean isFile(Path entry) throws IOException {
        try {
            return Files.readAttributes(entry, BasicFileAttributes.class).isRegularFile();
        } catch (NoSuchFileException missing) {
            return false;
        }
    }

    /**
     * What is wrong with a symbolic link that Git has checked out as a file, as Git for Windows does without Developer
     * Mode: its whole content is the relative path that it leads to, which would be published; empty for any other
     * entry.
     */
    static Optional<String> linkOfGit(Path file) throws IOException {
        return target(file)
                .map(path -> "contains only the path " + path + ": Git has checked out a link as a file; set"
                        + " core.symlinks to true and check it out again, or copy what the link leads to");
    }

    private static Optional<String> target(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
            return Optional.empty();
        }
        return text(Files.readAllBytes(file))
                .map(String::strip)
                .filter(path -> !path.isEmpty() && path.lines().count() == 1)
                .filter(path -> leadsSomewhere(file, path));
    }

    private static Optional<String> text(byte[] utf8) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }

    /** A word of a text may be the name of a folder beside it, such as images; a link to that would have no ending. */
    private static boolean isTarget(Path file, Path target, String path) {
        boolean isWord = path.chars().noneMatch(character -> character == '/' || character == '\\')
                && file.getFileName().toString().contains(".");
        return isWord ? Files.isRegularFile(target) : Files.exists(target);
    }

    /** Either slash is taken on every system, since the link may have been made on another. */
    private static boolean leadsSomewhere(Path file, String path) {
        try {
            Path target = file.getFileSystem().getPath(path.replace('\\', '/'));
            Path folder = file.toAbsolutePath().getParent();
            return target.getRoot() == null && folder != null && isTarget(file, folder.resolve(target), path);
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
