package io.github.storemaven.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Builds a tree from parser events: bounded in depth, member order kept, a member twice refused on request. */
final class JsonTree {
    /** Far deeper than any document of the service, far from the end of a thread's stack. */
    static final int DEEPEST = 100;

    private final String source;
    private final JsonParser parser;
    private final boolean strict;
    private final Map<String, Place> places = new HashMap<>();

    JsonTree(String source, JsonParser parser, boolean strict) {
        this.source = source;
        this.parser = parser;
        this.strict = strict;
    }

    ReadJson read() throws JsonProblem {
        JsonValue value = value(parser.next(), "", 0);
        if (strict && parser.hasNext()) {
            parser.next();
            throw problem("nothing may follow the document");
        }
        return new ReadJson(source, value, places);
    }

    private JsonValue value(Event event, String pointer, int depth) throws JsonProblem {
        if (strict) {
            places.put(pointer, place());
        }
        return switch (event) {
            case START_OBJECT -> object(pointer, deeper(depth));
            case START_ARRAY -> array(pointer, deeper(depth));
            default -> parser.getValue();
        };
    }

    private JsonValue object(String pointer, int depth) throws JsonProblem {
        JsonObjectBuilder object = Json.PROVIDER.createObjectBuilder();
        Set<String> names = new HashSet<>();
        while (parser.next() != Event.END_OBJECT) {
            String name = parser.getString();
            if (!names.add(name) && strict) {
                throw problem("the member \"" + name + "\" stands there twice");
            }
            object.add(name, value(parser.next(), pointer + "/" + Pointer.escape(name), depth));
        }
        return object.build();
    }

    private JsonValue array(String pointer, int depth) throws JsonProblem {
        JsonArrayBuilder array = Json.PROVIDER.createArrayBuilder();
        int index = 0;
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            array.add(value(event, pointer + "/" + index++, depth));
        }
        return array.build();
    }

    private int deeper(int depth) throws JsonProblem {
        if (depth >= DEEPEST) {
            throw problem("nested deeper than " + DEEPEST + " levels");
        }
        return depth + 1;
    }

    private JsonProblem problem(String reason) {
        return new JsonProblem(source, place().line(), place().column(), reason);
    }

    private Place place() {
        return new Place(
                parser.getLocation().getLineNumber(), parser.getLocation().getColumnNumber());
    }
}
