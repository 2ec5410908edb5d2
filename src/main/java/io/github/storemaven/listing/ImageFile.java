package io.github.storemaven.listing;

import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.ImageType;
import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import io.github.storemaven.zip.FileContent;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A PNG file of the folder.
 *
 * @param content where it is, and what reading it has told
 * @param uploadName its name in the upload, by its content
 * @param caption the text beside it; empty where there is no caption file
 */
record ImageFile(FileContent content, String uploadName, Optional<String> caption) {
    /** In bytes; larger ones are refused (listing rules, IMG-07). */
    private static final long LARGEST = 50L * 1024 * 1024;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** Reads a picture; empty, with a problem, where it is no PNG. */
    static Optional<ImageFile> read(Path file, String folder, Optional<String> caption, FolderScan scan)
            throws IOException {
        if (!scan.isFile(file)) {
            return Optional.empty();
        }
        FileContent content = FileContent.of(file, LARGEST, SIGNATURE);
        if (!content.startsWith(SIGNATURE)) {
            scan.problem(file, "this is not a PNG, whatever its name; convert it to PNG");
            return Optional.empty();
        }
        return Optional.of(new ImageFile(content, UploadName.of(content, folder, ".png"), caption));
    }

    Path file() {
        return content.file();
    }

    boolean isIn(JsonObject entry) {
        return UploadName.isSame(Members.text(entry, "fileName").orElse(""), uploadName);
    }

    /** The entry of a picture that the Store does not have (submission-api, 8.3). */
    JsonObject newEntry(ImageType type) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("fileName", uploadName)
                .add("fileStatus", FileStatus.PENDING_UPLOAD.text())
                .add("imageType", type.storeName())
                .add("description", caption.orElse(""))
                .build();
    }

    /** The entry of a picture that the Store has, with our caption if there is one. */
    JsonObject keptEntry(JsonObject entry) {
        JsonValue current = Members.get(entry, "description");
        return caption.map(text -> ListingMember.DESCRIPTION.wanted(current, text))
                .map(wanted -> Members.with(entry, "description", wanted))
                .orElse(entry);
    }
}
