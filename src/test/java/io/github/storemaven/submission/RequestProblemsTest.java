package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequestProblemsTest extends AbstractRequestTest {
    private static final String TITLE = "{'listings':{'en-us':{'baseListing':{'title':%s}}}}";

    @Test
    void sourcesThatAgreeAreFine() throws Exception {
        fixture.patch(TITLE.formatted("'Tide'")).file("listings/en-us/title.txt", "Tide\n");
        fixture.parameters("{'visibility':'Public'}");

        assertThat(RequestProblems.of(fixture.wanted(), folder)).isEmpty();
    }

    @Test
    void namesTheFileThatSaysSomethingElse() throws Exception {
        fixture.patch(TITLE.formatted("'Ebb'")).file("listings/en-us/title.txt", "Tide\n");

        assertThat(RequestProblems.of(fixture.wanted(), folder))
                .singleElement()
                .extracting(RequestProblems.Problem::text)
                .isEqualTo("title is \"Ebb\" here and \"Tide\" in listings/en-us/title.txt; keep one of the two");
    }

    @Test
    void aMemberThatTheFileRemovesAndTheFolderSets() throws Exception {
        fixture.patch(TITLE.formatted("null")).file("listings/en-us/title.txt", "Tide\n");

        assertThat(RequestProblems.of(fixture.wanted(), folder))
                .singleElement()
                .extracting(RequestProblems.Problem::text)
                .isEqualTo(
                        "title is null here, which removes it, and is set by listings/en-us/title.txt; keep one of the two");
    }

    @Test
    void aLanguageThatTheFileRemovesAndTheFolderSets() throws Exception {
        fixture.patch("{'listings':{'de-de':null}}").file("listings/de-de/title.txt", "Gezeiten\n");

        assertThat(RequestProblems.of(fixture.wanted(), folder))
                .singleElement()
                .extracting(RequestProblems.Problem::text)
                .isEqualTo(
                        "de-de is null here, which removes it, and is set by listings/de-de/title.txt; keep one of the two");
    }

    @Test
    void removingWhatNoFolderSetsIsFine() throws Exception {
        fixture.patch("{'listings':{'de-de':null}}").file("listings/en-us/title.txt", "Tide\n");

        assertThat(RequestProblems.of(fixture.wanted(), folder)).isEmpty();
    }

    @Test
    void aParameterAgainstTheFile() throws Exception {
        fixture.patch("{'visibility':'Hidden'}").parameters("{'visibility':'Public'}");

        assertThat(RequestProblems.of(fixture.wanted(), folder))
                .containsExactly(new RequestProblems.Problem(
                        "/visibility",
                        "visibility is \"Hidden\" here and \"Public\" by store.visibility; keep one of the two"));
    }

    @Test
    void whatTheFileItselfSendsIsSentEachTime() throws Exception {
        assertThat(RequestProblems.sentAgain(fixture.wanted())).isEmpty();
        fixture.patch("{'applicationPackages':[{'fileName':'tide.msix','fileStatus':'PendingUpload'},"
                + "{'fileName':'old.msix','fileStatus':'PendingDelete'}]}");

        assertThat(RequestProblems.sentAgain(fixture.wanted()))
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("Each release uploads tide.msix again, because the submission file"));
    }

    @Test
    void nothingAtAll() throws Exception {
        assertThat(RequestProblems.nothing(fixture.wanted(), List.of()))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains(
                                "Nothing to release",
                                "store.packages",
                                "store:package makes a package of jpackage's app image"));
        assertThat(RequestProblems.nothing(fixture.wanted(), List.of("Tide.exe", "Tide.msi")))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("An app is not made of Tide.exe, Tide.msi. store:package"));
        assertThat(RequestProblems.nothing(fixture.notes("New").wanted(), List.of()))
                .isEmpty();
    }
}
