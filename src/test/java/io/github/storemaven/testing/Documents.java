package io.github.storemaven.testing;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;

/**
 * Documents of tests and the changes made to them. They use JSON-P alone, so that tests of the client and of the
 * embedded Store may share them.
 */
public final class Documents {
    private static final JsonProvider JSON = JsonProvider.provider();

    private Documents() {}

    /** A text with quotation marks where it was written with single ones. */
    public static String quoted(String text) {
        return text.replace('\'', '"');
    }

    /** A document that is written with single quotes. */
    public static JsonObject json(String text) {
        try (var reader = JSON.createReader(new StringReader(quoted(text)))) {
            return reader.readObject();
        }
    }

    /** A value set by a JSON Pointer. */
    public static JsonObject set(JsonObject document, String pointer, JsonValue value) {
        return JSON.createPatchBuilder().add(pointer, value).build().apply(document);
    }

    public static JsonObject set(JsonObject document, String pointer, String value) {
        return set(document, pointer, JSON.createValue(value));
    }

    public static JsonObject remove(JsonObject document, String pointer) {
        return JSON.createPatchBuilder().remove(pointer).build().apply(document);
    }

    /** All packages marked for deletion, a new one added. */
    public static JsonObject replacePackages(JsonObject document, String member, String fileName) {
        JsonArrayBuilder packages = JSON.createArrayBuilder();
        if (document.containsKey(member)) {
            for (JsonObject old : document.getJsonArray(member).getValuesAs(JsonObject.class)) {
                packages.add(JSON.createObjectBuilder(old).add("fileStatus", "PendingDelete"));
            }
        }
        packages.add(newPackage(fileName));
        return JSON.createObjectBuilder(document).add(member, packages).build();
    }

    public static JsonObject newPackage(String fileName) {
        return JSON.createObjectBuilder()
                .add("fileName", fileName)
                .add("fileStatus", "PendingUpload")
                .add("minimumDirectXVersion", "None")
                .add("minimumSystemRam", "None")
                .build();
    }
}
