package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.AddonSeed;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.ProductSeed.FlightSeed;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is published and what is pending, in words, as JSON, and with what can be done next. */
class ProductStatusTest extends AbstractReleaseTest {
    private static final Product.Application APP = (Product.Application) ReleaseFixture.APP;
    private static final String FLIGHT = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String LINK = "https://partner.microsoft.com/dashboard/products/9PAPPDEMO001";

    @BeforeEach
    void start() throws Exception {
        fixture = new ReleaseFixture(folder, EmbeddedStore.builder().pace(Duration.ofMinutes(10)));
    }

    private StoreClient store() {
        return fixture.service(ReleaseFixture.NETWORK);
    }

    private ProductStatus status() throws Exception {
        return ProductStatus.read(store(), APP);
    }

    private static StatusRenderer renderer() {
        return new StatusRenderer(product -> List.of("\"-Dstore.applicationId=9PAPPDEMO001\""), true);
    }

    private static JsonObject product(ProductStatus status) {
        return renderer().json(List.of(status)).build().getJsonArray("products").getJsonObject(0);
    }

    private static String published(ProductStatus status) {
        return status.published().orElseThrow().submissionId();
    }

    private static String pending(ProductStatus status) {
        return status.pending().orElseThrow().submissionId();
    }

    /** For a console of 80 columns; a command and an address stay whole. */
    private static void assertFits(List<? extends String> lines) {
        assertThat(lines)
                .filteredOn(line -> !line.contains("mvn store:") && !line.contains("https://"))
                .allMatch(line -> line.length() <= 80 - "[INFO] ".length() && line.matches("\\p{ASCII}*"));
    }

    @Test
    void whatIsPublishedIsToldWithItsPackages() throws Exception {
        fixture.packages = List.of(fixture.packageFile("tide-" + "very-".repeat(12) + "long.msix", "1.1.0.0"));
        fixture.run();
        fixture.settle();
        int before = fixture.calls().size();
        ProductStatus status = status();

        assertThat(fixture.calls()).hasSize(before + 2);
        assertThat(renderer().lines(status))
                .containsExactly(
                        "App 9PAPPDEMO001 (Embedded 9PAPPDEMO001)",
                        "  Published: submission " + published(status),
                        "    1.1.0.0          x64       tide-very-very-very-very-very-very-very...",
                        "  Nothing is pending",
                        "  To release:",
                        "    mvn store:submit \"-Dstore.applicationId=9PAPPDEMO001\"",
                        "  " + LINK + "/overview")
                .satisfies(ProductStatusTest::assertFits);
        JsonObject json = product(status);
        assertThat(json.getJsonObject("product")).isEqualTo(json("{'kind':'app','id':'9PAPPDEMO001'}"));
        assertThat(json.getJsonObject("published").getString("submissionId")).isEqualTo(published(status));
        assertThat(json.getJsonObject("published").getJsonArray("packages"))
                .containsExactly(json("{'fileName':'tide-" + "very-".repeat(12)
                        + "long.msix','version':'1.1.0.0','architecture':'x64'}"));
        assertThat(json).doesNotContainKey("pending");
        assertThat(json.getString("next")).isEqualTo("mvn store:submit \"-Dstore.applicationId=9PAPPDEMO001\"");
        assertThat(json.getString("link")).isEqualTo(LINK + "/overview");
    }

    @Test
    void aRolloutIsToldWithoutACallMore() throws Exception {
        fixture.addInRollout("PackageRolloutInProgress", "12.5");
        ProductStatus status = ProductStatus.read(store(), ReleaseFixture.IN_ROLLOUT);

        assertThat(fixture.calls()).hasSize(2);
        assertThat(renderer().lines(status))
                .contains(
                        "    rollout: 12.5 % of the customers get it,",
                        "      the others get submission 1152921500000000001", "  To give it to everybody:")
                .anyMatch(line -> line.endsWith("\"-Dstore.rolloutAction=finalize\""))
                .satisfies(ProductStatusTest::assertFits);
        assertThat(product(status).getJsonObject("published").getJsonObject("rollout"))
                .isEqualTo(json("{'submissionId':'" + published(status)
                        + "','status':'PackageRolloutInProgress','percentage':12.5,"
                        + "'fallbackSubmissionId':'1152921500000000001'}"));
    }

    @Test
    void aDraftByApiCanBeSubmitted() throws Exception {
        fixture.commit = false;
        fixture.patch = json("{'notesForCertification':'later'}");
        fixture.run();
        ProductStatus status = status();

        assertThat(renderer().lines(status))
                .contains(
                        "  Pending: submission " + pending(status) + ", PendingCommit",
                        "    a draft, which nobody has submitted yet; made by API",
                        "  To submit it:",
                        "  " + LINK + "/submissions/" + pending(status))
                .satisfies(ProductStatusTest::assertFits);
        assertThat(product(status).getJsonObject("pending"))
                .isEqualTo(json("{'submissionId':'" + pending(status) + "','status':'PendingCommit','madeBy':'api',"
                        + "'errors':[],'warnings':[{'code':'SalesUnsupportedWarning','details':'"
                        + status.pending()
                                .orElseThrow()
                                .status()
                                .warnings()
                                .get(0)
                                .text() + "'}],'reports':[]}"));
        assertThat(renderer().json(List.of(status)).build().toString()).doesNotContain("sig=", "fileUploadUrl");
        assertThat(status.toString()).doesNotContain("sig=");
    }

    @Test
    void aDraftOfPartnerCenterIsForAPerson() throws Exception {
        fixture.store.createInPartnerCenter(APP.id());
        ProductStatus status = status();

        assertThat(renderer().lines(status))
                .contains(
                        "    a draft, which nobody has submitted yet; made in Partner Center",
                        "    only there can it be submitted or deleted; submit stops because of it")
                .noneMatch(line -> line.contains("mvn "));
        assertThat(product(status).getJsonObject("pending").getString("madeBy")).isEqualTo("partnerCenter");
        assertThat(product(status)).doesNotContainKey("next");
    }

    @Test
    void whatIsOnItsWayCanBeWaitedFor() throws Exception {
        fixture.waitFor = WaitFor.NONE;
        fixture.patch = json("{'notesForCertification':'on its way'}");
        fixture.run();
        ProductStatus status = status();

        assertThat(renderer().lines(status))
                .contains("    submitted, and the Store looks at data and files; made by API");
        assertThat(product(status).getString("next"))
                .isEqualTo("mvn store:status \"-Dstore.applicationId=9PAPPDEMO001\" \"-Dstore.waitFor=publication\"");
    }

    @Test
    void whatWasRefusedIsToldWithErrorsAndReportsInWords() throws Exception {
        fixture.store
                .faults()
                .set(json("{'fault':'fail','state':'CertificationFailed','code':'InvalidArchive','details':'Crashes.',"
                        + "'report':'https://reports.test/1'}"));
        fixture.waitFor = WaitFor.CERTIFICATION;
        fixture.timeout = Duration.ofDays(1);
        fixture.patch = json("{'notesForCertification':'refused'}");
        fixture.run();
        ProductStatus status = status();

        assertThat(renderer().lines(status))
                .contains(
                        "    certification has refused it; made by API",
                        "    error    InvalidArchive  Crashes. (the uploaded ZIP cannot be read; run the same command"
                                + " again)",
                        "  To release again:")
                .anyMatch(line -> line.startsWith("    report   ") && line.endsWith("https://reports.test/1"));
        JsonObject pending = product(status).getJsonObject("pending");
        assertThat(pending.getJsonArray("errors"))
                .containsExactly(json("{'code':'InvalidArchive','details':'Crashes.'}"));
        assertThat(pending.getJsonArray("reports").getJsonObject(0).getString("reportUrl"))
                .isEqualTo("https://reports.test/1");
    }

    @Test
    void whatWasNeverPublishedSaysSo() throws Exception {
        fixture.store.add(ApplicationSeed.unpublished("9PAPPDEMO003"));
        ProductStatus status = ProductStatus.read(store(), new Product.Application("9PAPPDEMO003"));

        assertThat(renderer().lines(status)).contains("  Nothing was ever published", "  Nothing is pending");
        assertThat(product(status)).doesNotContainKeys("published", "pending");
        assertThat(fixture.calls()).hasSize(1);
    }

    @Test
    void aRehearsalHasNoLink() throws Exception {
        StatusRenderer rehearsed = new StatusRenderer(product -> List.of(), false);
        assertThat(rehearsed.lines(status())).noneMatch(line -> line.contains("https://"));
        assertThat(rehearsed.json(List.of(status())).build().toString()).doesNotContain("link");
    }

    @Test
    void allIsAtMostTwoCallsEachBesideThePages() throws Exception {
        fixture.store.add(FlightSeed.published(FLIGHT, "nightly", APP.id()));
        fixture.store.add(FlightSeed.unpublished("aaaaaaaa-0000-4000-8000-000000000002", "beta", APP.id()));
        fixture.store.add(AddonSeed.published("9NADDONDEMO1", "coins", APP.id()));
        fixture.store.add(AddonSeed.published("9NADDONDEMO2", "tides.year", APP.id()));
        fixture.store.createInPartnerCenter(APP.id());
        fixture.store.createInPartnerCenter(FLIGHT);
        fixture.store.createInPartnerCenter("9NADDONDEMO2");
        List<ProductStatus> all = ProductStatus.readAll(store(), APP);

        assertThat(all)
                .extracting(status -> status.name().orElseThrow())
                .containsExactly("Embedded 9PAPPDEMO001", "beta", "nightly", "coins", "tides.year");
        assertThat(fixture.calls())
                .containsExactly(
                        "GET applications/9PAPPDEMO001 200",
                        "GET applications/9PAPPDEMO001/listflights 200",
                        "GET inappproducts 200",
                        "GET applications/9PAPPDEMO001/submissions/ 200",
                        "GET applications/9PAPPDEMO001/submissions/ 200",
                        "GET applications/9PAPPDEMO001/flights/" + FLIGHT + "/submissions/ 200",
                        "GET applications/9PAPPDEMO001/flights/" + FLIGHT + "/submissions/ 200",
                        "GET inappproducts/9NADDONDEMO2/submissions/ 200");
        List<String> lines =
                all.stream().flatMap(one -> renderer().shortLines(one).stream()).toList();
        assertThat(lines)
                .contains(
                        "Flight aaaaaaaa-0000-4000-8000-000000000002 (beta)",
                        "  nothing was ever published, nothing is pending",
                        "Add-on 9NADDONDEMO1 (coins)",
                        "  submission " + published(all.get(3)) + " is published, nothing is pending",
                        "Add-on 9NADDONDEMO2 (tides.year)")
                .satisfies(ProductStatusTest::assertFits);
        assertThat(renderer().json(all).build().getJsonArray("products")).hasSize(5);
    }
}
