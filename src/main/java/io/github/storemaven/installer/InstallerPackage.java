package io.github.storemaven.installer;

import io.github.storemaven.document.Equality;
import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A package object: an installer by its address, architecture and languages (MSI/EXE reference, section 8.1). */
final class InstallerPackage {
    /** What users add beside the members of the API: the file that was built here. */
    static final String FILE = "installerFile";

    private static final String ID = "packageId";

    private InstallerPackage() {}

    /** What tells the packages of a product apart: {@code X64}, or {@code X64 de-de fr-fr}. */
    static String key(JsonObject one) {
        return (architecture(one) + " " + String.join(" ", languages(one))).strip();
    }

    /** For example {@code X64}; empty where there is none. */
    static String architecture(JsonObject one) {
        return texts(one, "architectures").stream()
                .map(text -> text.toUpperCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(","));
    }

    static List<String> languages(JsonObject one) {
        return texts(one, "languages").stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }

    static String url(JsonObject one) {
        return Members.text(one, "packageUrl").orElse("");
    }

    private static List<String> texts(JsonObject one, String name) {
        return Members.array(one, name).stream()
                .filter(JsonString.class::isInstance)
                .map(text -> ((JsonString) text).getString())
                .toList();
    }

    /** What is sent of an entry of the user's file. */
    static JsonObject sent(JsonObject wanted) {
        return Members.without(wanted, FILE, ID);
    }

    /** The members of a wanted package that the held one has not, or has otherwise; lists of languages in any order. */
    static JsonObject patch(JsonObject held, JsonObject wanted) {
        JsonObjectBuilder patch = Json.PROVIDER.createObjectBuilder();
        sent(wanted).forEach((name, value) -> {
            boolean same = switch (name.toLowerCase(Locale.ROOT)) {
                case "languages" -> languages(held).equals(languages(wanted));
                case "architectures" -> architecture(held).equals(architecture(wanted));
                default -> Equality.same(Members.get(held, name), value);
            };
            if (!same) {
                patch.add(name, value);
            }
        });
        return patch.build();
    }

    /** The held package with all that is wanted, as a whole, for a PUT. */
    static JsonObject merged(JsonObject held, JsonObject wanted) {
        JsonObject merged = sent(held);
        for (var member : sent(wanted).entrySet()) {
            merged = Members.with(merged, member.getKey(), member.getValue());
        }
        return merged;
    }
}
