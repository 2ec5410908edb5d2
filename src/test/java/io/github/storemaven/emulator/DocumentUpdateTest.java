package io.github.storemaven.emulator;

import static io.github.storemaven.emulator.ReferenceRows.Mark.DOCUMENTED;
import static io.github.storemaven.emulator.ReferenceRows.Mark.INFERRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reference 12.4 and the rows of 4.7 on PUT, row by row. */
class DocumentUpdateTest {
    private static final String LISTING = "/listings/en-us/baseListing";

    private static final List<JsonValue> ODD = List.of(
            JsonValue.NULL,
            Json.text("x"),
            Json.array(List.of(JsonValue.NULL)),
            Json.object().add("en-us", JsonValue.NULL).build(),
            Json.read("-1e999999".getBytes(StandardCharsets.UTF_8)));

    private final StoreFixture scene = new StoreFixture();

    private static JsonValue json(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    private String verdict(UnaryOperator<JsonObject> change) {
        return put(change).verdict();
    }

    private EmulatorClient.Reply put(UnaryOperator<JsonObject> change) {
        return put("applications/" + scene.app(), change);
    }

    private EmulatorClient.Reply put(String product, UnaryOperator<JsonObject> change) {
        JsonObject created = scene.create(product);
        return scene.client.call("PUT", StoreFixture.one(product, created), change.apply(created));
    }

    private String raw(String body) {
        String product = "applications/" + scene.app();
        return scene.client
                .call("PUT", StoreFixture.one(product, scene.create(product)), body)
                .verdict();
    }

    /** Microsoft's own sample for game options sends the clone's {@code pricing} and its own {@code Pricing}. */
    @Test
    void ofANameThatIsThereTwiceTheLastCounts() {
        JsonObject stored = put(document -> Json.with(
                        document, "Pricing", json("{\"PriceId\":\"Tier20\",\"trialPeriod\":\"NoFreeTrial\"}")))
                .json();
        assertThat(stored.getJsonObject("pricing").getString("priceId")).isEqualTo("Tier20");
        assertThat(scene.store.remarks())
                .containsExactly("updateSubmission: /pricing is there twice, also as Pricing: the last one counts");
    }

    @Test
    void lettersThatWereLostAreTakenAndNamed() {
        String product = "applications/" + scene.app();
        JsonObject created = scene.create(product);
        String body = Documents.set(created, LISTING + "/description", "Gr\u00fc\u00dfe")
                .toString();
        String url = scene.store.serviceUrl() + "/v1.0/my/" + StoreFixture.one(product, created);
        Map<String, String> headers = Map.of("Authorization", scene.client.authorization());
        assertThat(scene.client
                        .blob("PUT", url, body.getBytes(StandardCharsets.ISO_8859_1), headers)
                        .status())
                .isEqualTo(200);
        assertThat(scene.store.remarks())
                .singleElement()
                .asString()
                .startsWith("updateSubmission: " + LISTING + "/description holds U+FFFD");
    }

    @Test
    void remarksOnOneBodyAreBounded() {
        put(document -> Documents.set(document, LISTING + "/keywords", Json.texts(Collections.nCopies(500, "\ufffd"))));
        assertThat(scene.store.remarks())
                .hasSize(11)
                .last()
                .isEqualTo("updateSubmission: ... and 490 more members of this body");
    }

    @Test
    void aCharacterSetThatNobodyKnowsIsRefused() {
        String product = "applications/" + scene.app();
        JsonObject created = scene.create(product);
        for (String type : List.of("application/json; charset=utf8", "application/json;charset=\"UTF8\"")) {
            assertThat(put(product, created, type)).isEqualTo("400 InvalidParameterValue Content-Type");
        }
        for (String type :
                List.of("application/json; charset=UTF-8", "application/json;charset=\"utf-8\"", "text/json")) {
            assertThat(put(product, created, type)).isEqualTo("200");
        }
    }

    private String put(String product, JsonObject created, String type) {
        Map<String, String> headers = Map.of("Authorization", scene.client.authorization(), "Content-Type", type);
        return scene.client
                .call("PUT", StoreFixture.one(product, created), created.toString(), headers)
                .verdict();
    }

    /** Languages are compared without regard to case, so what is left out of {@code en-US} was that of {@code en-us}. */
    @Test
    void imagesThatAreLeftOutOfALanguageInAnotherCaseStay() {
        String app = "applications/" + scene.app();
        JsonObject committed = scene.committed(app, document -> {
            JsonObject listing = document.getJsonObject("listings").getJsonObject("en-us");
            JsonObject bare = Json.with(listing.getJsonObject("baseListing"), "images", JsonValue.EMPTY_JSON_ARRAY);
            return Json.with(
                    document,
                    "listings",
                    Json.object()
                            .add("en-US", Json.with(listing, "baseListing", bare))
                            .build());
        });
        scene.wait(Duration.ofMinutes(10));
        assertThat(scene.status(app, committed)).isEqualTo("Published");
        String addon = "inappproducts/" + scene.addon(app.substring("applications/".length()));
        JsonObject stored = put(
                        addon,
                        document -> Json.with(
                                document, "listings", json("{\"EN-us\":{\"title\":\"T\",\"description\":\"D\"}}")))
                .json();
        assertThat(stored.getJsonObject("listings").getJsonObject("EN-us").getJsonObject("icon"))
                .containsKey("fileName");
    }

    private EmulatorClient.Reply addon(UnaryOperator<JsonObject> change) {
        return put("inappproducts/" + scene.addon(scene.app()), change);
    }

    private static UnaryOperator<JsonObject> set(String pointer, String value) {
        return document -> Documents.set(document, pointer, value);
    }

    private static UnaryOperator<JsonObject> set(String pointer, JsonValue value) {
        return document -> Documents.set(document, pointer, value);
    }

    @TestFactory
    Iterable<DynamicTest> refused() {
        String invalid = "400 InvalidParameterValue ";
        JsonObject trailer = Json.object().add("videoFileName", "a.mp4").build();
        JsonObject two = Json.read(
                        ("{\"videoFileName\":\"a.mp4\",\"trailerAssets\":{\"en-us\":{\"title\":\"T\",\"imageList\":"
                                        + "[{\"fileName\":\"a.png\"},{\"fileName\":\"b.png\"}]}}}")
                                .getBytes(StandardCharsets.UTF_8))
                .asJsonObject();
        return new ReferenceRows()
                .row(INFERRED, "12.4-1", "JSON not parseable", "400 InvalidParameterValue", () -> raw("{\"a\":"))
                .row("JSON is no object (I)", "400 InvalidParameterValue", () -> raw("[]"))
                .row(
                        DOCUMENTED,
                        "12.4-2",
                        "Unknown enum value",
                        invalid + "visibility",
                        () -> verdict(set("/visibility", "Secret")))
                .row(
                        DOCUMENTED,
                        "12.4-2",
                        "Enum value in another case",
                        invalid + "visibility",
                        () -> verdict(set("/visibility", "public")))
                .row(
                        DOCUMENTED,
                        "12.4-3",
                        "listings empty",
                        invalid + "appListings",
                        () -> verdict(set("/listings", JsonValue.EMPTY_JSON_OBJECT)))
                .row("{}", invalid + "appListings", () -> raw("{}"))
                .row(
                        DOCUMENTED,
                        "12.4-4",
                        "Listing key not in Appendix B",
                        invalid + "appListings",
                        () -> verdict(set("/listings/xx-yy", JsonValue.EMPTY_JSON_OBJECT)))
                .row(
                        DOCUMENTED,
                        "12.4-5 8.3-5",
                        "Existing package missing",
                        invalid + "packages",
                        () -> verdict(set("/applicationPackages", JsonValue.EMPTY_JSON_ARRAY)))
                .row(
                        "Existing package without id",
                        invalid + "packages",
                        () -> verdict(document -> Documents.remove(document, "/applicationPackages/0/id")))
                .row(
                        DOCUMENTED,
                        "12.4-6",
                        "Existing image without id",
                        invalid + "images",
                        () -> verdict(document -> Documents.remove(document, LISTING + "/images/0/id")))
                .row(
                        DOCUMENTED,
                        "12.4-7",
                        "priceId = Base",
                        invalid + "priceId",
                        () -> verdict(set("/pricing/priceId", "Base")))
                .row(
                        INFERRED,
                        "12.4-8",
                        "Price tier outside the sets",
                        invalid + "priceId",
                        () -> verdict(set("/pricing/priceId", "Tier97")))
                .row("pricing null", invalid + "pricing", () -> verdict(set("/pricing", JsonValue.NULL)))
                .row(
                        "pricing left out",
                        invalid + "pricing",
                        () -> verdict(document -> Documents.remove(document, "/pricing")))
                .row(
                        INFERRED,
                        "12.4-9",
                        "16 trailers (code)",
                        invalid + "trailers",
                        () -> verdict(set("/trailers", Json.array(Collections.nCopies(16, trailer)))))
                .row(
                        INFERRED,
                        "12.4-9",
                        "Two thumbnails for a language (code)",
                        invalid + "trailers",
                        () -> verdict(set("/trailers", Json.array(List.of(two)))))
                .row(
                        INFERRED,
                        "12.4-12",
                        "SpecificDate without a date",
                        invalid + "targetPublishDate",
                        () -> verdict(set("/targetPublishMode", "SpecificDate")))
                .row(
                        "Percentage above 100 (I)",
                        invalid + "packageRolloutPercentage",
                        () -> verdict(set(
                                "/packageDeliveryOptions/packageRollout/packageRolloutPercentage",
                                Json.PROVIDER.createValue(101))))
                .row(DOCUMENTED, "12.4-13", "Title not a reserved name", invalid + "title", this::unreservedTitle)
                .row(
                        DOCUMENTED,
                        "12.4-2",
                        "An enumeration in lower case",
                        invalid + "applicationCategory",
                        () -> verdict(set("/applicationCategory", "productivity")))
                .row(
                        DOCUMENTED,
                        "12.4-2",
                        "A genre in lower case",
                        invalid + "genres",
                        () -> verdict(document ->
                                Json.with(document, "gamingOptions", json("[{\"genres\":[\"games_strategy\"]}]"))))
                .row(
                        "A keyword of 31 characters",
                        invalid + "keywords",
                        () -> verdict(document ->
                                Documents.set(document, LISTING + "/keywords", Json.texts(List.of("k".repeat(31))))))
                .row(
                        "A keyword of 31 characters of an add-on",
                        invalid + "keywords",
                        () -> addon(document -> Json.with(document, "keywords", Json.texts(List.of("k".repeat(31)))))
                                .verdict())
                .row(
                        "No device family, as old published documents have it",
                        invalid + "allowTargetFutureDeviceFamilies",
                        () -> verdict(document -> Json.with(document, "allowTargetFutureDeviceFamilies", json("{}"))))
                .row(
                        "A device family that is missing",
                        invalid + "allowTargetFutureDeviceFamilies",
                        () -> verdict(document -> Json.with(
                                document,
                                "allowTargetFutureDeviceFamilies",
                                json("{\"Desktop\":true,\"Mobile\":false,\"Holographic\":false}"))))
                .row(
                        DOCUMENTED,
                        "12.4-10",
                        "contentType NotSet on add-ons",
                        invalid + "contentType",
                        () -> addon(set("/contentType", "NotSet")).verdict())
                .row(
                        INFERRED,
                        "12.4-11",
                        "11 keywords of an add-on (code)",
                        invalid + "keywords",
                        () -> addon(set("/keywords", Json.texts(Collections.nCopies(11, "word"))))
                                .verdict())
                .row("Existing flight package missing", invalid + "flightPackages", this::flightPackageMissing);
    }

    private String unreservedTitle() {
        scene.store.add(ApplicationSeed.published("9PAPPTITLE01").reserved("Tide Table Demo"));
        return put("applications/9PAPPTITLE01", set(LISTING + "/title", "Another"))
                .verdict();
    }

    private String flightPackageMissing() {
        String app = scene.app();
        return put(
                        "applications/" + app + "/flights/" + scene.flight(app),
                        set("/flightPackages", JsonValue.EMPTY_JSON_ARRAY))
                .verdict();
    }

    @TestFactory
    Iterable<DynamicTest> accepted() {
        return new ReferenceRows()
                .row("The clone as it came", "200", () -> verdict(UnaryOperator.identity()))
                .row(
                        DOCUMENTED,
                        "12.4-a",
                        "Property names in any case",
                        "Hidden",
                        () -> stored(
                                document -> Documents.set(
                                        Documents.remove(document, "/visibility"), "/Visibility", "Hidden"),
                                answer -> answer.getString("visibility")))
                .row(
                        DOCUMENTED,
                        "12.4-a",
                        "Members of the service and contact members are ignored",
                        true,
                        this::ownedMembers)
                .row(
                        DOCUMENTED,
                        "12.4-a",
                        "A title as null",
                        "200",
                        () -> verdict(set(LISTING + "/title", JsonValue.NULL)))
                .row(DOCUMENTED, "12.4-a", "Nulls", "200", () -> verdict(set("/gamingOptions", JsonValue.NULL)))
                .row(
                        DOCUMENTED,
                        "12.4-a",
                        "Unknown properties are ignored",
                        false,
                        () -> stored(set("/unheard", "of"), answer -> answer.containsKey("unheard")))
                .row(
                        DOCUMENTED,
                        "12.4-a",
                        "status is ignored",
                        "PendingCommit",
                        () -> stored(set("/status", "Published"), answer -> answer.getString("status")))
                .row(
                        DOCUMENTED,
                        "12.4-a",
                        "packageRolloutStatus is ignored",
                        "PackageRolloutNotStarted",
                        () -> stored(
                                set(
                                        "/packageDeliveryOptions/packageRollout/packageRolloutStatus",
                                        "PackageRolloutComplete"),
                                answer -> answer.getJsonObject("packageDeliveryOptions")
                                        .getJsonObject("packageRollout")
                                        .getString("packageRolloutStatus")))
                .row(
                        DOCUMENTED,
                        "12.4-a",
                        "isAdvancedPricingModel is ignored",
                        true,
                        () -> stored(
                                set("/pricing/isAdvancedPricingModel", JsonValue.FALSE),
                                answer -> answer.getJsonObject("pricing").getBoolean("isAdvancedPricingModel")))
                .row(
                        DOCUMENTED,
                        "12.4-a",
                        "sales are dropped",
                        0,
                        () -> stored(
                                set("/pricing/sales", Json.texts(List.of("x"))),
                                answer -> answer.getJsonObject("pricing")
                                        .getJsonArray("sales")
                                        .size()))
                .row(
                        DOCUMENTED,
                        "12.4-a",
                        "privacyPolicy is ignored",
                        "",
                        () -> stored(
                                set(LISTING + "/privacyPolicy", "https://x.example"),
                                answer -> ((jakarta.json.JsonString) answer.getValue(LISTING + "/privacyPolicy"))
                                        .getString()))
                .row(
                        "priceId null turns free in silence (field report 1)",
                        "Free",
                        () -> stored(
                                set("/pricing/priceId", JsonValue.NULL),
                                answer -> answer.getJsonObject("pricing").getString("priceId")))
                .row(
                        "A left-out image is no error (8.3)",
                        "200",
                        () -> verdict(set(LISTING + "/images", JsonValue.EMPTY_JSON_ARRAY)))
                .row(
                        DOCUMENTED,
                        "12.4-b",
                        "A new package has no version yet",
                        "",
                        () -> stored(
                                document -> Documents.replacePackages(document, "applicationPackages", "n.msix"),
                                answer -> Json.objects(answer, "applicationPackages")
                                        .get(1)
                                        .getString("version")))
                .row("groupIds as numbers come back as strings", "[\"0\"]", this::groups);
    }

    /** Sent with other values, the document comes back as it was. */
    private Object ownedMembers() {
        String product = "applications/" + scene.app();
        JsonObject created = scene.create(product);
        JsonObject sent = created;
        for (String pointer : List.of(
                "/id",
                "/statusDetails",
                "/fileUploadUrl",
                "/friendlyName",
                "/packageDeliveryOptions/packageRollout/fallbackSubmissionId",
                "/applicationPackages/0/version",
                LISTING + "/supportContact",
                LISTING + "/websiteUrl")) {
            sent = Documents.set(sent, pointer, "other");
        }
        return scene.client
                .call("PUT", StoreFixture.one(product, created), sent)
                .json()
                .equals(created);
    }

    private Object stored(UnaryOperator<JsonObject> change, Function<JsonObject, Object> question) {
        return question.apply(put(change).json());
    }

    private String groups() {
        String path = "applications/" + scene.app() + "/flights";
        return scene.client
                .call("POST", path, "{\"friendlyName\":\"f\",\"groupIds\":[0]}")
                .json()
                .getJsonArray("groupIds")
                .toString();
    }

    /** Whatever stands at whatever place: an answer, never a failure of the Store, not at the commit either. */
    @Test
    void noValueAtAnyPlaceBreaksTheStore() {
        JsonObject whole = scene.store.published(scene.app()).orElseThrow();
        List<String> broken = new ArrayList<>();
        String product = "";
        JsonObject created = whole;
        for (String pointer : pointers("", whole)) {
            for (JsonValue value : ODD) {
                if (product.isEmpty()) {
                    product = "applications/" + scene.app();
                    created = scene.create(product);
                }
                String one = StoreFixture.one(product, created);
                int put = scene.client
                        .call("PUT", one, Documents.set(created, pointer, value))
                        .status();
                int commit =
                        put == 200 ? scene.client.call("POST", one + "/commit").status() : 202;
                if ((put != 200 && put != 400) || commit != 202) {
                    broken.add(pointer + " = " + value + ": " + put + ", " + commit);
                }
                product = put == 200 ? "" : product;
            }
        }
        assertThat(broken).isEmpty();
    }

    private static List<String> pointers(String start, JsonValue value) {
        List<String> pointers = new ArrayList<>();
        if (value instanceof JsonObject object) {
            object.forEach((name, member) -> {
                pointers.add(start + "/" + name);
                pointers.addAll(pointers(start + "/" + name, member));
            });
        } else if (value instanceof JsonArray array && !array.isEmpty()) {
            pointers.add(start + "/0");
            pointers.addAll(pointers(start + "/0", array.get(0)));
        }
        return pointers;
    }

    @Test
    void anUpdateMayBeRepeatedWithPendingFiles() {
        String product = "applications/" + scene.app();
        JsonObject submission = scene.filled(product, UnaryOperator.identity());
        EmulatorClient.Reply again = scene.client.call("PUT", StoreFixture.one(product, submission), submission);
        assertThat(again.status()).isEqualTo(200);
        List<String> statuses = new ArrayList<>();
        Json.objects(again.json(), "applicationPackages").forEach(entry -> statuses.add(entry.getString("fileStatus")));
        assertThat(statuses).containsExactly("PendingDelete", "PendingUpload");
    }
}
