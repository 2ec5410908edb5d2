package io.github.storemaven.emulator;

import io.github.storemaven.emulator.catalog.Catalog;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.storage.ReplacedFile;
import io.github.storemaven.emulator.storage.UploadContainer;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a Store keeps its files: a folder that lasts, or a temporary one that is deleted when the Store closes. One Store
 * at a time has it, which a lock holds; nobody but its owner can read it.
 */
final class StateFolder implements AutoCloseable {
    private static final String TEMPORARY = "embedded-store-";
    private static final String STATE = "store.json";
    private static final String LOCK = "store.lock";
    private static final String BLOBS = "blobs";
    private static final String WORK = "work";
    private static final Set<String> OURS = Set.of(STATE, STATE + ".new", LOCK, BLOBS, WORK);
    private static final String GENERATION = "tokenGeneration";
    private static final String FORMAT = "store-maven-plugin emulator 1";

    private final Path folder;
    private final boolean lasting;
    private final FileChannel lock;
    private final Optional<JsonObject> state;
    private final byte[] key;

    private StateFolder(Path folder, boolean lasting, FileChannel lock, Optional<JsonObject> state) {
        this.folder = folder;
        this.lasting = lasting;
        this.lock = lock;
        this.state = state;
        this.key = state.map(json -> Base64.getDecoder().decode(json.getString("key")))
                .orElseGet(StateFolder::newKey);
    }

    /**
     * Opens a state folder, or makes a temporary one.
     *
     * @throws IOException when the folder is not ours, or another Store has it
     */
    static StateFolder open(Optional<Path> directory) throws IOException {
        return directory.isPresent() ? lasting(directory.get()) : temporary();
    }

    private static StateFolder lasting(Path directory) throws IOException {
        Path folder = created(directory);
        requireOurs(folder);
        FileChannel lock = lock(folder)
                .orElseThrow(() -> new IOException(
                        folder + " is in use by another embedded Store: stop that one, or name another folder"));
        try {
            StateFolder opened = new StateFolder(folder, true, lock, state(folder));
            opened.prepare();
            return opened;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static Path created(Path directory) throws IOException {
        try {
            return Files.createDirectories(directory);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(e.getFile() + " is a file: name a folder", e);
        }
    }

    private static StateFolder temporary() throws IOException {
        Path folder = createTemporary();
        Optional<FileChannel> lock = lock(folder);
        if (lock.isEmpty() || Files.notExists(folder.resolve(LOCK))) {
            return temporary(); // Another Store took it for one that was left behind.
        }
        StateFolder opened = new StateFolder(folder, false, lock.get(), Optional.empty());
        opened.prepare();
        deleteLeftBehind(folder.getParent());
        return opened;
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

    private void prepare() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        Files.createDirectories(blobs());
        Files.createDirectories(work());
    }

    /** Temporary folders of Stores that were ended by force; their lock ended with them. */
    private static void deleteLeftBehind(Path parent) {
        try (var folders = Files.newDirectoryStream(parent, TEMPORARY + "*")) {
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

    private static void requireOurs(Path folder) throws IOException {
        if (!Files.notExists(folder.resolve(STATE))) {
            return;
        }
        try (var content = Files.list(folder)) {
            if (content.anyMatch(file -> !OURS.contains(file.getFileName().toString()))) {
                throw notOurs(folder, "it is not empty and has no " + STATE);
            }
        }
    }

    private static Optional<JsonObject> state(Path folder) throws IOException {
        Path file = folder.resolve(STATE);
        return Files.notExists(file) ? Optional.empty() : Optional.of(read(file));
    }

    private static JsonObject read(Path file) throws IOException {
        try {
            JsonObject state = Json.read(Files.readAllBytes(file)).asJsonObject();
            boolean keyed = state.getString("key", "").matches("[A-Za-z0-9+/]{43}=");
            if (keyed && FORMAT.equals(state.getString("format", ""))) {
                return state;
            }
        } catch (JsonException | ClassCastException e) {
            // Answered below like any other file that is not ours.
        }
        throw notOurs(file.getParent(), "its " + STATE + " was not written by this emulator");
    }

    private static IOException notOurs(Path folder, String reason) {
        return new IOException(
                folder + " is no state folder of an embedded Store: " + reason + "; name an empty or a new folder");
    }

    private static byte[] newKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    byte[] key() {
        return key.clone();
    }

    /** A made-up secret of the account, as lasting as the folder. */
    String secret(String prefix) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("client secret".getBytes(StandardCharsets.US_ASCII));
            return prefix + HexFormat.of().formatHex(digest.digest(key), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often all tokens were ended until the last save. */
    long tokenGeneration() {
        return state.map(json -> json.getInt(GENERATION, 0)).orElse(0);
    }

    Path blobs() {
        return folder.resolve(BLOBS);
    }

    Path work() {
        return folder.resolve(WORK);
    }

    /** Takes in what an earlier run kept. */
    void restore(Catalog catalog, UploadContainer uploads) throws IOException {
        if (state.isEmpty()) {
            return;
        }
        try {
            JsonObject kept = state.get().getJsonObject("catalog");
            catalog.read(kept);
            if (!catalog.toJson().equals(kept)) {
                throw new IllegalStateException("a member is missing or unknown");
            }
            for (UploadContainer.Upload upload : catalog.uploads()) {
                uploads.restore(upload);
            }
        } catch (RuntimeException e) {
            throw notOurs(folder, "its " + STATE + " is damaged (" + e.getMessage() + ")");
        }
    }

    /** Writes the state; the old one stays until the new one is whole. */
    void save(Catalog catalog, long tokenGeneration) {
        if (!lasting) {
            return;
        }
        JsonObject json = Json.object()
                .add("format", FORMAT)
                .add("key", Base64.getEncoder().encodeToString(key))
                .add(GENERATION, tokenGeneration)
                .add("catalog", catalog.toJson())
                .build();
        try {
            Path fresh = Files.writeString(folder.resolve(STATE + ".new"), json.toString());
            ReplacedFile.move(fresh, folder.resolve(STATE));
        } catch (IOException e) {
            throw new UncheckedIOException("the state cannot be written to " + folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            if (lasting) {
                delete(work());
                if (Files.notExists(folder.resolve(STATE))) {
                    delete(blobs()); // It never served, so the folder stays free for the next one.
                }
                lock.close();
            } else {
                deleteContent(folder, List.of(LOCK));
                lock.close();
                delete(folder);
            }
        } catch (IOException e) {
            // What is still open on Windows stays behind; the next Store deletes what is temporary.
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

    /** Deletes what can be deleted; a file that resists keeps no other. */
    private static void delete(Path tree) throws IOException {
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
