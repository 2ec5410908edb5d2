package io.github.storemaven.emulator;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * A folder that one Store at a time has, which a lock holds, and that nobody but its owner can read. It lasts, or it is a
 * temporary one that is deleted when it is closed; those of Stores that were ended by force are deleted by the next Store.
 */
final class LockedFolder implements AutoCloseable {
    /** The file with the lock. */
    static final String LOCK = "store.lock";

    private static final String TEMPORARY = "embedded-store-";

    private final Path path;
    private final boolean lasting;
    private final FileChannel lock;

    private LockedFolder(Path path, boolean lasting, FileChannel lock) {
        this.path = path;
        this.lasting = lasting;
        this.lock = lock;
    }

    /** A folder that exists. @throws IOException when another Store has it */
    static LockedFolder lasting(Path folder) throws IOException {
        FileChannel lock = lock(folder)
                .orElseThrow(() -> new IOException(
                        folder + " is in use by another embedded Store: stop that one, or name another folder"));
        try {
            return new LockedFolder(folder, true, lock).secured();
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /** A new folder that is deleted when it is closed. */
    static LockedFolder temporary() throws IOException {
        Path folder = createTemporary();
        Optional<FileChannel> lock = lock(folder);
        if (lock.isEmpty() || Files.notExists(folder.resolve(LOCK))) {
            return temporary(); // Another Store took it for one that was left behind.
        }
        LockedFolder opened = new LockedFolder(folder, false, lock.get()).secured();
        deleteLeftBehind(folder.getParent());
        return opened;
    }

    /** Creates a folder with its parents. @throws IOException when a file is in the way */
    static Path create(Path directory) throws IOException {
        try {
            return Files.createDirectories(directory);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(e.getFile() + " is a file: name a folder", e);
        }
    }

    private static Path createTemporary() throws IOException {
        try {
            return Files.createTempDirectory(ofThisProcess());
        } catch (FileSystemException e) {
            throw new IOException(
                    "the folder for temporary files cannot be written to, set java.io.tmpdir to another one: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Closing a file that this process has locked elsewhere would end the lock on Linux, so its folders are told apart. */
    private static String ofThisProcess() {
        return TEMPORARY + ProcessHandle.current().pid() + "-";
    }

    private LockedFolder secured() throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
        return this;
    }

    /** Temporary folders of Stores that were ended by force; their lock ended with them. */
    private static void deleteLeftBehind(Path parent) {
        try (var folders = Files.newDirectoryStream(
                parent, entry -> entry.getFileName().toString().startsWith(TEMPORARY))) {
            for (Path folder : folders) {
                boolean others = !folder.getFileName().toString().startsWith(ofThisProcess());
                if (others && Files.isRegularFile(folder.resolve(LOCK))) {
                    deleteUnlocked(folder);
                }
            }
        } catch (IOException e) {
            // They stay until the next Store starts.
        }
    }

    private static void deleteUnlocked(Path folder) throws IOException {
        Optional<FileChannel> lock = lock(folder);
        if (lock.isPresent()) {
            deleteContent(folder, List.of(LOCK));
            lock.get().close();
            delete(folder);
        }
    }

    /** Empty when somebody else has it. */
    private static Optional<FileChannel> lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Another Store of this JVM has it.
        }
        channel.close();
        return Optional.empty();
    }

    Path path() {
        return path;
    }

    /** Whether it outlives the Store. */
    boolean isLasting() {
        return lasting;
    }

    @Override
    public void close() throws IOException {
        if (!lasting) {
            deleteContent(path, List.of(LOCK));
        }
        lock.close();
        if (!lasting) {
            delete(path);
        }
    }

    private static void deleteContent(Path folder, List<String> except) throws IOException {
        try (var content = Files.newDirectoryStream(folder)) {
            for (Path file : content) {
                if (!except.contains(file.getFileName().toString())) {
                    delete(file);
                }
            }
        }
    }

    /** Deletes what can be deleted of a tree; a file that resists keeps no other. */
    static void delete(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                return deleteOne(file);
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException problem) {
                return deleteOne(dir);
            }
        });
    }

    private static FileVisitResult deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Still open on Windows, or not ours to delete.
        }
        return FileVisitResult.CONTINUE;
    }
}
