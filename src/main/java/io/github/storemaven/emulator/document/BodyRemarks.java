package io.github.storemaven.emulator.document;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is odd about a body that the service takes all the same; each with its JSON Pointer. */
public final class BodyRemarks {
    private static final int MOST = 10;
    private static final int MAX_POINTER = 200;
    /** What a decoder writes for bytes that are no letter. */
    private static final int LOST_LETTER = 0xFFFD;

    private final List<String> found = new ArrayList<>();
    private int count;

    private BodyRemarks() {}

    /** At most ten, and how many there are besides. */
    public static List<String> of(JsonValue body) {
        BodyRemarks remarks = new BodyRemarks();
        remarks.visit("", body);
        if (remarks.count > MOST) {
            remarks.found.add("... and " + (remarks.count - MOST) + " more members of this body");
        }
        return List.copyOf(remarks.found);
    }

    private void visit(String pointer, JsonValue value) {
        if (value instanceof JsonObject object) {
            twice(pointer, object);
            object.forEach((name, member) -> visit(pointer + "/" + escaped(name), member));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                visit(pointer + "/" + i, array.get(i));
            }
        } else if (value instanceof JsonString text && text.getString().indexOf(LOST_LETTER) >= 0) {
            add(cut(pointer)
                    + " holds U+FFFD: letters were lost, since the body or what it was made from is not UTF-8");
        }
    }

    /** Microsoft's own sample for game options sends {@code pricing} from the clone and {@code Pricing} of its own. */
    private void twice(String pointer, JsonObject object) {
        Map<String, String> seen = new HashMap<>();
        for (String name : object.keySet()) {
            String before = seen.put(name.toLowerCase(Locale.ROOT), name);
            if (before != null) {
                add(cut(pointer + "/" + escaped(before)) + " is there twice, also as " + cut(escaped(name))
                        + ": the last one counts");
            }
        }
    }

    private void add(String remark) {
        count++;
        if (count <= MOST) {
            found.add(remark);
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String cut(String pointer) {
        return pointer.length() <= MAX_POINTER ? pointer : pointer.substring(0, MAX_POINTER) + "...";
    }
}
