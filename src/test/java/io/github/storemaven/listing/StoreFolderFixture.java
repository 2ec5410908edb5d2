package io.github.storemaven.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.json.Json;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A folder made for a test, and documents written with single quotes. */
record StoreFolderFixture(Path root) {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    StoreFolderFixture text(String name, String text) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file that is a PNG by its signature; each content is another picture. */
    StoreFolderFixture picture(String name, String content) {
        return bytes(name, png(content));
    }

    StoreFolderFixture bytes(String name, byte[] content) {
        try {
            Files.createDirectories(root.resolve(name).getParent());
            Files.write(root.resolve(name), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StoreFolder read() throws InvalidListingException, IOException {
        return Folders.app(root, TextSource.asWritten());
    }

    /** The problems of the folder, each with its file relative to the folder and slashes of one kind. */
    List<String> problems() throws IOException {
        try {
            read();
            return List.of();
        } catch (InvalidListingException found) {
            return relative(found);
        }
    }

    /** The folder has one problem, whose text begins like this. */
    void assertProblem(String beginning) throws IOException {
        assertThat(problems()).singleElement().asString().startsWith(beginning);
    }

    List<String> relative(InvalidListingException found) {
        return found.problems().stream()
                .map(one -> root.relativize(root.getFileSystem().getPath(one.file()))
                                .toString()
                                .replace('\\', '/') + ": " + one.message())
                .toList();
    }

    static byte[] png(String content) {
        byte[] tail = content.getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(SIGNATURE, SIGNATURE.length + tail.length);
        System.arraycopy(tail, 0, all, SIGNATURE.length, tail.length);
        return all;
    }

    /** The name that a picture has in the upload. */
    static String image(String content) {
        return "images/" + digest(png(content)) + ".png";
    }

    static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A document of the test resources. */
    static JsonObject document(String resource) throws IOException, JsonSyntaxException {
        try (var text = StoreFolderFixture.class.getResourceAsStream(resource)) {
            return ParsedJson.ofResponse(resource, text.readAllBytes()).object();
        }
    }

    static JsonObject json(String text, Object... values) {
        String json = Documents.quoted(text);
        return Documents.json(values.length == 0 ? json : json.formatted(values));
    }

    /** A document with one English listing. */
    static JsonObject english(String baseListing, Object... values) {
        return json("{'listings': {'en-us': {'baseListing': " + baseListing + "}}}", values);
    }

    /** The text of a document, in which the order of members counts. */
    static String text(JsonObject document) {
        return Json.compact(document);
    }
}
