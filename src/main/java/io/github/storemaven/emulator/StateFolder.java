package io.github.storemaven.emulator;

import io.github.storemaven.emulator.catalog.Catalog;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.installer.InstallerCatalog;
import io.github.storemaven.emulator.storage.ReplacedFile;
import io.github.storemaven.emulator.storage.UploadContainer;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Where a Store keeps its files: uploads, what is needed for a moment, and its state, in a folder that lasts or in a
 * temporary one.
 */
final class StateFolder implements AutoCloseable {
    private static final String STATE = "store.json";
    private static final String BLOBS = "blobs";
    private static final String WORK = "work";
    private static final Set<String> OURS = Set.of(STATE, STATE + ".new", LockedFolder.LOCK, BLOBS, WORK);
    private static final String INSTALLERS = "installers";
    private static final String GENERATION = "tokenGeneration";
    private static final String FORMAT = "store-maven-plugin emulator 1";

    private final LockedFolder folder;
    private final Optional<JsonObject> state;
    private final byte[] key;

    private StateFolder(LockedFolder folder, Optional<JsonObject> state) {
        this.folder = folder;
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
        Path path = LockedFolder.create(directory);
        requireOurs(path);
        LockedFolder folder = LockedFolder.lasting(path);
        try {
            return new StateFolder(folder, state(path)).prepared();
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    private static StateFolder temporary() throws IOException {
        return new StateFolder(LockedFolder.temporary(), Optional.empty()).prepared();
    }

    private StateFolder prepared() throws IOException {
        Files.createDirectories(blobs());
        Files.createDirectories(work());
        return this;
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
        return folder.path().resolve(BLOBS);
    }

    Path work() {
        return folder.path().resolve(WORK);
    }

    /** Takes in what an earlier run kept. */
    void restore(Catalog catalog, InstallerCatalog installers, UploadContainer uploads) throws IOException {
        if (state.isEmpty()) {
            return;
        }
        try {
            JsonObject kept = state.get().getJsonObject("catalog");
            catalog.read(kept);
            if (!catalog.toJson().equals(kept)) {
                throw new IllegalStateException("a member is missing or unknown");
            }
            if (state.get().containsKey(INSTALLERS)) {
                installers.read(state.get().getJsonObject(INSTALLERS));
            }
            for (UploadContainer.Upload upload : catalog.uploads()) {
                uploads.restore(upload);
            }
        } catch (RuntimeException e) {
            throw notOurs(folder.path(), "its " + STATE + " is damaged (" + e.getMessage() + ")");
        }
    }

    /** Writes the state; the old one stays until the new one is whole. */
    void save(Catalog catalog, InstallerCatalog installers, long tokenGeneration) {
        if (!folder.isLasting()) {
            return;
        }
        JsonObject json = Json.object()
                .add("format", FORMAT)
                .add("key", Base64.getEncoder().encodeToString(key))
                .add(GENERATION, tokenGeneration)
                .add("catalog", catalog.toJson())
                .add(INSTALLERS, installers.toJson())
                .build();
        try {
            Path fresh = Files.writeString(folder.path().resolve(STATE + ".new"), json.toString());
            ReplacedFile.move(fresh, folder.path().resolve(STATE));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the state cannot be written to " + folder.path() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            if (folder.isLasting()) {
                LockedFolder.delete(work());
                if (Files.notExists(folder.path().resolve(STATE))) {
                    LockedFolder.delete(blobs()); // It never served, so the folder stays free for the next one.
                }
            }
            folder.close();
        } catch (IOException e) {
            // What is still open on Windows stays behind; the next Store deletes what is temporary.
        }
    }
}
