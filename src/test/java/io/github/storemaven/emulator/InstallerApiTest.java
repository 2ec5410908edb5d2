package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.EmulatorClient.Reply;
import io.github.storemaven.emulator.document.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API for MSI and EXE products: reference {@code msi-exe-api.md}, sections 3 to 10 and 16. */
class InstallerApiTest {
    private static final String PACKAGE = "{'packageUrl':'https://example.com/app-2.0.0.msi','languages':['en-us'],"
            + "'architectures':['X64'],'isSilentInstall':true,'packageType':'msi'}";

    private final InstallerFixture scene = new InstallerFixture();

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void aReleaseTakesTheWholeWay() {
        assertThat(scene.data("GET", "status").toString()).isEqualTo("{\"isReady\":true,\"ongoingSubmissionId\":\"\"}");
        String first = packageId();
        scene.data("PATCH", "packages/" + first, "{'packageUrl':'https://example.com/app-2.0.0.msi'}");
        scene.data("POST", "packages/commit");
        assertThat(scene.data("GET", "status").getBoolean("isReady")).isFalse();
        scene.scene.now.updateAndGet(moment -> moment.plus(Duration.ofMinutes(1)));
        assertThat(scene.data("GET", "status").getBoolean("isReady")).isTrue();
        scene.data("PATCH", "metadata", "{'listings':{'language':'EN-us','whatsNew':'Faster.'}}");
        JsonObject submitted = scene.data("POST", "submit");
        String id = submitted.getString("submissionId");
        assertThat(submitted.getString("pollingUrl"))
                .isEqualTo("/submission/v1/product/" + InstallerFixture.PRODUCT + "/submission/" + id + "/status");
        assertThat(publishing(id)).isEqualTo("{\"publishingStatus\":\"INPROGRESS\",\"hasFailed\":false}");
        assertThat(scene.data("GET", "status").getString("ongoingSubmissionId")).isEqualTo(id);
        scene.scene.now.updateAndGet(moment -> moment.plus(Duration.ofMinutes(3)));
        assertThat(publishing(id)).isEqualTo("{\"publishingStatus\":\"PUBLISHED\",\"hasFailed\":false}");
        assertThat(scene.data("GET", "status").getString("ongoingSubmissionId")).isEmpty();
        assertThat(packageId()).isEqualTo(first);
        assertThat(listing("en-us").getString("whatsNew")).isEqualTo("Faster.");
    }

    private String publishing(String id) {
        return scene.data("GET", "submission/" + id + "/status").toString();
    }

    private String packageId() {
        return scene.data("GET", "packages")
                .getJsonArray("packages")
                .getJsonObject(0)
                .getString("packageId");
    }

    private JsonObject listing(String language) {
        return scene.data("GET", "metadata/listings?languages=" + language)
                .getJsonArray("listings")
                .getJsonObject(0);
    }

    @Test
    void whoIsNotAllowedIsRefusedByTheGateway() {
        String path = InstallerFixture.PRODUCT + "/status";
        String other = scene.scene.client.authorization();
        String own = "Bearer " + scene.token();
        String seller = scene.store.sellerId();
        Reply none = scene.call("GET", path, "", Map.of());
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.json().keySet()).containsExactly("statusCode", "message");
        assertThat(none.header("X-Correlation-ID")).matches("[0-9a-f-]{36}");
        assertThat(status(path, other, seller)).as("a token for the other API").isEqualTo(401);
        assertThat(status(path, own, "")).as("no seller").isEqualTo(401);
        assertThat(status(path, own, "1")).as("another seller").isEqualTo(403);
        assertThat(status("9NEMULATED001/status", own, seller)).as("a Store ID").isEqualTo(404);
        assertThat(status(path, own, seller)).isEqualTo(200);
    }

    private int status(String path, String authorization, String seller) {
        Map<String, String> headers = seller.isEmpty()
                ? Map.of("Authorization", authorization)
                : Map.of("Authorization", authorization, "X-Seller-Account-Id", seller);
        return scene.call("GET", path, "", headers).status();
    }

    @Test
    void aTokenOfThisApiDoesNotOpenTheOther() {
        String app = scene.scene.app();
        assertThat(scene.scene
                        .client
                        .call("GET", "applications/" + app, "", Map.of("Authorization", "Bearer " + scene.token()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void otherPackagesHaveOtherIds() {
        String first = packageId();
        scene.data("PUT", "packages", "{'packages':[" + PACKAGE + "]}");
        assertThat(packageId()).isNotEqualTo(first);
        assertThat(scene.call("PATCH", "packages/" + first, "{}").status()).isEqualTo(404);
        assertThat(scene.data("GET", "packages/" + packageId()).getJsonArray("packages"))
                .hasSize(1);
    }

    @Test
    void whatIsStagedHasToBeCommitted() {
        scene.data("PUT", "packages", "{'packages':[" + PACKAGE + "]}");
        assertThat(scene.data("GET", "status").getBoolean("isReady")).isFalse();
        assertThat(scene.refusal("POST", "submit", "")).startsWith("badrequest packages: ");
    }

    @Test
    void aCommitWithoutChangesIsASuccess() {
        scene.data("POST", "packages/commit");
        assertThat(scene.data("GET", "status").getBoolean("isReady")).isTrue();
    }

    @Test
    void aPackageThatCannotBeFetchedStaysSoUntilAnotherComes() {
        scene.store
                .faults()
                .set("packageUploadError", Json.object().add("times", 1).build());
        scene.data("PUT", "packages", "{'packages':[" + PACKAGE + "]}");
        scene.data("POST", "packages/commit");
        scene.scene.now.updateAndGet(moment -> moment.plus(Duration.ofMinutes(1)));
        JsonObject envelope = scene.call("GET", "status").json();
        assertThat(envelope.getJsonArray("errors").getJsonObject(0).getString("code"))
                .isEqualTo("packageuploaderror");
        scene.data("POST", "packages/commit");
        assertThat(scene.data("GET", "status").getBoolean("isReady")).isFalse();
        scene.data("PATCH", "packages/" + packageId(), "{'packageUrl':'https://example.com/app-2.0.1.msi'}");
        scene.data("POST", "packages/commit");
        scene.scene.now.updateAndGet(moment -> moment.plus(Duration.ofMinutes(1)));
        assertThat(scene.data("GET", "status").getBoolean("isReady")).isTrue();
    }

    @Test
    void nothingIsChangedWhileASubmissionIsInProgress() {
        String id = scene.data("POST", "submit").getString("submissionId");
        Map<String, String> writes = Map.of(
                "metadata", "PATCH",
                "packages", "PUT",
                "packages/commit", "POST",
                "listings/assets/create", "POST",
                "listings/assets/commit", "PUT",
                "submit", "POST");
        writes.forEach((path, verb) -> {
            JsonObject envelope = scene.call(verb, path, "{}").json();
            assertThat(envelope.getBoolean("isSuccess")).as(path).isFalse();
            assertThat(envelope.getJsonObject("responseData").getString("ongoingSubmissionId"))
                    .as(path)
                    .isEqualTo(id);
        });
    }

    @Test
    void aSubmissionCanFail() {
        scene.store
                .faults()
                .set("publishingFailed", Json.object().add("times", 1).build());
        String id = scene.data("POST", "submit").getString("submissionId");
        scene.scene.now.updateAndGet(moment -> moment.plus(Duration.ofMinutes(3)));
        assertThat(publishing(id)).isEqualTo("{\"publishingStatus\":\"FAILED\",\"hasFailed\":true}");
        assertThat(scene.store.installers().submissionStates(InstallerFixture.PRODUCT))
                .containsExactly("PUBLISHED", "FAILED");
    }

    @Test
    void aListingIsCompleteWithTextsAndAssets() {
        scene.data("PATCH", "metadata", "{'listingsToAdd':['de-de']}");
        scene.data(
                "PATCH",
                "metadata",
                "{'listings':{'language':'de-de','description':'Text.','additionalLicenseTerms':'Keine.'}}");
        assertThat(scene.data("GET", "metadata?includelanguagelist=true").getJsonArray("listingLanguages"))
                .hasToString(
                        "[{\"language\":\"en-us\",\"isComplete\":true},{\"language\":\"de-de\",\"isComplete\":false}]");
        assertThat(scene.refusal("POST", "submit", "")).contains("listings", "de-de");
        JsonObject slots = scene.slots("de-de", 1, 1);
        JsonObject screenshot = slots.getJsonArray("screenshots").getJsonObject(0);
        JsonObject logo = slots.getJsonArray("storeLogos").getJsonObject(0);
        scene.upload(screenshot.getString("primaryAssetUploadUrl"), 1920, 1080);
        scene.upload(logo.getString("secondaryAssetUploadUrl"), 1080, 1080);
        scene.data(
                "PUT",
                "listings/assets/commit",
                "{'listingAssets':{'language':'de-de','storeLogos':[" + InstallerFixture.entry(logo, "secondary")
                        + "],'screenshots':[" + InstallerFixture.entry(screenshot, "primary") + "]}}");
        JsonObject kept = scene.data("GET", "listings/assets?languages=de-de")
                .getJsonArray("listingAssets")
                .getJsonObject(0)
                .getJsonArray("screenshots")
                .getJsonObject(0);
        assertThat(kept.getJsonObject("imageSize")).hasToString("{\"width\":1920,\"height\":1080}");
        assertThat(kept.getString("assetUrl")).doesNotContain("sig=");
        scene.data("POST", "submit");
    }

    @Test
    void assetsThatAreNotNamedAreDropped() {
        JsonObject held = assets();
        String logo = held.getJsonArray("storeLogos").getJsonObject(0).toString();
        scene.data(
                "PUT",
                "listings/assets/commit",
                "{'listingAssets':{'language':'en-us','storeLogos':[" + logo + "],'screenshots':[]}}");
        assertThat(assets().getJsonArray("screenshots")).isEmpty();
        assertThat(assets().getJsonArray("storeLogos")).isEqualTo(held.getJsonArray("storeLogos"));
    }

    private JsonObject assets() {
        return scene.data("GET", "listings/assets")
                .getJsonArray("listingAssets")
                .getJsonObject(0);
    }

    @Test
    void anAssetHasToBeUploadedFirst() {
        JsonObject slot = scene.slots("en-us", 1, 0).getJsonArray("screenshots").getJsonObject(0);
        assertThat(commitScreenshot(slot)).contains("nothing was uploaded");
        assertThat(scene.scene
                        .client
                        .blob("PUT", slot.getString("primaryAssetUploadUrl"), new byte[10], Map.of())
                        .status())
                .as("without x-ms-blob-type")
                .isEqualTo(400);
        scene.scene.client.blob(
                "PUT", slot.getString("primaryAssetUploadUrl"), new byte[40], Map.of("x-ms-blob-type", "BlockBlob"));
        assertThat(commitScreenshot(slot)).contains("is no PNG");
    }

    private String commitScreenshot(JsonObject slot) {
        return scene.refusal(
                "PUT",
                "listings/assets/commit",
                "{'listingAssets':{'language':'en-us','screenshots':[" + InstallerFixture.entry(slot, "primary")
                        + "]}}");
    }

    @Test
    void theAddressOfASlotCanHaveExpired() {
        scene.store.faults().set("expiredUpload", Json.object().add("times", 1).build());
        JsonObject slot = scene.slots("en-us", 1, 0).getJsonArray("screenshots").getJsonObject(0);
        assertThat(scene.upload(slot.getString("primaryAssetUploadUrl"), 1920, 1080)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void putResetsWhatIsLeftOutAndPatchKeepsIt() {
        scene.data(
                "PATCH", "metadata", "{'properties':{'certificationNotes':'A note.','website':'https://example.com'}}");
        assertThat(properties().getString("category")).isEqualTo("Productivity");
        scene.data(
                "PUT",
                "metadata",
                "{'properties':{'isPrivacyPolicyRequired':false,'category':'Music','productDeclarations':"
                        + "{'dependsOnDriversOrNT':false,'accessibilitySupport':true,'penAndInkSupport':false}}}");
        assertThat(properties().keySet())
                .containsExactlyInAnyOrder("isPrivacyPolicyRequired", "category", "productDeclarations");
    }

    private JsonObject properties() {
        return scene.data("GET", "metadata/properties").getJsonObject("properties");
    }

    @Test
    void namesAreTakenInAnyCaseAndNullIsNotSent() {
        scene.data(
                "PUT",
                "metadata",
                "{'Availability':null,'Listings':{'Language':'en-us','Description':'New.',"
                        + "'AdditionalLicenseTerms':'None.','WhatsNew':null},'ListingsToAdd':null}");
        assertThat(listing("en-us"))
                .hasToString("{\"language\":\"en-us\",\"description\":\"New.\",\"additionalLicenseTerms\":\"None.\"}");
    }

    @Test
    void aLanguageCanBeRemoved() {
        scene.data("PATCH", "metadata", "{'listingsToAdd':['fr-fr']}");
        scene.data("PATCH", "metadata", "{'listingsToRemove':['FR-FR']}");
        assertThat(scene.data("GET", "metadata?languages=fr-fr").getJsonArray("listings"))
                .isEmpty();
        assertThat(scene.refusal("PATCH", "metadata", "{'listingsToRemove':['fr-fr']}"))
                .startsWith("badrequest listings: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'availability':{'pricing':'CHEAP'}} | availability | one of FREE",
                "{'availability':{'pricing':'PAID'}} | availability | freeTrial",
                "{'availability':{'markets':[]}} | availability | market",
                "{'availability':{'markets':['XX']}} | availability | markets",
                "{'availability':{'enableInFutureMarkets':'yes'}} | availability | true or false",
                "{'properties':{'category':'Games'}} | properties | category",
                "{'properties':{'subcategory':'EReader'}} | properties | subcategory",
                "{'properties':{'isPrivacyPolicyRequired':true}} | properties | privacyPolicyUrl",
                "{'properties':{'website':'example'}} | properties | URL",
                "{'properties':{'systemRequirementDetails':[{'hardwareItemType':'Memory','minimumRequirement':'3GB',"
                        + "'recommendedRequirement':''}]}} | properties | 3GB",
                "{'properties':{'isSystemFeatureRequired':[{'hardwareItemType':'Radar','isRequired':true,"
                        + "'isRecommended':true}]}} | properties | hardwareItemType",
                "{'properties':{'productDeclarations':{}}} | properties | dependsOnDriversOrNT",
                "{'listings':{'language':'de-de','description':'x'}} | listings | listingsToAdd",
                "{'listings':[]} | listings | one object",
                "{'listings':{'language':'en-us','searchTerms':['a','b','c','d','e','f','g','h']}} | listings | 8 items",
                "{'listings':{'language':'en-us','searchTerms':['a b c d','e f g h','i j k l','m n o p','q r s t',"
                        + "'u v w x']}} | listings | 24 words",
                "{'listings':{'language':'en-us','requirements':'none'}} | listings | array",
                "{'listingsToAdd':['xx-yy']} | listings | xx-yy",
                "{'listingsToAdd':'de-de'} | listings | array",
                "[] | listings | JSON object",
                "no JSON | listings | JSON object",
            })
    void aModuleWithAFaultIsRefused(String body, String target, String message) {
        JsonObject before =
                scene.store.installers().draft(InstallerFixture.PRODUCT).orElseThrow();
        assertThat(scene.refusal("PATCH", "metadata", body))
                .startsWith("badrequest " + target)
                .contains(message);
        assertThat(scene.store.installers().draft(InstallerFixture.PRODUCT)).contains(before);
    }

    @Test
    void aDescriptionHasTenThousandCharacters() {
        String listing = "{'listings':{'language':'en-us','description':'%s'}}";
        scene.data("PATCH", "metadata", String.format(listing, "d".repeat(10_000)));
        assertThat(scene.refusal("PATCH", "metadata", String.format(listing, "d".repeat(10_001))))
                .contains("10000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'packageUrl':'http://example.com/a.msi' | https",
                "'packageUrl':'https://example.com/a.msix' | .exe or .msi",
                "'architectures':['X64','X86'] | architecture",
                "'architectures':['Sparc'] | architectures",
                "'languages':[] | language",
                "'isSilentInstall':false | installerParameters",
                "'packageType':'msix' | packageType",
                "'errorDetails':[{'errorScenario':'bored'}] | errorScenario",
            })
    void aPackageWithAFaultIsRefused(String member, String message) {
        assertThat(scene.refusal("PATCH", "packages/" + packageId(), "{" + member + "}"))
                .startsWith("badrequest packages: ")
                .contains(message);
        assertThat(scene.data("GET", "status").getBoolean("isReady")).isTrue();
    }

    @Test
    void aPackageNeedsItsMembersAndAProductNeedsAPackage() {
        assertThat(scene.refusal("PUT", "packages", "{'packages':[]}")).contains("At least one package");
        assertThat(scene.call("PUT", "packages", "{'packages':[{}]}").json().getJsonArray("errors"))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'language':'en-us','createAssetRequest':{'Screenshot':11}} | Screenshot",
                "{'language':'en-us','createAssetRequest':{'Logo':3}} | Logo",
                "{'language':'en-us','createAssetRequest':{}} | At least one",
                "{'language':'it-it','createAssetRequest':{'Logo':1}} | it-it",
            })
    void slotsAreGivenWithinTheLimits(String body, String message) {
        assertThat(scene.refusal("POST", "listings/assets/create", body)).contains(message);
    }

    @Test
    void warningsAreNone() {
        scene.store
                .faults()
                .set(
                        "warnings",
                        Json.object()
                                .add("call", "patchMetadata")
                                .add("times", 1)
                                .build());
        JsonObject envelope = scene.call("PATCH", "metadata", "{}").json();
        assertThat(envelope.getBoolean("isSuccess")).isTrue();
        assertThat(envelope.getJsonArray("errors").getJsonObject(0).getString("code"))
                .isEqualTo("warning");
    }

    @Test
    void theThrottleCountsForThisApiToo() {
        scene.store
                .faults()
                .set("throttle", Json.object().add("requestsPerMinute", 2).build());
        List<Integer> answers = IntStream.range(0, 3)
                .mapToObj(i -> scene.call("GET", "status").status())
                .toList();
        assertThat(answers).containsExactly(200, 200, 429);
        assertThat(scene.call("GET", "status").header("Retry-After")).matches("\\d+");
    }

    @ParameterizedTest
    @CsvSource({"503, false", "400, true"})
    void aFaultAnswersInTheFormsOfThisApi(int status, boolean done) {
        scene.store
                .faults()
                .set(
                        "answer",
                        Json.object()
                                .add("call", "submitDraft")
                                .add("status", status)
                                .add("done", done)
                                .add("times", 1)
                                .build());
        Reply reply = scene.call("POST", "submit");
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().getBoolean("isSuccess")).isFalse();
        assertThat(scene.data("GET", "status").getString("ongoingSubmissionId").isEmpty())
                .isEqualTo(!done);
    }

    @Test
    @DisabledIfSystemProperty(
            named = "jdk.httpclient.enableAllMethodRetry",
            matches = "true",
            disabledReason = "The JDK's client sends what was lost once more, by itself")
    void aLostAnswerOfSubmitHasItsEffect() {
        scene.store
                .faults()
                .set(
                        "drop",
                        Json.object()
                                .add("call", "submitDraft")
                                .add("when", "after")
                                .add("times", 1)
                                .build());
        assertThatThrownBy(() -> scene.call("POST", "submit")).isInstanceOf(UncheckedIOException.class);
        assertThat(scene.store.installers().submissionStates(InstallerFixture.PRODUCT))
                .containsExactly("PUBLISHED", "INPROGRESS");
    }

    @Test
    void somebodyEditsTheDraftInPartnerCenter() {
        scene.store.editInPartnerCenter(InstallerFixture.PRODUCT);
        assertThat(properties().getString("certificationNotes")).isEqualTo("Edited in Partner Center.");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(scene.call("GET", "metadata/prices").status()).isEqualTo(404);
        assertThat(scene.call("GET", "submission/1/status").status()).isEqualTo(404);
        assertThat(scene.call("DELETE", "submission/1").status()).isEqualTo(404);
        assertThat(scene.call("GET", "nothing").status()).isEqualTo(404);
    }

    @Test
    void theStatePersists(@TempDir Path folder) throws Exception {
        JsonObject draft;
        try (EmbeddedStore first = EmbeddedStore.builder().directory(folder).start()) {
            first.installers().add(InstallerFixture.PRODUCT);
            first.installers().editInPartnerCenter(InstallerFixture.PRODUCT);
            draft = first.installers().draft(InstallerFixture.PRODUCT).orElseThrow();
        }
        try (EmbeddedStore second = EmbeddedStore.builder().directory(folder).start()) {
            assertThat(second.installers().productIds()).containsExactly(InstallerFixture.PRODUCT);
            assertThat(second.installers().draft(InstallerFixture.PRODUCT)).contains(draft);
            assertThatThrownBy(() -> second.installers().add(InstallerFixture.PRODUCT))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> second.installers().add("9NEMULATED001")).hasMessageContaining("GUID");
        }
    }
}
