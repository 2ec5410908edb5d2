package io.github.storemaven.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.ci.Annotation.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands and files of each CI service, with every character that one of them escapes. */
class CiServiceTest {
    private static final String NASTY = "100 % ]\r\n::error::x ##vso[a]##teamcity['b'|] \u00e4\u20ac,;:";

    private final Map<String, Integer> shown = new HashMap<>();

    private static RunReport report(List<Annotation> annotations) {
        return new RunReport(annotations, "", Optional.empty(), Map.of(), false);
    }

    private static Annotation at(String file, long line, String text) {
        return new Annotation(Level.ERROR, "TXT-01", text, Optional.of(file), OptionalLong.of(line));
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB_ACTIONS, true, GitHubActions",
        "TF_BUILD, True, AzurePipelines",
        "TEAMCITY_VERSION, 2025.07, TeamCity",
        "GITHUB_ACTIONS, false, ''",
        "TEAMCITY_VERSION, ' ', ''",
        "GITLAB_CI, true, ''",
        "JENKINS_URL, http://localhost, ''"
    })
    void isKnownByItsVariable(String variable, String value, String service) {
        Optional<CiService> found = CiService.of(name -> name.equals(variable) ? Optional.of(value) : Optional.empty());
        assertThat(found.map(one -> one.getClass().getSimpleName()).orElse("")).isEqualTo(service);
    }

    @Test
    void gitHubGetsNoSecondCommandFromAText() {
        assertThat(new GitHubActions().commands(report(List.of(at("a,b:%.json", 3, NASTY))), shown))
                .containsExactly("::error file=a%2Cb%3A%25.json,line=3,title=TXT-01::100 %25 ]%0D%0A::error::x ##vso[a]"
                        + "##teamcity['b'|] \u00e4\u20ac,;:");
    }

    @Test
    void azureGetsNoSecondCommandFromAText() {
        assertThat(new AzurePipelines().commands(report(List.of(at("a;b]%.json", 3, NASTY))), shown))
                .containsExactly("##vso[task.logissue type=error;sourcepath=a%3Bb%5D%AZP25.json;linenumber=3]"
                        + "TXT-01: 100 %AZP25 ]%0D%0A::error::x ##vso[a]##teamcity['b'|] \u00e4\u20ac,;:");
    }

    @Test
    void teamCityGetsNoSecondMessageFromAText() {
        assertThat(new TeamCity().commands(report(List.of(at("a.json", 3, NASTY))), shown))
                .containsExactly(
                        "##teamcity[message text='a.json:3: TXT-01: 100 % |]|r|n::error::x ##vso|[a|]##teamcity"
                                + "|[|'b|'|||] |0x00E4|0x20AC,;:' status='ERROR']");
    }

    @Test
    void levelsAreTheServicesOwn() {
        List<Annotation> all = List.of(
                Annotation.of(Level.NOTICE, "t", "n"),
                Annotation.of(Level.WARNING, "t", "w"),
                Annotation.of(Level.ERROR, "t", "e"));
        assertThat(new GitHubActions().commands(report(all), shown))
                .containsExactly("::error title=t::e", "::warning title=t::w", "::notice title=t::n");
        assertThat(new AzurePipelines().commands(report(all), shown))
                .containsExactly("##vso[task.logissue type=warning]t: w", "##vso[task.logissue type=error]t: e");
        assertThat(new TeamCity().commands(report(all), shown))
                .containsExactly(
                        "##teamcity[message text='t: n' status='NORMAL']",
                        "##teamcity[message text='t: w' status='WARNING']",
                        "##teamcity[message text='t: e' status='ERROR']");
    }

    @Test
    void gitHubGetsTenOfALevelAndTheTenthTellsOfTheRest() {
        List<Annotation> many = new ArrayList<>();
        for (int number = 1; number <= 40; number++) {
            many.add(Annotation.of(Level.ERROR, "TXT-01", "number " + number));
        }
        List<String> commands = new GitHubActions().commands(report(many), shown);
        assertThat(commands)
                .hasSize(10)
                .startsWith("::error title=TXT-01::number 1")
                .contains("::error title=TXT-01::number 9");
        assertThat(commands.get(9))
                .isEqualTo("::error title=Microsoft Store::31 more errors are in the log and in the result files");
        assertThat(new GitHubActions().commands(report(many), shown)).isEmpty();
    }

    @Test
    void aSecondGoalOfAStepHasWhatIsLeft() {
        List<Annotation> eight = new ArrayList<>();
        for (int number = 1; number <= 8; number++) {
            eight.add(Annotation.of(Level.WARNING, "TXT-01", "number " + number));
        }
        GitHubActions service = new GitHubActions();
        assertThat(service.commands(report(eight), shown)).hasSize(8);
        assertThat(service.commands(report(eight), shown))
                .containsExactly(
                        "::warning title=TXT-01::number 1",
                        "::warning title=Microsoft Store::7 more warnings are in the log and in the result files");
    }

    @Test
    void outputsAndSummaryGoWhereEachServiceReadsThem() {
        Path file = Path.of("a;b", "summary.md");
        RunReport report = new RunReport(
                List.of(), "### Done\n", Optional.of(file), Map.of("STORE_LINK", "https://a/?b=%20"), true);
        GitHubActions gitHub = new GitHubActions();
        assertThat(gitHub.commands(report, shown)).isEmpty();
        assertThat(gitHub.appendices(report))
                .containsExactly(
                        Map.entry("GITHUB_STEP_SUMMARY", "### Done\n\n"),
                        Map.entry("GITHUB_OUTPUT", "STORE_LINK=https://a/?b=%20\n"));
        AzurePipelines azure = new AzurePipelines();
        assertThat(azure.appendices(report)).isEmpty();
        assertThat(azure.commands(report, shown))
                .containsExactly(
                        "##vso[task.uploadsummary]" + file.toAbsolutePath(),
                        "##vso[task.setvariable variable=STORE_LINK;isOutput=true]https://a/?b=%AZP2520",
                        "##vso[task.complete result=SucceededWithIssues;]");
        assertThat(new TeamCity().commands(report, shown))
                .containsExactly("##teamcity[setParameter name='env.STORE_LINK' value='https://a/?b=%20']");
    }

    @Test
    void anOutputOfSeveralLinesHasADelimiterThatNobodyGuesses() {
        RunReport report =
                new RunReport(List.of(), "", Optional.empty(), Map.of("STORE_RESULT", "a\nSTORE_LINK=b"), false);
        String first = new GitHubActions().appendices(report).get("GITHUB_OUTPUT");
        String second = new GitHubActions().appendices(report).get("GITHUB_OUTPUT");
        assertThat(first)
                .matches("STORE_RESULT<<(store_[0-9a-f-]{36})\na\nSTORE_LINK=b\n\\1\n")
                .isNotEqualTo(second);
    }

    @Test
    void aLongSummaryIsCutBehindALineAndItsCodeEnds() {
        String line = "  \u20ac".repeat(100) + "\n";
        String bounded = RunReport.bounded("~~~diff\n" + line.repeat(1000));
        assertThat(bounded.getBytes(StandardCharsets.UTF_8).length).isBetween(60_000, 66_000);
        assertThat(bounded).endsWith(line + "  ~~~\n\nThe rest is left out; the result files have it.\n");
        assertThat(RunReport.bounded("short\n")).isEqualTo("short\n");
    }

    @Test
    void anAnnotationSurvivesAsTexts() {
        Annotation one = at("a.json", 3, NASTY);
        assertThat(Annotation.of(one.toMap())).isEqualTo(one);
        Annotation other = Annotation.of(Level.NOTICE, "t", "n");
        assertThat(Annotation.of(other.toMap())).isEqualTo(other);
    }
}
