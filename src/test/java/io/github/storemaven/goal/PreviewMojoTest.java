package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.AddonSeed;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.ProductSeed.FlightSeed;
import io.github.storemaven.testing.PngImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the goal preview makes its page of, and what it says about it. */
class PreviewMojoTest {
    private static final String APP = BuildSession.APP;
    private static final String LISTING = "src/store/listings/en-us/";

    @TempDir
    Path folder;

    private BuildSession build;
    private EmbeddedStore store;

    @BeforeEach
    void start() throws IOException {
        build = new BuildSession(folder, "app");
        store = EmbeddedStore.builder().start();
    }

    @AfterEach
    void stop() {
        build.end();
        store.close();
    }

    private PreviewMojo preview() {
        return build.goal("app", new PreviewMojo(null, null), "preview");
    }

    /** Without credentials until the environment has them. */
    private PreviewMojo real() {
        PreviewMojo preview = preview();
        preview.rehearse = false;
        preview.serviceUrl = store.serviceUrl().toString();
        preview.loginUrl = store.loginUrl().toString();
        return preview;
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve("app").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path pages() {
        return folder.resolve("app/target/store/preview");
    }

    private String page() throws IOException {
        return Files.readString(pages().resolve("index.html"));
    }

    @Test
    void aRehearsalIsMadeOfTheEmbeddedStoresDocument() throws Exception {
        file(LISTING + "description.txt", "High water and low water");
        Path shots = Files.createDirectories(folder.resolve("app").resolve(LISTING + "images/Screenshot"));
        PngImage.write(shots.resolve("01-day.png"), 1366, 768);
        Files.writeString(shots.resolve("01-day.txt"), "The tides of today");
        build.writePackage("app", "tide.msix", "1.2.0.0");
        preview().execute();
        assertThat(page())
                .contains(
                        "A rehearsal: made of the files of this machine and the embedded Store&#39;s document, the last published"
                                + " submission 11529215056")
                .contains("<p>High water and low water</p>")
                .contains("First edition")
                .contains("The tides of today")
                .contains("screenshots/main.png")
                .contains("1.2.0.0, x64");
        assertThat(pages().resolve("images").toFile().list()).hasSize(1);
        assertThat(build.said())
                .anyMatch(line -> line.equals("The page of what customers will see is " + pages().resolve("index.html")
                        + " (1 page, 1 image)"));
    }

    @Test
    void theStoreIsOnlyRead() throws Exception {
        build.credentials(store);
        store.add(ApplicationSeed.published(APP));
        file(LISTING + "description.txt", "High water and low water");
        real().execute();
        assertThat(page()).contains("What differs from the published submission is marked", "An app that exists");
        assertThat(store.requests().stream()
                        .filter(request -> request.path().startsWith("/v1.0/"))
                        .map(request -> request.method()))
                .isNotEmpty()
                .containsOnly("GET");
    }

    @Test
    void withoutCredentialsThePageIsMadeOfTheFolderAndSaysSo() throws Exception {
        file(LISTING + "description.txt", "High water and low water");
        real().execute();
        assertThat(page())
                .contains(
                        "Made of the files of this machine only, since the Store was not asked: there are no credentials")
                .contains("<p>High water and low water</p>", "No screenshot is here; the Store keeps what it has.")
                .doesNotContain("badge changed", "badge new");
        assertThat(build.said())
                .contains("The Store was not asked: there are no credentials; mvn store:token tells what is missing");
        assertThat(store.requests()).isEmpty();
    }

    @Test
    void offlineAndWithoutAnAppNobodyIsAsked() throws Exception {
        build.credentials(store);
        file(LISTING + "description.txt", "High water and low water");
        build.session().getRequest().setOffline(true);
        real().execute();
        assertThat(page()).contains("since the Store was not asked: Maven is offline (-o)");
        build.session().getRequest().setOffline(false);
        PreviewMojo unnamed = real();
        unnamed.applicationId = null;
        unnamed.execute();
        assertThat(page()).contains("the app of this folder", "store.applicationId is not set");
        assertThat(store.requests()).isEmpty();
    }

    @Test
    void whatValidateFindsIsBesideItsTextAndFailsTheGoal() throws Exception {
        build.credentials(store);
        store.add(ApplicationSeed.published(APP));
        file(LISTING + "description.txt", "High water and low water");
        file(LISTING + "shortTitle.txt", "x".repeat(51));
        ValidateMojo validate = build.goal("app", new ValidateMojo(null, null), "validate");
        validate.rehearse = false;
        String found = failure(validate);
        assertThat(found).contains("TXT-08");
        assertThat(failure(real())).isEqualTo(found);
        assertThat(page()).contains("51 of 50 characters", "(TXT-08)", "the checks found errors");
        assertThat(store.requests()).isEmpty();
    }

    @Test
    void aSubmissionFileThatCannotBeReadIsToldAsByValidate() throws Exception {
        file("src/store/submission.json", "{\"visibility\": }");
        file(LISTING + "description.txt", "High water and low water");
        ValidateMojo validate = build.goal("app", new ValidateMojo(null, null), "validate");
        validate.rehearse = false;
        String found = failure(validate);
        assertThat(found).contains("submission.json");
        assertThat(failure(preview())).isEqualTo(found);
        assertThat(page()).contains("<code>src/store/submission.json", "(FILE)");
    }

    @Test
    void aSubmissionFileOfAnotherShapeStillGivesAPage() throws Exception {
        file(
                "src/store/submission.json",
                "{\"listings\": {\"en-us\": 5, \"de-de\": {\"baseListing\": {\"images\": {}, \"keywords\": \"x\","
                        + " \"description\": 7}}}, \"pricing\": [], \"trailers\": {\"a\": 1}, \"applicationPackages\": 3,"
                        + " \"packageDeliveryOptions\": {\"packageRollout\": 1}}");
        assertThat(failure(preview())).startsWith("9 errors. All are above; the first:\n  src/store/submission.json");
        assertThat(page()).contains("the checks found errors");
    }

    @Test
    void aFlightHasItsPackagesOnly() throws Exception {
        build.credentials(store);
        store.add(ApplicationSeed.published(APP));
        store.add(FlightSeed.published("aaaaaaaa-0000-4000-8000-000000000001", "Testers", APP));
        build.writePackage("app", "tide.msix", "1.2.0.0");
        file(LISTING + "description.txt", "High water and low water");
        PreviewMojo preview = real();
        preview.flightName = "Testers";
        preview.execute();
        assertThat(page())
                .contains(
                        "A flight has no listing of its own", "tide.msix", "1.2.0.0, x64", "badge new", "badge removed")
                .doesNotContain("High water and low water", "<nav");
    }

    @Test
    void anAddonHasTitleDescriptionAndIcon() throws Exception {
        build.credentials(store);
        store.add(ApplicationSeed.published(APP));
        store.add(AddonSeed.published("9NADDONDEMO1", "coins", APP));
        file("src/store/addons/coins/listings/en-us/title.txt", "A purse of coins");
        file("src/store/addons/coins/listings/en-us/description.txt", "One hundred coins");
        PngImage.write(folder.resolve("app/src/store/addons/coins/listings/en-us/icon.png"), 300, 300);
        PreviewMojo preview = real();
        preview.addonProductId = "coins";
        preview.execute();
        assertThat(page())
                .contains(
                        "<bdi>A purse of coins</bdi>",
                        "<p>One hundred coins</p>",
                        "<div class=\"icon\"><img src=\"images/")
                .contains("16 of 100 characters", "17 of 200 characters");
    }

    @Test
    void planAndSubmitSayWhereThePageIs() throws Exception {
        file(LISTING + "description.txt", "High water and low water");
        PlanMojo plan = build.goal("app", new PlanMojo(null, null), "plan");
        plan.execute();
        String line = "What customers will see is in target/store/preview/index.html, made on 20";
        assertThat(build.said()).noneMatch(said -> said.startsWith(line));
        preview().execute();
        plan.execute();
        build.submit("app").execute();
        SubmitMojo other = build.submit("app");
        other.applicationId = "9POTHERAPP01";
        other.execute();
        assertThat(build.said().stream().filter(said -> said.startsWith(line))).hasSize(2);
    }

    private static String failure(AbstractReleaseMojo goal) {
        Throwable failure = catchThrowable(goal::execute);
        assertThat(failure).isInstanceOf(MojoFailureException.class);
        return failure.getMessage();
    }
}
