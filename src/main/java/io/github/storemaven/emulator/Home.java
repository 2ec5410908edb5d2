package io.github.storemaven.emulator;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.product.Catalog;
import io.github.storemaven.emulator.product.UploadTicket;
import io.github.storemaven.emulator.storage.BlobStore;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Where a Store keeps its files: a state folder that lasts, or a temporary one that goes when it closes. */
final class Home implements AutoCloseable {
    private static final String STATE = "store.json";
    private static final String FORMAT = "store-maven-plugin emulator 1";

    private final Path folder;
    private final boolean lasting;
    private final Optional<JsonObject> state;
    private final byte[] key;

    private Home(Path folder, boolean lasting, Optional<JsonObject> state) {
        this.folder = folder;
        this.lasting = lasting;
        this.state = state;
        this.key = state.map(json -> Base64.getDecoder().decode(json.getString("key")))
                .orElseGet(Home::newKey);
    }

    /** Opens a state folder, or makes a temporary one. @throws IOException when the folder is not ours */
    static Home open(Optional<Path> directory) throws IOException {
        boolean lasting = directory.isPresent();
        Path folder = lasting ? Files.createDirectories(directory.get()) : Files.createTempDirectory("embedded-store-");
        Home home = new Home(folder, lasting, lasting ? state(folder) : Optional.empty());
        Files.createDirectories(home.blobs());
        Files.createDirectories(home.work());
        return home;
    }

    private static Optional<JsonObject> state(Path folder) throws IOException {
        Path file = folder.resolve(STATE);
        if (Files.exists(file)) {
            return Optional.of(read(file));
        }
        try (var content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw notOurs(folder, "it is not empty and has no " + STATE);
            }
        }
        return Optional.empty();
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

    Path blobs() {
        return folder.resolve("blobs");
    }

    Path work() {
        return folder.resolve("work");
    }

    /** Takes in what an earlier run kept. */
    void restore(Catalog catalog, BlobStore blobs) throws IOException {
        try {
            take(catalog, blobs);
        } catch (RuntimeException e) {
            throw notOurs(folder, "its " + STATE + " is damaged (" + e.getMessage() + ")");
        }
    }

    private void take(Catalog catalog, BlobStore blobs) throws IOException {
        state.ifPresent(json -> catalog.read(json.getJsonObject("catalog")));
        for (Kind kind : Kind.values()) {
            for (var product : catalog.all(kind)) {
                for (var submission : product.submissions()) {
                    Optional<UploadTicket> ticket = submission.upload();
                    if (ticket.isPresent()) {
                        blobs.restore(ticket.get().blob());
                    }
                }
            }
        }
    }

    /** Writes the state; the old one stays until the new one is whole. */
    void save(Catalog catalog) {
        if (!lasting) {
            return;
        }
        JsonObject json = Json.object()
                .add("format", FORMAT)
                .add("key", Base64.getEncoder().encodeToString(key))
                .add("catalog", catalog.toJson())
                .build();
        try {
            Path fresh = Files.writeString(folder.resolve(STATE + ".new"), json.toString());
            Files.move(
                    fresh, folder.resolve(STATE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the state cannot be written to " + folder, e);
        }
    }

    @Override
    public void close() {
        try {
            delete(lasting ? work() : folder);
            if (lasting && Files.notExists(folder.resolve(STATE))) {
                delete(blobs()); // It never served, so the folder stays free for the next one.
            }
        } catch (IOException e) {
            // A file that is still open on Windows stays behind in the temporary folder.
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException problem) throws IOException {
                Files.deleteIfExists(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
