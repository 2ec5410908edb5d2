package io.github.storemaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.document.ProductType;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.testing.CpuTime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How findings are sorted and shown, and that no document makes them too many. */
class FindingsTest {
    private static final Finding LATE = error("b.json", "line 10, /a", "late");
    private static final Finding EARLY = error("b.json", "line 9, /b", "early");
    private static final Finding FIRST = new Finding("CAP-01", Severity.WARNING, "a.msix", "", "asks");

    @Test
    void areSortedByFileAndLineWithErrorsApart() {
        Findings findings = new Findings(List.of(LATE, FIRST, EARLY, LATE));
        assertThat(findings.all()).containsExactly(FIRST, EARLY, LATE);
        assertThat(findings.errors()).containsExactly(EARLY, LATE);
        assertThat(findings.text()).isEqualTo("""
            ERROR b.json, line 9: early (DOC-02)
            ERROR b.json, line 10: late (DOC-02)
            WARNING a.msix: asks (CAP-01)
            """);
    }

    @Test
    void rulesThatOnlyWarnHaveNoErrors() {
        Findings findings = new Findings(List.of(LATE, error("c", "", "other")));
        assertThat(findings.warnOnly(Set.of("CAP-03")).errors()).hasSize(2);
        assertThat(findings.warnOnly(Set.of("DOC-02")).errors()).isEmpty();
        assertThat(findings.warnOnly(Set.of("DOC-02")).warnings()).hasSize(2);
    }

    @Test
    void theSameInSeveralLanguagesIsOneLineThatListsThem() {
        Findings findings = new Findings(List.of(
                error("src/store/listings/de-de/title.txt", "/listings/de-de/baseListing/title", "long"),
                error("src/store/listings/en-us/title.txt", "/listings/en-us/baseListing/title", "long"),
                error("src/store/listings/en-us/description.txt", "", "long"),
                error("s.json", "line 3, /listings/fr-fr/baseListing/title", "long"),
                error("s.json", "line 9, /listings/pl-pl/baseListing/title", "long"),
                error("s.json", "line 2, /listings/pl-pl/baseListing/description", "long"),
                error(Finding.SUBMISSION, "/listings/en-us", "no screenshot"),
                error(Finding.SUBMISSION, "/listings/de-de", "no screenshot"),
                error(Finding.SUBMISSION, "/listings/de-de", "no description")));
        assertThat(findings.lines(Severity.ERROR))
                .containsExactlyInAnyOrder(
                        "src/store/listings/*/title.txt (de-de, en-us): long (DOC-02)",
                        "src/store/listings/en-us/description.txt: long (DOC-02)",
                        "s.json, /listings/*/baseListing/title (fr-fr, pl-pl): long (DOC-02)",
                        "s.json, line 2, /listings/pl-pl/baseListing/description: long (DOC-02)",
                        "de-de, en-us: no screenshot (DOC-02)",
                        "de-de: no description (DOC-02)");
    }

    @Test
    void aFileIsNamedOnceAndAPointerOnlyWhereThereIsJson() {
        assertThat(error("target/a.msix", "a.msix > AppxManifest.xml, line 3", "wrong")
                        .text())
                .isEqualTo("target/a.msix > AppxManifest.xml, line 3: wrong (DOC-02)");
        assertThat(error("src/store/listings/en-us/title.txt", "/listings/en-us/title", "wrong")
                        .text())
                .isEqualTo("src/store/listings/en-us/title.txt: wrong (DOC-02)");
        assertThat(error("the parameters", "/visibility", "wrong").text())
                .isEqualTo("the parameters, /visibility: wrong (DOC-02)");
    }

    @Test
    void adviceIsNeitherErrorNorWarningWhateverTheConfigurationSays() {
        Findings findings = new Findings(List.of(new Finding("IMG-06", Severity.ADVICE, "a", "", "few")));
        assertThat(findings.warnOnly(Set.of("IMG-06")).warnings()).isEmpty();
        assertThat(findings.advice()).hasSize(1);
    }

    @Test
    void haveAJsonForm() {
        assertThat(new Findings(List.of(EARLY, FIRST)).toJson()).hasToString("""
            {"errors":[{"rule":"DOC-02","file":"b.json","line":9,"place":"line 9, /b","message":"early"}],\
            "warnings":[{"rule":"CAP-01","file":"a.msix","message":"asks"}],"advice":[]}\
            """);
    }

    @Test
    void filesAreNamedFromTheProject() {
        Path project = Path.of("project").toAbsolutePath();
        Finding inside = error(project.resolve("src").resolve("a.png").toString(), "", "small");
        assertThat(new Findings(List.of(inside, LATE)).relativeTo(project).all())
                .extracting(Finding::file)
                .containsExactly("b.json", "src/a.png");
    }

    @Test
    void filesOfAModuleAreNamedFromTheRepository(@TempDir Path repository) throws Exception {
        Path module = Files.createDirectories(repository.resolve("modules/app"));
        Files.createDirectories(module.resolve("src"));
        Files.writeString(module.resolve("src/a.png"), "");
        Findings findings = new Findings(List.of(error("src/a.png", "", "small"), error("the parameters", "", "late")));
        assertThat(findings.from(module, repository).all())
                .extracting(Finding::file)
                .containsExactlyInAnyOrder("modules/app/src/a.png", "the parameters");
        assertThat(findings.from(module, repository.resolve("elsewhere")).all())
                .extracting(Finding::file)
                .contains("src/a.png");
    }

    @Test
    void documentIsToldWithFileLineAndMeaning() throws Exception {
        ParsedJson json = RuleCase.json("{\n'listings': {'en-us': {'baseListing': {\n'descriptoin': 'a'}}}}");
        FindingCollector report = new FindingCollector();
        new DocumentRules(ProductType.APP, Instant.EPOCH).check(json.object(), json::locationOf, report);
        assertThat(report.findings().text())
                .isEqualTo("ERROR submission.json, line 3, /listings/en-us/baseListing/descriptoin:"
                        + " there is no member \"descriptoin\"; did you mean \"description\"? (DOC-01)\n");
    }

    /** A hundred thousand members that nobody knows. */
    @Test
    void hugeDocumentIsBounded() throws Exception {
        StringBuilder text = new StringBuilder("{\"a\": 0");
        for (int i = 0; i < 100_000; i++) {
            text.append(", \"visibilit").append(i).append("\": \"\"");
        }
        byte[] utf8 = text.append('}').toString().getBytes(StandardCharsets.UTF_8);
        FindingCollector report = new FindingCollector();
        CpuTime.within(Duration.ofSeconds(10), () -> {
            ParsedJson json = ParsedJson.of("submission.json", utf8);
            new DocumentRules(ProductType.APP, Instant.EPOCH).check(json.object(), json::locationOf, report);
            return report;
        });
        assertThat(report.findings().all()).hasSize(FindingCollector.MOST + 1);
        assertThat(report.findings().errors()).extracting(Finding::rule).contains("DOC-06");
    }

    @Test
    void longValuesAreCut() throws Exception {
        Findings findings = RuleCase.findings(
                (json, report) -> new DocumentRules(ProductType.APP, Instant.EPOCH)
                        .check(json.object(), json::locationOf, report),
                "{'visibility': '" + RuleCase.letters(100_000) + "', '" + RuleCase.letters(100_000) + "': 1}");
        assertThat(findings.all())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.text()).hasSizeLessThan(600));
    }

    private static Finding error(String file, String place, String message) {
        return new Finding("DOC-02", Severity.ERROR, file, place, message);
    }

    @Test
    void aNameOrValueOfOthersDrawsNoLineAndGivesNoCommand() {
        Finding finding = new Finding(
                "DOC-01",
                Severity.ERROR,
                "a\u009b.msix",
                "\u202eplace",
                "1.2\n::error::y a##vso[z]b " + "m".repeat(9000));

        assertThat(finding.text())
                .startsWith("a\\u009b.msix, \\u202eplace: 1.2 ::error::y a## vso[z]b mmm")
                .endsWith("mmm... (DOC-01)")
                .hasSizeLessThan(2100);
    }
}
