package io.github.storemaven.emulator.installer;

import io.github.storemaven.emulator.document.Enumerations;
import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** {@code /metadata}: texts, properties and availability of the draft (MSI/EXE reference, section 7). */
final class MetadataHandler {
    private static final String LISTINGS = "listings";
    private static final String PROPERTIES = "properties";
    private static final String AVAILABILITY = "availability";
    private static final int MOST_LISTINGS = 200;
    private static final List<Module> MODULES = List.of(
            new Module(
                    AVAILABILITY,
                    ModuleSchema.AVAILABILITY,
                    ModuleChecks::availability,
                    InstallerProduct::availability,
                    InstallerProduct::setAvailability),
            new Module(
                    PROPERTIES,
                    ModuleSchema.PROPERTIES,
                    ModuleChecks::properties,
                    InstallerProduct::properties,
                    InstallerProduct::setProperties));

    /** A module that a product has once. */
    private record Module(
            String name,
            ModuleSchema schema,
            Function<JsonObject, List<String>> problems,
            Function<InstallerProduct, JsonObject> held,
            BiConsumer<InstallerProduct, JsonObject> setter) {
        void change(InstallerCall call, JsonObject body, boolean replaces, List<Runnable> changes)
                throws InstallerErrorException {
            if (member(body, name, name) instanceof JsonObject sent) {
                JsonObject module = schema.normalized(sent);
                JsonObject changed = replaces ? module : merged(held.apply(call.product()), module);
                require(name, problems.apply(changed));
                changes.add(() -> setter.accept(call.product(), changed));
            }
        }
    }

    JsonObject getAll(InstallerCall call) {
        JsonObjectBuilder data = Json.object()
                .add(AVAILABILITY, call.product().availability())
                .add(PROPERTIES, call.product().properties())
                .add(LISTINGS, listings(call));
        return withLanguages(call, data);
    }

    JsonObject getModule(InstallerCall call) throws InstallerErrorException {
        return switch (call.name().toLowerCase(Locale.ROOT)) {
            case AVAILABILITY ->
                Json.object().add(AVAILABILITY, call.product().availability()).build();
            case PROPERTIES ->
                Json.object().add(PROPERTIES, call.product().properties()).build();
            case LISTINGS -> withLanguages(call, Json.object().add(LISTINGS, listings(call)));
            default -> throw InstallerErrorException.notFound("", "There is no module " + call.name() + ".");
        };
    }

    private static JsonArray listings(InstallerCall call) {
        return Json.array(call.product().listings().stream()
                .filter(listing -> call.concerns(Json.text(listing, "language")))
                .limit(MOST_LISTINGS)
                .toList());
    }

    private static JsonObject withLanguages(InstallerCall call, JsonObjectBuilder data) {
        if (call.languageListWanted()) {
            data.add(
                    "listingLanguages",
                    Json.array(call.product().listings().stream()
                            .map(listing -> Json.object()
                                    .add("language", Json.text(listing, "language"))
                                    .add("isComplete", call.product().isComplete(listing))
                                    .build())
                            .toList()));
        }
        return data.build();
    }

    /**
     * Changes the modules that a body names; all of them or none.
     *
     * @param replaces whether members that a module leaves out are reset (PUT), or stay (PATCH)
     */
    JsonObject change(InstallerCall call, boolean replaces) throws InstallerErrorException {
        call.requireNoSubmission(LISTINGS);
        JsonObject body = call.body(LISTINGS);
        List<Runnable> changes = new ArrayList<>();
        languages(call, body, changes);
        for (Module module : MODULES) {
            module.change(call, body, replaces, changes);
        }
        listing(call, body, replaces, changes);
        changes.forEach(Runnable::run);
        return call.changed();
    }

    private static void listing(InstallerCall call, JsonObject body, boolean replaces, List<Runnable> changes)
            throws InstallerErrorException {
        if (member(body, LISTINGS, LISTINGS) instanceof JsonObject sent) {
            JsonObject module = ModuleSchema.LISTING.normalized(sent);
            String language = Json.text(module, "language");
            boolean added = texts(body, "listingsToAdd").stream().anyMatch(language::equalsIgnoreCase);
            JsonObject held = call.product().listing(language).orElse(JsonValue.EMPTY_JSON_OBJECT);
            if (held.isEmpty() && !added) {
                throw InstallerErrorException.invalid(
                        LISTINGS, "There is no listing in '" + language + "', add it with listingsToAdd.");
            }
            JsonObject changed = replaces ? module : merged(held, module);
            require(LISTINGS, ModuleChecks.listing(changed));
            if (replaces) {
                require(LISTINGS, ModuleSchema.LISTING.problems(changed, true));
            }
            changes.add(() -> call.product().setListing(changed));
        }
    }

    private static void languages(InstallerCall call, JsonObject body, List<Runnable> changes)
            throws InstallerErrorException {
        for (String language : texts(body, "listingsToAdd")) {
            if (!Enumerations.isLanguage(language)) {
                throw InstallerErrorException.invalid(LISTINGS, "The language '" + language + "' is not supported.");
            }
            changes.add(() -> call.product().addListing(language));
        }
        for (String language : texts(body, "listingsToRemove")) {
            if (call.product().listing(language).isEmpty()) {
                throw InstallerErrorException.invalid(LISTINGS, "There is no listing in '" + language + "'.");
            }
            changes.add(() -> call.product().removeListing(language));
        }
    }

    /** A module as it was sent; absent and null are the same (section 6). */
    private static JsonValue member(JsonObject body, String name, String target) throws InstallerErrorException {
        JsonValue value = body.getOrDefault(Json.nameInAnyCase(body, name), JsonValue.NULL);
        if (value != JsonValue.NULL && !(value instanceof JsonObject)) {
            throw InstallerErrorException.invalid(target, "'" + name + "' must be one object.");
        }
        return value;
    }

    private static List<String> texts(JsonObject body, String name) throws InstallerErrorException {
        JsonValue value = body.getOrDefault(Json.nameInAnyCase(body, name), JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return List.of();
        }
        if (value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)) {
            return array.getValuesAs(JsonString::getString);
        }
        throw InstallerErrorException.invalid(LISTINGS, "'" + name + "' must be an array of language codes.");
    }

    private static JsonObject merged(JsonObject held, JsonObject sent) {
        JsonObjectBuilder merged = Json.PROVIDER.createObjectBuilder(held);
        sent.forEach(merged::add);
        return merged.build();
    }

    private static void require(String target, List<String> problems) throws InstallerErrorException {
        if (!problems.isEmpty()) {
            throw InstallerErrorException.invalid(target, problems);
        }
    }
}
