package io.github.storemaven.listing;

import static io.github.storemaven.listing.StoreFolderFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.document.Equality;
import io.github.storemaven.json.Json;
import io.github.storemaven.json.ParsedJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was pulled asks for what the Store has: for documents with every member of the reference. */
class RoundTripTest {
    private static final List<String> NEVER_SENT = List.of(
            "id",
            "status",
            "statusDetails",
            "fileUploadUrl",
            "friendlyName",
            "applicationPackages",
            "trailers",
            "images",
            "icon",
            "sales",
            "isAdvancedPricingModel",
            "packageRolloutStatus",
            "fallbackSubmissionId");

    @TempDir
    Path root;

    @Test
    void anAppThatWasPulledIsNotChanged() throws Exception {
        JsonObject document = StoreFolderFixture.document("app.json");
        FolderWriter.writeApp(root, document, false);
        assertThat(Folders.app(root, TextSource.asWritten()).applyTo(document)).isSameAs(document);
        assertThat(patched(document)).isEqualTo(document);
    }

    @Test
    void anAddonThatWasPulledIsNotChanged() throws Exception {
        JsonObject document = StoreFolderFixture.document("addon.json");
        FolderWriter.writeAddon(root, root, document, JsonValue.EMPTY_JSON_OBJECT, false);
        assertThat(Folders.addon(root, TextSource.asWritten()).applyTo(document))
                .isSameAs(document);
        assertThat(patched(document)).isEqualTo(document);
    }

    @Test
    void whatWasPulledIsTheSameWhenItIsPulledAgain() throws Exception {
        JsonObject document = StoreFolderFixture.document("app.json");
        int written = FolderWriter.writeApp(root, document, false).written().size();

        PullReport again = FolderWriter.writeApp(root, document, false);

        assertThat(again.refused()).isEmpty();
        assertThat(again.unchanged()).hasSize(written);
    }

    @Test
    void anEmptyStoreGetsAllOfAnApp() throws Exception {
        JsonObject document = StoreFolderFixture.document("app.json");
        FolderWriter.writeApp(root, document, false);
        JsonObject fresh = Folders.app(root, TextSource.asWritten()).applyTo(patched(json("{}")));
        assertThat(comparable(fresh)).isEqualTo(comparable(document));
    }

    @Test
    void anEmptyStoreGetsAllOfAnAddonButTheBasePrice() throws Exception {
        JsonObject document = StoreFolderFixture.document("addon.json");
        FolderWriter.writeAddon(root, root, document, JsonValue.EMPTY_JSON_OBJECT, false);
        JsonObject fresh = Folders.addon(root, TextSource.asWritten()).applyTo(patched(json("{}")));
        String expected = comparable(document).toString().replace(",\"priceId\":\"Base\"", "");
        assertThat(comparable(fresh)).isEqualTo(json(expected));
    }

    @Test
    void theDocumentHasEveryTextOfTheReference() throws Exception {
        JsonObject listing = StoreFolderFixture.document("app.json")
                .getJsonObject("listings")
                .getJsonObject("nb-NO");
        assertThat(listing.getJsonObject("baseListing"))
                .containsKeys(List.of(ListingMember.values()).stream()
                        .map(ListingMember::memberName)
                        .toArray(String[]::new));
    }

    private JsonObject patched(JsonObject document) throws Exception {
        JsonObject patch = ParsedJson.ofFile(root.resolve("submission.json")).object();
        return Json.PROVIDER.createMergePatch(patch).apply(document).asJsonObject();
    }

    /** What two documents are compared by: nothing empty, no file, nothing of the service's, line ends unified. */
    private static JsonObject comparable(JsonObject document) {
        return without(normalizedLineEnds(document), NEVER_SENT);
    }

    private static JsonObject normalizedLineEnds(JsonObject document) {
        return json(document.toString()
                .replace("\\r\\n", "\\n")
                .replace("\\r", "\\n")
                .replace("\\n\"", "\""));
    }

    private static JsonObject without(JsonObject object, List<String> names) {
        var left = Json.PROVIDER.createObjectBuilder();
        object.forEach((name, value) -> {
            JsonValue inner = value instanceof JsonObject member ? without(member, names) : value;
            if (!names.contains(name) && !Equality.isEmpty(inner)) {
                left.add(name, inner);
            }
        });
        return left.build();
    }
}
