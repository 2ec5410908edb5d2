package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Release notes from files, and what is said about the languages that get them. */
class ReleaseNotesFilesTest extends AbstractStoreGoalTest {
    /** An app with listings in en-us and de-de. */
    @BeforeEach
    void publish() throws IOException {
        JsonObject listing = document().getJsonObject("listings").getJsonObject("en-us");
        published("{'listings':{'de-de':" + listing + "}}");
        build.writePackage("app", "tide.msix", "1.2.0.0");
    }

    private <T extends AbstractReleaseMojo> T real(T goal, String notes) {
        goal.releaseNotesFile =
                notes == null ? null : new File(folder.resolve("app").toFile(), notes);
        return real(goal);
    }

    private SubmitMojo submit(String notes) {
        return real(build.submit("app"), notes);
    }

    private PlanMojo plan(String notes) {
        return real(build.goal("app", new PlanMojo(null, null), "plan"), notes);
    }

    private List<String> said(String part) {
        return build.said().stream().filter(line -> line.contains(part)).toList();
    }

    private String notes(String language) {
        return store.published(APP)
                .orElseThrow()
                .getJsonObject("listings")
                .getJsonObject(language)
                .getJsonObject("baseListing")
                .getString("releaseNotes", "");
    }

    private SubmitMojo published(SubmitMojo submit) {
        submit.waitFor = "publication";
        return submit;
    }

    @Test
    void eachLanguageHasItsFile() throws Exception {
        file("CHANGELOG.en-us.md", "## 1.2.0\n\n- New tides\n");
        file("CHANGELOG.de-DE.md", "## 1.2.0\n\n- Neue Gezeiten\n");
        file("CHANGELOG.backup.md", "## 1.2.0\n\n- No language\n");
        published(submit("CHANGELOG.{language}.md")).execute();
        assertThat(said("Release notes"))
                .containsExactly("Release notes 1.2.0 from CHANGELOG.{language}.md: 11 characters in en-us,"
                        + " 15 characters in de-de");
        assertThat(notes("en-us")).isEqualTo("- New tides");
        assertThat(notes("de-de")).isEqualTo("- Neue Gezeiten");
    }

    @Test
    void aFolderPerLanguageIsNamedLikewise() throws Exception {
        file("notes/en-us/new.md", "- New tides\n");
        file("notes/de-de/new.md", "- Neue Gezeiten\n");
        SubmitMojo submit = published(submit("notes/{language}/new.md"));
        submit.releaseNotesSection = "all";
        submit.execute();
        assertThat(notes("de-de")).isEqualTo("- Neue Gezeiten");
        assertThat(said("Release notes from new.md")).hasSize(1);
    }

    @Test
    void aLanguageWithoutItsFileKeepsItsNotesWithAWarning() throws Exception {
        file("CHANGELOG.en-us.md", "## 1.2.0\n\n- New tides\n");
        String before = notes("de-de");
        plan("CHANGELOG.{language}.md").execute();
        assertThat(said("there is no file for de-de")).hasSize(1).allMatch(line -> line.startsWith("WARNING "));
        build.said().clear();
        published(submit("CHANGELOG.{language}.md")).execute();
        assertThat(said("there is no file for de-de")).hasSize(1).allMatch(line -> line.contains("DOC-08"));
        assertThat(notes("de-de")).isEqualTo(before);
        assertThat(notes("en-us")).isEqualTo("- New tides");
    }

    @Test
    void whichMayBeAnError() throws Exception {
        file("CHANGELOG.en-us.md", "## 1.2.0\n\n- New tides\n");
        SubmitMojo submit = submit("CHANGELOG.{language}.md");
        submit.failOnWarning = true;
        assertThatThrownBy(submit::execute).hasMessageContaining("there is no file for de-de");
        assertThat(store.pending(APP)).isEmpty();
    }

    @Test
    void aFileForALanguageThatIsNotListedIsAnErrorOfBoth() throws Exception {
        for (String language : List.of("en-us", "de-de", "fr-fr")) {
            file("CHANGELOG." + language + ".md", "## 1.2.0\n\n- New\n");
        }
        for (AbstractReleaseMojo goal : List.of(plan("CHANGELOG.{language}.md"), submit("CHANGELOG.{language}.md"))) {
            assertThatThrownBy(goal::execute)
                    .hasMessageContaining("CHANGELOG.fr-fr.md")
                    .hasMessageContaining("the app has no listing in fr-fr");
        }
        assertThat(store.pending(APP)).isEmpty();
    }

    @Test
    void oneTextForSeveralLanguagesIsAWarningUnlessTheyAreNamed() throws Exception {
        file("CHANGELOG.md", "## 1.2.0\n\n- New tides\n");
        plan("CHANGELOG.md").execute();
        assertThat(said("Release notes"))
                .singleElement()
                .asString()
                .startsWith("WARNING Release notes 1.2.0 from CHANGELOG.md: 11 characters, in ")
                .contains("one text for several languages");
        build.said().clear();
        String before = notes("de-de");
        SubmitMojo submit = published(submit("CHANGELOG.md"));
        submit.releaseNotesLanguages = List.of("en-US");
        submit.execute();
        assertThat(said("Release notes"))
                .containsExactly("Release notes 1.2.0 from CHANGELOG.md: 11 characters, in en-us");
        assertThat(notes("en-us")).isEqualTo("- New tides");
        assertThat(notes("de-de")).isEqualTo(before);
    }

    @Test
    void aLanguageThatIsNamedHasToBeListed() throws Exception {
        file("CHANGELOG.md", "## 1.2.0\n\n- New tides\n");
        SubmitMojo submit = submit("CHANGELOG.md");
        submit.releaseNotesLanguages = List.of("en-us", "fr-fr");
        assertThatThrownBy(submit::execute).hasMessageContaining("the app has no listing in fr-fr");
    }

    @Test
    void whatIsLeftOutIsCounted() throws Exception {
        file("CHANGELOG.md", "## 1.2.0\n\n" + ("- " + "x".repeat(698) + "\n").repeat(3));
        SubmitMojo submit = submit("CHANGELOG.md");
        submit.releaseNotesLanguages = List.of("en-us");
        assertThatThrownBy(submit::execute).hasMessageContaining("TXT-03");
        submit.releaseNotesTooLong = "shorten";
        submit.execute();
        assertThat(said("1401 characters (1 item left out: store.releaseNotesTooLong is shorten), in en-us"))
                .hasSize(1);
    }

    @Test
    void whatContradictsItselfIsToldAtOnce() {
        SubmitMojo submit = submit("CHANGELOG.{language}.md");
        submit.releaseNotesLanguages = List.of("en-us", "xx-yy");
        assertThatThrownBy(submit::execute)
                .hasMessageContaining("store.releaseNotesFile names a file per language; keep one of them")
                .hasMessageContaining("store.releaseNotesLanguages has \"xx-yy\", which is not a language of the Store")
                .hasMessageContaining("names CHANGELOG.{language}.md, and there is no such file for any language");
        SubmitMojo without = submit(null);
        without.releaseNotesLanguages = List.of("en-us");
        assertThatThrownBy(without::execute).hasMessageContaining("store.releaseNotesFile, which it is about, is not");
        assertThat(store.requests()).isEmpty();
    }

    @Test
    void validateTellsWhatItCanKnow() throws Exception {
        file("CHANGELOG.md", "## 1.2.0\n\n- New tides\n");
        ValidateMojo validate = real(build.goal("app", new ValidateMojo(null, null), "validate"), "CHANGELOG.md");
        validate.execute();
        assertThat(said("Release notes")).containsExactly("Release notes 1.2.0 from CHANGELOG.md: 11 characters");
        assertThat(store.requests()).isEmpty();
    }
}
