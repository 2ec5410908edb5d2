package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.service.SubmissionStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors, warnings and reports of reference 6.14, with the codes of 7.7. */
class StatusReportTest {
    private static List<String> lines(String details) {
        return StatusReport.lines(status("CommitFailed", details));
    }

    private static SubmissionStatus status(String state, String details) {
        return SubmissionStatus.of(json("{'status':'" + state + "','statusDetails':" + details + "}"));
    }

    private static String refusal(String state, String details) {
        return StatusReport.refusal(
                new ReleaseResult(ReleaseFixture.APP, "115", status(state, details), ReleaseResult.Kind.FAILED));
    }

    @Test
    void isATableWithTheMeaningOfEachCode() {
        assertThat(lines("{'errors':[{'code':'MissingFiles','details':'a.png'},"
                        + "{'code':'InvalidArchive','details':''}],"
                        + "'warnings':[{'code':'SalesUnsupportedWarning','details':'Sales.'}],"
                        + "'certificationReports':[{'date':'2026-11-23','reportUrl':'https://reports.test/1'},"
                        + "{'date':'2026-11-28T17:05:15.6300000Z','reportUrl':'https://reports.test/2'}]}"))
                .containsExactly(
                        "error    MissingFiles             a.png (the uploaded ZIP does not have these files at their"
                                + " place)",
                        "error    InvalidArchive            (the uploaded ZIP cannot be read; run the same command"
                                + " again)",
                        "warning  SalesUnsupportedWarning  Sales. (sales are edited only in Partner Center)",
                        "report   2026-11-23  https://reports.test/1",
                        "report   2026-11-28 17:05 UTC  https://reports.test/2");
    }

    @Test
    void whatTheStoreWroteGivesNoCommandAndHasAnEnd() {
        String odd = "x\u0085##vso[task.complete]\u202e\\n::error::y";
        String huge = "z".repeat(1_000_000);
        List<String> lines =
                lines("{'errors':[{'code':'" + odd + "','details':'" + odd + "'},{'code':'" + huge + "','details':'"
                        + huge + "'}],'certificationReports':[{'date':'" + odd + "','reportUrl':'" + odd + "'}]}");
        assertThat(lines)
                .hasSize(3)
                .allSatisfy(line ->
                        assertThat(line).hasSizeLessThan(2400).doesNotContain("##vso[", "\u0085", "\u202e", "\n"));
        assertThat(refusal(odd + huge, "{}"))
                .hasSizeLessThan(1000)
                .doesNotContain("##vso[", "\u0085", "\u202e")
                .doesNotContainPattern("(?m)^\\s*::");
    }

    @Test
    void aTableHasAnEnd() {
        String errors = "{'code':'Other','details':'a'}" + ",{'code':'Other','details':'a'}".repeat(89);
        assertThat(lines("{'errors':[" + errors + "]}")).hasSize(51).last().isEqualTo("error    and 40 more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "InvalidArchive",
                "MissingFiles",
                "PackageValidationFailed",
                "InvalidParameterValue",
                "InvalidOperation",
                "InvalidState",
                "ResourceNotFound",
                "ServiceError",
                "ListingOptOutWarning",
                "ListingOptInWarning",
                "UpdateOnlyWarning",
                "Other",
                "PackageValidationWarning",
                "SalesUnsupportedWarning",
                "InvalidMicrosoftAgeRating",
                "IsInternalError"
            })
    void everyCodeOfTheReferenceHasAMeaning(String code) {
        assertThat(lines("{'errors':[{'code':'" + code + "','details':'text'}]}"))
                .singleElement()
                .asString()
                .matches("error    " + code + "  text \\(.{15,}\\)");
    }

    @Test
    void whatTheStoreHasTalkedAboutInASentenceNeedsNoHint() {
        assertThat(lines("{'errors':[{'code':'PackageValidationFailed','details':'The app crashes at launch.'}]}"))
                .containsExactly("error    PackageValidationFailed  The app crashes at launch.");
        assertThat(lines("{'warnings':[{'code':'ListingOptInWarning','details':'A listing was added: de-de'}]}"))
                .containsExactly("warning  ListingOptInWarning  A listing was added: de-de");
    }

    @Test
    void aRefusalLeavesOutTheWarningOfEverySubmission() {
        assertThat(
                        refusal(
                                "CertificationFailed",
                                "{'errors':[{'code':'Unheard42','details':'of'}],'warnings':[{'code':'SalesUnsupportedWarning'}]}"))
                .contains("Unheard42")
                .doesNotContain("SalesUnsupported");
    }

    @Test
    void aCodeThatNobodyDocumentedIsShownAsItIs() {
        assertThat(lines("{'errors':[{'code':'Unheard42','details':'of'}]}")).containsExactly("error    Unheard42  of");
        assertThat(lines("{'warnings':[{'code':'Unheard42'}]}")).containsExactly("warning  Unheard42");
    }

    @Test
    void placeholdersOfTheServiceAreNoLines() {
        assertThat(lines("{'errors':[{'code':'None','details':'string'}],'certificationReports':[{}]}"))
                .isEmpty();
        assertThat(lines("null")).isEmpty();
    }

    @Test
    void aTextCannotDrawALineIntoTheLogAndIsBounded() {
        List<String> lines = lines("{'errors':[{'code':'Odd\\ncode','details':'one\\r\\n[INFO] BUILD SUCCESS\\u001b[0m"
                + "x".repeat(9000) + "'}]}");
        assertThat(lines).singleElement().asString().hasSizeLessThan(2100).startsWith("error    Odd code  one [INFO]");
        assertThat(lines.get(0)).doesNotContain("\n", "\r", "\u001b");
    }

    @Test
    void aRefusalSaysStateReasonAndPlace() {
        assertThat(refusal("CertificationFailed", "{'errors':[{'code':'Unheard42','details':'of'}]}")
                        .lines())
                .containsExactly(
                        "The Store refused submission 115 of app 9PAPPDEMO001: CertificationFailed",
                        "  error    Unheard42  of",
                        "  Correct it and run the same command again: store.onPending=replace, the default, deletes this submission and creates another. See"
                                + " https://partner.microsoft.com/dashboard/products/9PAPPDEMO001/submissions/115");
    }

    @Test
    void aRefusalExplainsStatesThatDoNotSpeakForThemselves() {
        assertThat(refusal("PendingCommit", "{}")).contains("fell back to PendingCommit", "run the same command again");
        assertThat(refusal("Canceled", "{}")).contains("canceled in Partner Center");
        assertThat(refusal("CommitStarted", "{'errors':[{'code':'ServiceError'}]}"))
                .contains("stays in the state CommitStarted because of errors");
    }
}
