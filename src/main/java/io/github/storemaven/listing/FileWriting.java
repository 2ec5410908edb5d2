package io.github.storemaven.listing;

import io.github.storemaven.json.Json;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.text.ReplacedFile;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Writes files into a folder, nowhere else, and none over another that says something else unless told. */
final class FileWriting {
    private final FolderBoundary boundary;
    private final boolean overwrite;
    private final WriteReport.Draft report;

    /** @param root that nothing is written out of; it is made where it is missing */
    FileWriting(Path root, boolean overwrite, WriteReport.Draft report) throws IOException {
        this.boundary = FolderBoundary.of(Files.createDirectories(root));
        this.overwrite = overwrite;
        this.report = report;
    }

    /** An entry of a directory by its name in any case, or where it would be. */
    static Path entry(Path directory, String name) throws IOException {
        Path exact = directory.resolve(name);
        return EntryCase.differing(directory, exact).orElse(exact);
    }

    void text(Path file, String text, ListingMember member) throws IOException {
        write(file, PlainText.encode(text), there(file) && says(file, text, member));
    }

    void json(Path file, JsonObject value) throws IOException {
        byte[] content = Json.indented(value).getBytes(StandardCharsets.UTF_8);
        write(file, content, there(file) && value.equals(jsonIn(file)));
    }

    /** A file of a member that the Store has not: it may stay only where it says nothing. */
    void nothing(Path file, ListingMember member) throws IOException {
        if (!there(file)) {
            return;
        }
        if (says(file, "", member)) {
            report.unchanged.add(file);
        } else if (overwrite) {
            checkInside(file);
            Files.delete(file);
            report.removed.add(file);
        } else {
            report.refused.add(file);
        }
    }

    private void write(Path file, byte[] content, boolean same) throws IOException {
        if (same) {
            report.unchanged.add(file);
        } else if (there(file) && !overwrite) {
            report.refused.add(file);
        } else {
            checkInside(file);
            ReplacedFile.write(Files.exists(file) ? file.toRealPath() : file, content);
            report.written.add(file);
        }
    }

    private static boolean there(Path file) {
        return !Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean says(Path file, String text, ListingMember member) throws IOException {
        try {
            boolean readable = Files.isRegularFile(file) && Files.size(file) <= PlainText.LARGEST;
            return readable && member.isSame(PlainText.unified(PlainText.decode(Files.readAllBytes(file))), text);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static JsonValue jsonIn(Path file) throws IOException {
        try {
            return Files.isRegularFile(file) ? ParsedJson.ofFile(file).value() : JsonValue.NULL;
        } catch (JsonSyntaxException e) {
            return JsonValue.NULL;
        }
    }

    /** Follows the links of what is there already, the file itself included. */
    private void checkInside(Path file) throws IOException {
        if (!boundary.wouldHold(file)) {
            throw new IOException(file + " leads out of the folder " + boundary.root() + "; nothing is written there");
        }
    }
}
