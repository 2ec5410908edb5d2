package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.json.ParsedJson;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The add-ons of a store folder, submitted, planned and checked by the goals. */
class SubmitAddonsMojoTest {
    private static final String NEW = """
        {"contentType": "OnlineDownload", "lifetime": "Forever", "pricing": {"priceId": "Tier2"}}""";

    @TempDir
    Path folder;

    private BuildSession build;

    @BeforeEach
    void start() throws IOException {
        build = new BuildSession(folder, "app");
        file("coins-100/submission.json", "{\"tag\": \"autumn\"}");
        file("year/addon.json", "{\"productType\": \"Durable\"}");
        file("year/submission.json", NEW);
        file("year/listings/en-us/title.txt", "Tides of a year");
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve("app/src/store/addons").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private SubmitAddonsMojo submit() {
        return build.goal("app", new SubmitAddonsMojo(null), "submit-addons");
    }

    private PlanMojo plan(String... addons) {
        PlanMojo plan = build.goal("app", new PlanMojo(null, null), "plan");
        plan.addons = List.of(addons);
        return plan;
    }

    private JsonObject result(String name) throws Exception {
        return ParsedJson.ofFile(folder.resolve("app/target/store").resolve(name))
                .object();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT) // The Store of a rehearsal lets seconds pass.
    void aRehearsalSubmitsThoseThatItMakesUpAndCreatesTheOthers() throws Exception {
        submit().execute();
        JsonObject addons = result("addons.json");
        assertThat(addons.getJsonArray("addons").getJsonObject(0).getString("result"))
                .isEqualTo("submitted");
        assertThat(addons.getJsonArray("addons").getJsonObject(1).getString("result"))
                .isEqualTo("created");
        assertThat(addons.getJsonArray("addons").getJsonObject(0).keySet()).doesNotContain("link");
        assertThat(addons.getBoolean("rehearsal")).isTrue();
        assertThat(folder.resolve("app/target/store/addons-record.json")).doesNotExist();
        assertThat(build.said())
                .contains(
                        "WARNING The embedded Store has these add-ons only for this rehearsal: coins-100; a real release"
                                + " needs them in the Store, or productType in their addon.json")
                .anyMatch(line -> line.matches("2 add-ons \\(1 created, 1 submitted\\), \\d+ requests"));
    }

    @ParameterizedTest
    @CsvSource({"src/Store/addons", "src/store/Addons"})
    void foldersInAnotherCaseAreNotPassedOver(String name) throws Exception {
        build = new BuildSession(folder, "other");
        Path file = folder.resolve("other").resolve(name).resolve("coins/submission.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{}");
        SubmitAddonsMojo submit = build.goal("other", new SubmitAddonsMojo(null), "submit-addons");
        submit.onPending = "replace";
        submit.waitFor = "commit";
        assertThatThrownBy(submit::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("is not read, since its name differs in case");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT) // The Store of a rehearsal lets seconds pass.
    void aFailureIsATable() throws Exception {
        SubmitAddonsMojo submit = submit();
        Path faults = folder.resolve("faults.json");
        Files.writeString(
                faults, "{\"faults\":[{\"fault\":\"answer\",\"call\":\"createAddon\",\"status\":409,\"times\":1}]}");
        submit.faults = faults.toFile();
        assertThatThrownBy(submit::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("1 of 2 add-ons failed (1 submitted, 1 failed). The same command does what is"
                        + " left:\n  year  failed  The Store refused to create add-on year: ")
                .hasMessageEndingWith("All add-ons are in " + folder.resolve("app/target/store/addons.json"));
        assertThat(result("addons.json").getJsonObject("counts").getInt("failed"))
                .isEqualTo(1);
    }

    @Test
    void planShowsTheChangesOfThoseThatAreNamed() throws Exception {
        plan("*").execute();
        JsonObject all = result("plan.json");
        assertThat(all.getJsonArray("addons")).hasSize(2);
        JsonObject coins = all.getJsonArray("addons").getJsonObject(0);
        assertThat(coins.getString("productId")).isEqualTo("coins-100");
        assertThat(coins.getJsonArray("changes").getJsonObject(0).getString("path"))
                .isEqualTo("/tag");
        assertThat(coins.getJsonArray("files")).isEmpty();
        assertThat(build.said())
                .anyMatch(line -> line.startsWith("Plan for add-on coins-100 on the last published submission"))
                .anyMatch(line -> line.endsWith("the add-on is created first"));

        plan("coins-*").execute();
        assertThat(result("plan.json").getJsonArray("addons")).hasSize(1);
    }

    private PreviewMojo preview(String... names) {
        PreviewMojo preview = build.goal("app", new PreviewMojo(null, null), "preview");
        preview.onPending = "replace";
        preview.onRollout = "fail";
        preview.addons = List.of(names);
        return preview;
    }

    @Test
    void previewHasAPageOfEachThatIsNamed() throws Exception {
        preview("*").execute();
        Path pages = folder.resolve("app/target/store/addons");
        assertThat(pages.resolve("coins-100/preview/index.html")).content().contains("coins-100");
        assertThat(pages.resolve("year/preview/index.html")).exists();
        assertThat(build.said()).anyMatch(line -> line.startsWith("The page of what customers will see is "));
    }

    @Test
    void previewIsOfTheFolderOnlyWhereTheStoreIsNotAsked() throws Exception {
        PreviewMojo preview = preview("coins-100");
        preview.rehearse = false;
        preview.execute();
        assertThat(folder.resolve("app/target/store/addons/coins-100/preview/index.html"))
                .content()
                .contains("the Store was not asked");
    }

    @Test
    void planTellsWhatSubmitWouldRefuse() throws Exception {
        file("year/submission.json", "{\"tag\": \"autumn\"}");
        assertThatThrownBy(plan("year")::execute)
                .hasMessageContaining("addons/year: ")
                .hasMessageContaining("ADD-");
    }

    @Test
    void validateChecksAllWithTheAppAndOnlyTheNamedOnes() throws Exception {
        file("coins-100/submission.json", "{\"contentType\": \"Nonsense\"}");
        ValidateMojo validate = build.goal("app", new ValidateMojo(null, null), "validate");
        assertThatThrownBy(validate::execute)
                .hasMessageContaining("src/store/addons/coins-100/submission.json")
                .hasMessageContaining("ADD-20");
        assertThat(result("validation.json").getJsonArray("errors")).hasSize(1);

        validate.addons = List.of("year");
        validate.execute();
        assertThat(result("validation.json").getJsonArray("errors")).isEmpty();
    }

    @Test
    void aFlightOrOneAddonIsAnError() {
        SubmitAddonsMojo submit = submit();
        submit.addonProductId = "year";
        assertThatThrownBy(submit::execute).hasMessageContaining("a flight or one add-on is named as well");
    }

    @Test
    void itIsSkippedByItsOwnSwitch() throws Exception {
        SubmitAddonsMojo submit = submit();
        submit.skipSubmitAddons = true;
        submit.execute();
        assertThat(build.said()).containsExactly("Skipping submit-addons (store.submit-addons.skip is true)");
    }

    @Test
    void aModuleWithoutAddonsThatNamesNoneFails() throws Exception {
        SubmitAddonsMojo submit = build.goal("app", submit(), "submit-addons");
        submit.storeDirectory = Files.createDirectories(folder.resolve("empty")).toFile();
        submit.addons = List.of("year");
        assertThatThrownBy(submit::execute).hasMessageStartingWith("There is no add-on to submit: ");
    }
}
