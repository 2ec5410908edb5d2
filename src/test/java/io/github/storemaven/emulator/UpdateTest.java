package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reference 12.4 and the rows of 4.7 on PUT, row by row. */
class UpdateTest {
    private static final String LISTING = "/listings/en-us/baseListing";

    private final Scene scene = new Scene();

    @AfterEach
    void stop() {
        scene.close();
    }

    private String verdict(UnaryOperator<JsonObject> change) {
        return put(change).verdict();
    }

    private Client.Reply put(UnaryOperator<JsonObject> change) {
        return put("applications/" + scene.app(), change);
    }

    private Client.Reply put(String product, UnaryOperator<JsonObject> change) {
        JsonObject created = scene.create(product);
        return scene.client.call("PUT", Scene.one(product, created), change.apply(created));
    }

    private String raw(String body) {
        String product = "applications/" + scene.app();
        return scene.client
                .call("PUT", Scene.one(product, scene.create(product)), body)
                .verdict();
    }

    private Client.Reply addon(UnaryOperator<JsonObject> change) {
        return put("inappproducts/" + scene.addon(scene.app()), change);
    }

    private static UnaryOperator<JsonObject> set(String pointer, String value) {
        return document -> Documents.set(document, pointer, value);
    }

    private static UnaryOperator<JsonObject> set(String pointer, JsonValue value) {
        return document -> Documents.set(document, pointer, value);
    }

    @TestFactory
    Stream<DynamicTest> refused() {
        String invalid = "400 InvalidParameterValue ";
        JsonObject trailer = Json.object().add("videoFileName", "a.mp4").build();
        JsonObject two = Json.read(
                        ("{\"videoFileName\":\"a.mp4\",\"trailerAssets\":{\"en-us\":{\"title\":\"T\",\"imageList\":"
                                        + "[{\"fileName\":\"a.png\"},{\"fileName\":\"b.png\"}]}}}")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .asJsonObject();
        return new Rows()
                        .row("JSON not parseable (I)", "400 InvalidParameterValue", () -> raw("{\"a\":"))
                        .row("JSON is no object (I)", "400 InvalidParameterValue", () -> raw("[]"))
                        .row("Unknown enum value", invalid + "visibility", () -> verdict(set("/visibility", "Secret")))
                        .row(
                                "Enum value in another case",
                                invalid + "visibility",
                                () -> verdict(set("/visibility", "public")))
                        .row(
                                "listings empty",
                                invalid + "appListings",
                                () -> verdict(set("/listings", JsonValue.EMPTY_JSON_OBJECT)))
                        .row("{}", invalid + "appListings", () -> raw("{}"))
                        .row(
                                "Listing key not in Appendix B",
                                invalid + "appListings",
                                () -> verdict(set("/listings/xx-yy", JsonValue.EMPTY_JSON_OBJECT)))
                        .row(
                                "Existing package missing",
                                invalid + "packages",
                                () -> verdict(set("/applicationPackages", JsonValue.EMPTY_JSON_ARRAY)))
                        .row(
                                "Existing package without id",
                                invalid + "packages",
                                () -> verdict(document -> Documents.remove(document, "/applicationPackages/0/id")))
                        .row(
                                "Existing image without id",
                                invalid + "images",
                                () -> verdict(document -> Documents.remove(document, LISTING + "/images/0/id")))
                        .row("priceId = Base", invalid + "priceId", () -> verdict(set("/pricing/priceId", "Base")))
                        .row(
                                "Price tier outside the sets (I)",
                                invalid + "priceId",
                                () -> verdict(set("/pricing/priceId", "Tier97")))
                        .row("pricing null", invalid + "pricing", () -> verdict(set("/pricing", JsonValue.NULL)))
                        .row(
                                "pricing left out",
                                invalid + "pricing",
                                () -> verdict(document -> Documents.remove(document, "/pricing")))
                        .row(
                                "16 trailers (I: code)",
                                invalid + "trailers",
                                () -> verdict(set("/trailers", Json.array(Collections.nCopies(16, trailer)))))
                        .row(
                                "Two thumbnails for a language (I: code)",
                                invalid + "trailers",
                                () -> verdict(set("/trailers", Json.array(List.of(two)))))
                        .row(
                                "SpecificDate without a date (I)",
                                invalid + "targetPublishDate",
                                () -> verdict(set("/targetPublishMode", "SpecificDate")))
                        .row(
                                "Percentage above 100 (I)",
                                invalid + "packageRolloutPercentage",
                                () -> verdict(set(
                                        "/packageDeliveryOptions/packageRollout/packageRolloutPercentage",
                                        Json.PROVIDER.createValue(101))))
                        .row("Title not a reserved name", invalid + "title", this::unreservedTitle)
                        .row(
                                "A name twice in different case",
                                invalid + "visibility",
                                () -> verdict(set("/Visibility", "Public")))
                        .row(
                                "contentType NotSet on add-ons",
                                invalid + "contentType",
                                () -> addon(set("/contentType", "NotSet")).verdict())
                        .row(
                                "11 keywords of an add-on (I: code)",
                                invalid + "keywords",
                                () -> addon(set("/keywords", Json.texts(Collections.nCopies(11, "word"))))
                                        .verdict())
                        .row("Existing flight package missing", invalid + "flightPackages", this::flightPackageMissing)
                        .stream();
    }

    private String unreservedTitle() {
        scene.store.addApplication(ApplicationSeed.published("9PAPPTITLE01").reserved("Tide Table Demo"));
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
    Stream<DynamicTest> accepted() {
        return new Rows()
                        .row("The clone as it came", "200", () -> verdict(UnaryOperator.identity()))
                        .row(
                                "Property names in any case",
                                "Hidden",
                                () -> stored(
                                        document -> Documents.set(
                                                Documents.remove(document, "/visibility"), "/Visibility", "Hidden"),
                                        answer -> answer.getString("visibility")))
                        .row("Nulls", "200", () -> verdict(set("/gamingOptions", JsonValue.NULL)))
                        .row(
                                "Unknown properties are ignored",
                                false,
                                () -> stored(set("/unheard", "of"), answer -> answer.containsKey("unheard")))
                        .row(
                                "status is ignored",
                                "PendingCommit",
                                () -> stored(set("/status", "Published"), answer -> answer.getString("status")))
                        .row(
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
                                "isAdvancedPricingModel is ignored",
                                true,
                                () -> stored(
                                        set("/pricing/isAdvancedPricingModel", JsonValue.FALSE),
                                        answer ->
                                                answer.getJsonObject("pricing").getBoolean("isAdvancedPricingModel")))
                        .row(
                                "sales are dropped",
                                0,
                                () -> stored(
                                        set("/pricing/sales", Json.texts(List.of("x"))),
                                        answer -> answer.getJsonObject("pricing")
                                                .getJsonArray("sales")
                                                .size()))
                        .row(
                                "privacyPolicy is ignored",
                                "",
                                () -> stored(
                                        set(LISTING + "/privacyPolicy", "https://x.example"),
                                        answer -> ((jakarta.json.JsonString)
                                                        answer.getValue(LISTING + "/privacyPolicy"))
                                                .getString()))
                        .row(
                                "priceId null turns free in silence (field report 1)",
                                "Free",
                                () -> stored(
                                        set("/pricing/priceId", JsonValue.NULL),
                                        answer ->
                                                answer.getJsonObject("pricing").getString("priceId")))
                        .row(
                                "A left-out image is no error (8.3)",
                                "200",
                                () -> verdict(set(LISTING + "/images", JsonValue.EMPTY_JSON_ARRAY)))
                        .row(
                                "A new package has no version yet",
                                "",
                                () -> stored(
                                        document ->
                                                Documents.replacePackages(document, "applicationPackages", "n.msix"),
                                        answer -> Json.objects(answer, "applicationPackages")
                                                .get(1)
                                                .getString("version")))
                        .row("groupIds as numbers come back as strings", "[\"0\"]", this::groups)
                        .stream();
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

    @Test
    void anUpdateMayBeRepeatedWithPendingFiles() {
        String product = "applications/" + scene.app();
        JsonObject submission = scene.filled(product, UnaryOperator.identity());
        Client.Reply again = scene.client.call("PUT", Scene.one(product, submission), submission);
        assertThat(again.status()).isEqualTo(200);
        List<String> statuses = new ArrayList<>();
        Json.objects(again.json(), "applicationPackages").forEach(entry -> statuses.add(entry.getString("fileStatus")));
        assertThat(statuses).containsExactly("PendingDelete", "PendingUpload");
    }
}
