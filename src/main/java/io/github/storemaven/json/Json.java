package io.github.storemaven.json;

import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Map;

/** The provider that everybody shares (looking one up is slow) and JSON as text. */
public final class Json {
    /** Kept for the life of the class: the static facade looks its provider up on every call. */
    public static final JsonProvider PROVIDER = JsonProvider.provider();

    private static final JsonWriterFactory INDENTED =
            PROVIDER.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private Json() {}

    /** The value in one line, as it goes over the wire. */
    public static String compact(JsonValue value) {
        return value.toString();
    }

    /** The structure over several lines, for a person, ended by a line break. */
    public static String indented(JsonStructure structure) {
        StringWriter text = new StringWriter();
        try (var writer = INDENTED.createWriter(text)) {
            writer.write(structure);
        }
        return text.toString().strip() + "\n";
    }
}
