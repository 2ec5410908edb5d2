package io.github.storemaven.listing;

import io.github.storemaven.document.Equality;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The texts and lists of a listing (submission-api, 6.9 and 6.12), each with a file of its name. */
public enum ListingMember {
    COPYRIGHT_AND_TRADEMARK_INFO("copyrightAndTrademarkInfo", false),
    KEYWORDS("keywords", true),
    LICENSE_TERMS("licenseTerms", false),
    PRIVACY_POLICY("privacyPolicy", false),
    SUPPORT_CONTACT("supportContact", false),
    WEBSITE_URL("websiteUrl", false),
    DESCRIPTION("description", false),
    FEATURES("features", true),
    RELEASE_NOTES("releaseNotes", false),
    RECOMMENDED_HARDWARE("recommendedHardware", true),
    MINIMUM_HARDWARE("minimumHardware", true),
    TITLE("title", false),
    SHORT_DESCRIPTION("shortDescription", false),
    SHORT_TITLE("shortTitle", false),
    SORT_TITLE("sortTitle", false),
    VOICE_TITLE("voiceTitle", false),
    DEV_STUDIO("devStudio", false);

    private final String memberName;
    private final boolean list;

    ListingMember(String memberName, boolean list) {
        this.memberName = memberName;
        this.list = list;
    }

    /** The name in the document. */
    public String memberName() {
        return memberName;
    }

    /** Whether it is a list of texts, one a line in its file, rather than one text. */
    boolean isList() {
        return list;
    }

    /** The name of its file in the folder of a language. */
    public String fileName() {
        return memberName + ".txt";
    }

    /** The texts and lists of an app's listing, or of an add-on's: title and description. */
    static List<ListingMember> of(ProductType type) {
        return type == ProductType.ADDON ? List.of(TITLE, DESCRIPTION) : List.of(values());
    }

    static Optional<ListingMember> inFile(String fileName) {
        return Arrays.stream(values())
                .filter(member -> member.fileName().equalsIgnoreCase(fileName))
                .findFirst();
    }

    /** The value that a file's text asks for: the current one if that says the same. */
    JsonValue wanted(JsonValue current, String text) {
        JsonValue wanted = list ? list(text) : Json.PROVIDER.createValue(text);
        boolean bothEmpty = Equality.isEmpty(wanted) && Equality.isEmpty(current);
        return bothEmpty || hasSameText(current, text) ? current : wanted;
    }

    private boolean hasSameText(JsonValue current, String text) {
        return !list && current instanceof JsonString now && TextFile.same(now.getString(), text);
    }

    /** Whether two texts of its file ask for the same. */
    boolean isSame(String one, String other) {
        return list ? TextFile.items(one).equals(TextFile.items(other)) : TextFile.same(one, other);
    }

    /** What its file would say; empty where the value is empty or no file can say it. */
    Optional<String> asText(JsonValue value) {
        if (list) {
            return value instanceof JsonArray items ? lines(items) : Optional.empty();
        }
        return value instanceof JsonString text
                ? Optional.of(text.getString()).filter(TextFile::hasFileForm)
                : Optional.empty();
    }

    private static Optional<String> lines(JsonArray items) {
        List<String> texts = items.stream()
                .map(item -> item instanceof JsonString text ? text.getString() : "")
                .toList();
        String lines = String.join("\n", texts);
        return Optional.of(lines)
                .filter(all -> TextFile.hasFileForm(all) && TextFile.items(all).equals(texts));
    }

    private static JsonValue list(String text) {
        return Json.PROVIDER.createArrayBuilder(TextFile.items(text)).build();
    }
}
