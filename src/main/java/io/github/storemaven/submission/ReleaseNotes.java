package io.github.storemaven.submission;

import io.github.storemaven.check.Finding;
import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.check.Severity;
import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import io.github.storemaven.json.Pointer;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Release notes of the languages that have none of their own in the store folder or the submission file: one text for
 * several languages, or one a language.
 *
 * @param label what they are about, with a blank before it: the version, or nothing
 * @param name of the file, as it is named, for messages
 * @param texts by the lower-case code of their language; one that is for several languages has the code ""
 * @param languages that the one text is for; empty for all of the listing
 * @param isPerLanguage whether each language has a file of its own
 */
public record ReleaseNotes(
        String label, String name, Map<String, Text> texts, Set<String> languages, boolean isPerLanguage) {
    private static final String RULE = "DOC-08";
    private static final String MEMBER = "releaseNotes";

    /**
     * A text and where it comes from.
     *
     * @param leftOut how many items at its end were too many for the Store
     */
    public record Text(Path file, String text, int leftOut) {
        /** The notes as a document of one language, for the rules on their text. */
        JsonObject document() {
            JsonObject base =
                    Json.PROVIDER.createObjectBuilder().add(MEMBER, text).build();
            return nested("listings", nested("en-us", nested("baseListing", base)));
        }

        private static JsonObject nested(String name, JsonObject inner) {
            return Json.PROVIDER.createObjectBuilder().add(name, inner).build();
        }

        /** A text that differs in its line ends alone keeps the Store's bytes. */
        private JsonObject in(JsonObject base) {
            Optional<String> known = Members.text(base, MEMBER);
            boolean same = known.filter(
                            old -> old.lines().toList().equals(text.lines().toList()))
                    .isPresent();
            return same ? base : Members.with(base, MEMBER, Json.PROVIDER.createValue(text));
        }
    }

    /** What else gives a language its notes: members of the submission file, files of the store folder. */
    record Others(JsonObject patch, Function<String, Optional<Path>> ownFile) {
        private boolean have(String language) {
            return hasNotes(Members.objectOrEmpty(Members.objectOrEmpty(patch, "listings"), language))
                    || ownFile.apply(Pointer.member("/listings", language) + "/baseListing/" + MEMBER)
                            .isPresent();
        }

        private static boolean hasNotes(JsonObject listing) {
            JsonObject base = Members.objectOrEmpty(listing, "baseListing");
            return base.containsKey(Members.actualName(base, MEMBER));
        }
    }

    /** One text for the languages named; for all of the listing where none is. */
    public static ReleaseNotes ofOne(String label, Text text, Set<String> languages) {
        return new ReleaseNotes(
                label, String.valueOf(text.file().getFileName()), Map.of("", text), Set.copyOf(languages), false);
    }

    /** Sets the notes in the languages of an app that have no others. */
    JsonObject applyTo(JsonObject document, Others others) {
        JsonObject listings = Members.objectOrEmpty(document, "listings");
        if (listings.isEmpty()) {
            return document;
        }
        JsonObjectBuilder noted = Json.PROVIDER.createObjectBuilder(listings);
        filled(listings, others).forEach((language, text) -> {
            JsonObject listing = listings.getJsonObject(language);
            noted.add(
                    language,
                    Members.with(listing, "baseListing", text.in(Members.objectOrEmpty(listing, "baseListing"))));
        });
        return Members.with(document, "listings", noted.build());
    }

    private Map<String, Text> filled(JsonObject listings, Others others) {
        Map<String, Text> filled = new LinkedHashMap<>();
        listings.forEach((language, listing) -> {
            Optional<Text> text = text(language.toLowerCase(Locale.ROOT));
            if (listing instanceof JsonObject && text.isPresent() && !others.have(language)) {
                filled.put(language, text.get());
            }
        });
        return filled;
    }

    private Optional<Text> text(String language) {
        boolean isOfOne = !isPerLanguage && (languages.isEmpty() || languages.contains(language));
        return Optional.ofNullable(texts.get(isOfOne ? "" : language));
    }

    /**
     * Which languages are filled, in one line; with several languages of one text that nobody named it is a warning.
     *
     * @param isWarning whether somebody has to act on it
     */
    record Report(String line, boolean isWarning) {}

    /** What has become of the notes in a document. */
    Report report(JsonObject document, Others others) {
        Map<String, Text> filled = filled(Members.objectOrEmpty(document, "listings"), others);
        if (filled.isEmpty()) {
            return new Report(begin() + "in no language: each one has other notes, or none is written for it", false);
        }
        if (isPerLanguage) {
            return new Report(begin() + perLanguage(filled), false);
        }
        boolean guessed = filled.size() > 1 && languages.isEmpty();
        return new Report(
                begin() + described(texts.get("")) + ", in " + String.join(", ", filled.keySet())
                        + (guessed
                                ? ": one text for several languages. Name those that it is written in in"
                                        + " store.releaseNotesLanguages, or keep a file per language, with {language} in"
                                        + " store.releaseNotesFile"
                                : ""),
                guessed);
    }

    /** The same where the listing is not known. */
    public String line() {
        return begin() + (isPerLanguage ? perLanguage(texts) : described(texts.get("")));
    }

    private String begin() {
        return "Release notes" + label + " from " + name + ": ";
    }

    private static String perLanguage(Map<String, Text> byLanguage) {
        return byLanguage.entrySet().stream()
                .map(one -> described(one.getValue()) + " in " + one.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String described(Text text) {
        return text.text().length() + " characters"
                + (text.leftOut() == 0
                        ? ""
                        : " (" + text.leftOut() + (text.leftOut() == 1 ? " item" : " items")
                                + " left out: store.releaseNotesTooLong is shorten)");
    }

    /** Compares the languages of the notes with those of the listing. */
    void check(JsonObject document, Others others, FindingCollector report) {
        JsonObject listings = Members.objectOrEmpty(document, "listings");
        Set<String> listed = listings.keySet().stream()
                .map(language -> language.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        if (listed.isEmpty()) {
            return;
        }
        Collection<String> written = isPerLanguage ? texts.keySet() : languages;
        written.stream()
                .filter(language -> !listed.contains(language))
                .forEach(language -> report.add(new Finding(
                        RULE,
                        Severity.ERROR,
                        isPerLanguage ? texts.get(language).file().toString() : "store.releaseNotesLanguages",
                        "",
                        "the app has no listing in " + language + "; add the listing, or "
                                + (isPerLanguage ? "take the file away" : "take the language out"))));
        List<String> lacking = lacking(listings, others);
        if (isPerLanguage && !lacking.isEmpty()) {
            report.add(new Finding(
                    RULE,
                    Severity.WARNING,
                    name,
                    "",
                    "there is no file for " + String.join(", ", lacking)
                            + "; the release notes there stay as they are in the Store"));
        }
    }

    private List<String> lacking(JsonObject listings, Others others) {
        List<String> lacking = new ArrayList<>();
        listings.forEach((language, listing) -> {
            if (listing instanceof JsonObject
                    && text(language.toLowerCase(Locale.ROOT)).isEmpty()
                    && !others.have(language)) {
                lacking.add(language);
            }
        });
        return lacking;
    }
}
