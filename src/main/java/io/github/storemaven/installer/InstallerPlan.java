package io.github.storemaven.installer;

import io.github.storemaven.document.CertificationNotes;
import io.github.storemaven.document.Change;
import io.github.storemaven.document.Equality;
import io.github.storemaven.document.Members;
import io.github.storemaven.document.MergePatch;
import io.github.storemaven.json.Json;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a request changes in the draft, and nothing else (MSI/EXE reference, section 14.4): members that are the same already
 * are not sent.
 *
 * @param packagePatches the members of each package that change, by its id, where the set stays
 * @param packageSet all packages, where the set changes
 * @param properties the members that change
 * @param availability the members that change
 * @param languagesToAdd that have no listing yet
 * @param listings the members that change, by language
 * @param images the sets that change
 * @param presumed how many sets of images are taken for those of the Store by number, order and size
 * @param changes by path
 */
public record InstallerPlan(
        Map<String, JsonObject> packagePatches,
        Optional<List<JsonObject>> packageSet,
        JsonObject properties,
        JsonObject availability,
        List<String> languagesToAdd,
        Map<String, JsonObject> listings,
        List<ImageSet> images,
        int presumed,
        List<Change> changes) {
    /** More than a product with a hundred languages has. */
    private static final int MOST_LINES = 2000;

    /** Whether the Store has all that is asked for. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Whether packages change. */
    boolean hasPackages() {
        return !packagePatches.isEmpty() || packageSet.isPresent();
    }

    /**
     * Compares.
     *
     * @param digests of the images that we uploaded, by the id that the Store gave them
     * @param sendImages whether images are sent although they look like those of the Store
     */
    public static InstallerPlan of(
            InstallerDraft draft, InstallerRequest request, Map<String, String> digests, boolean sendImages) {
        return new Comparison(draft, request).plan(digests, sendImages);
    }

    /** The draft as the Store should hold it afterwards, without the images, whose ids nobody knows before. */
    JsonObject appliedTo(InstallerDraft draft) {
        Map<String, JsonObject> wanted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        wanted.putAll(draft.listings());
        languagesToAdd.forEach(language -> wanted.putIfAbsent(
                language,
                Json.PROVIDER.createObjectBuilder().add("language", language).build()));
        listings.forEach((language, patch) -> wanted.merge(language, patch, InstallerPlan::laidOver));
        List<JsonObject> packages = packageSet.orElseGet(() -> draft.packages().stream()
                .map(held -> Members.text(held, "packageId")
                        .map(packagePatches::get)
                        .map(patch -> laidOver(held, patch))
                        .orElse(held))
                .toList());
        return new InstallerDraft(
                        packages,
                        laidOver(draft.availability(), availability),
                        laidOver(draft.properties(), properties),
                        wanted,
                        draft.assets())
                .document();
    }

    private static JsonObject laidOver(JsonObject held, JsonObject patch) {
        JsonObject both = held;
        for (var member : patch.entrySet()) {
            both = Members.with(both, member.getKey(), member.getValue());
        }
        return both;
    }

    /** Finds what differs, module by module. */
    private static final class Comparison {
        private final InstallerDraft draft;
        private final InstallerRequest request;
        private final List<Change> changes = new ArrayList<>();
        private final Map<String, JsonObject> patches = new LinkedHashMap<>();
        private Optional<List<JsonObject>> set = Optional.empty();

        Comparison(InstallerDraft draft, InstallerRequest request) {
            this.draft = draft;
            this.request = request;
        }

        InstallerPlan plan(Map<String, String> digests, boolean sendImages) {
            packages();
            JsonObject properties = module("properties", draft.properties(), request.properties());
            JsonObject availability = module("availability", draft.availability(), request.availability());
            List<String> added = request.listings().keySet().stream()
                    .filter(language -> !draft.listings().containsKey(language))
                    .sorted()
                    .toList();
            Map<String, JsonObject> listings = listings();
            boolean others = !changes.isEmpty();
            List<ImageSet> images = new ArrayList<>();
            int presumed = 0;
            for (ImageSet all : imageSets()) {
                ImageSet known = all.recognized(digests);
                if (known.isHeld()) {
                    continue;
                }
                if (all.looksHeld(digests) && !others && !sendImages) {
                    presumed++;
                } else {
                    images.add(known);
                    change("/assets/" + all.language() + "/" + all.type(), held(all), names(all));
                }
            }
            return new InstallerPlan(
                    patches, set, properties, availability, added, listings, images, presumed, List.copyOf(changes));
        }

        private void change(String path, Optional<JsonValue> from, Optional<JsonValue> to) {
            changes.add(new Change(path, from, to));
        }

        private static Optional<JsonValue> held(ImageSet all) {
            return all.held().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Json.PROVIDER.createValue(
                            all.held().size() + (all.held().size() == 1 ? " image" : " images")));
        }

        private static Optional<JsonValue> names(ImageSet all) {
            JsonArrayBuilder names = Json.PROVIDER.createArrayBuilder();
            all.wanted().forEach(image -> names.add(image.name()));
            return Optional.of(names.build());
        }

        private void packages() {
            if (request.packages().isEmpty()) {
                return;
            }
            Map<JsonObject, JsonObject> pairs = pairs();
            List<JsonObject> gone = draft.packages().stream()
                    .filter(held -> !pairs.containsValue(held))
                    .toList();
            gone.forEach(held -> change(path(held), Optional.of(held), Optional.empty()));
            boolean same = gone.isEmpty() && pairs.size() == request.packages().size();
            for (JsonObject wanted : request.packages()) {
                JsonObject held = pairs.get(wanted);
                if (held == null) {
                    change(path(wanted), Optional.empty(), Optional.of(InstallerPackage.sent(wanted)));
                } else {
                    changed(held, InstallerPackage.patch(held, wanted), same);
                }
            }
            if (!same) {
                set = Optional.of(request.packages().stream()
                        .map(wanted -> pairs.containsKey(wanted)
                                ? InstallerPackage.merged(pairs.get(wanted), wanted)
                                : InstallerPackage.sent(wanted))
                        .toList());
            }
        }

        private void changed(JsonObject held, JsonObject patch, boolean same) {
            patch.forEach(
                    (name, value) -> change(path(held) + "/" + name, Members.value(held, name), Optional.of(value)));
            if (same && !patch.isEmpty()) {
                patches.put(Members.text(held, "packageId").orElse(""), patch);
            }
        }

        /** Each wanted package with the held one for the same machines: by architecture and languages, else by architecture. */
        private Map<JsonObject, JsonObject> pairs() {
            Map<JsonObject, JsonObject> pairs = new LinkedHashMap<>();
            for (JsonObject wanted : request.packages()) {
                draft.packages().stream()
                        .filter(held -> InstallerPackage.key(held).equals(InstallerPackage.key(wanted)))
                        .filter(held -> !pairs.containsValue(held))
                        .findFirst()
                        .ifPresent(held -> pairs.put(wanted, held));
            }
            for (JsonObject wanted : request.packages()) {
                if (!pairs.containsKey(wanted)) {
                    draft.packages().stream()
                            .filter(held -> !pairs.containsValue(held))
                            .filter(held ->
                                    InstallerPackage.architecture(held).equals(InstallerPackage.architecture(wanted)))
                            .findFirst()
                            .ifPresent(held -> pairs.put(wanted, held));
                }
            }
            return pairs;
        }

        private static String path(JsonObject one) {
            return "/packages/" + InstallerPackage.architecture(one);
        }

        private JsonObject module(String name, JsonObject held, JsonObject patch) {
            JsonObject wanted = MergePatch.apply(held, patch);
            JsonObjectBuilder changed = Json.PROVIDER.createObjectBuilder();
            wanted.forEach((member, value) -> {
                if (!Equality.same(Members.get(held, member), value)) {
                    changed.add(member, value);
                    change("/" + name + "/" + member, Members.value(held, member), Optional.of(value));
                }
            });
            return changed.build();
        }

        private Map<String, JsonObject> listings() {
            Map<String, JsonObject> patches = new TreeMap<>();
            request.listings().forEach((language, wanted) -> {
                JsonObject held = draft.listing(language);
                JsonObjectBuilder patch = Json.PROVIDER.createObjectBuilder();
                patch.add("language", Members.text(held, "language").orElse(language));
                wanted.forEach((member, value) -> {
                    if (!Equality.same(Members.get(held, member), value)) {
                        patch.add(member, value);
                        change("/listings/" + language + "/" + member, Members.value(held, member), Optional.of(value));
                    }
                });
                JsonObject built = patch.build();
                if (built.size() > 1) {
                    patches.put(language, built);
                }
            });
            return patches;
        }

        private List<ImageSet> imageSets() {
            List<ImageSet> sets = new ArrayList<>();
            new TreeMap<>(request.images()).forEach((language, wanted) -> {
                wanted.screenshots()
                        .ifPresent(
                                files -> sets.add(ImageSet.screenshots(language, draft.screenshots(language), files)));
                if (wanted.squares().isPresent() || wanted.posters().isPresent()) {
                    sets.add(ImageSet.logos(language, draft.logos(language), wanted.squares(), wanted.posters()));
                }
            });
            return sets;
        }
    }

    /** The same to be shown: the text of the notes for certification, which often hold a test account, only where that is asked for. */
    public InstallerPlan showingNotes(boolean show) {
        return show
                ? this
                : new InstallerPlan(
                        packagePatches,
                        packageSet,
                        properties,
                        availability,
                        languagesToAdd,
                        listings,
                        images,
                        presumed,
                        CertificationNotes.hidden(changes));
    }

    /** What the changes are of, before them. */
    static String headline(String productId) {
        return "Changes to product " + productId + ", compared with its draft:";
    }

    /** How many there are, after them. */
    String total() {
        long added = changes.stream().filter(one -> one.from().isEmpty()).count();
        long removed = changes.stream()
                .filter(one -> one.from().isPresent() && one.to().isEmpty())
                .count();
        return added + " to add, " + (changes.size() - added - removed) + " to change, " + removed + " to remove";
    }

    /** The changes, each in a line, for a log; of very many the first ones. */
    public List<String> lines() {
        Stream<String> some = changes.stream().limit(MOST_LINES).map(InstallerPlan::line);
        int more = changes.size() - MOST_LINES;
        return Stream.concat(some, more > 0 ? Stream.of("and " + more + " more") : Stream.of())
                .toList();
    }

    private static String line(Change change) {
        String path = change.path().substring(1);
        if (change.from().isEmpty()) {
            return "+ " + path + "  " + shown(change.to());
        }
        return change.to().isEmpty()
                ? "- " + path + "  " + shown(change.from())
                : "~ " + path + "  " + shown(change.from()) + " -> " + shown(change.to());
    }

    private static String shown(Optional<JsonValue> value) {
        String text = value.map(InstallerPlan::text).orElse("");
        return ForeignText.cut(text, 80);
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return ForeignText.oneLine(string.getString());
        }
        if (value instanceof JsonObject object && object.containsKey("packageUrl")) {
            return InstallerPackage.url(object);
        }
        return ForeignText.oneLine(Json.compact(value));
    }
}
