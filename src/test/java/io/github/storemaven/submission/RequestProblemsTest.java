package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestProblemsTest extends AbstractRequestTest {
    private static final String TITLE = "{'listings':{'en-us':{'baseListing':{'title':%s}}}}";

    @Test
    void sourcesThatAgreeAreFine() throws Exception {
        fixture.patch(TITLE.formatted("'Tide'")).file("listings/en-us/title.txt", "Tide\n");
        fixture.parameters("{'visibility':'Public'}");

        assertThat(RequestProblems.of(fixture.wanted())).isEmpty();
    }

    @Test
    void namesTheFileThatSaysSomethingElse() throws Exception {
        fixture.patch(TITLE.formatted("'Ebb'")).file("listings/en-us/title.txt", "Tide\n");

        assertThat(RequestProblems.of(fixture.wanted()))
                .singleElement()
                .asString()
                .startsWith("/listings/en-us/baseListing/title is set to different values by submission.json and by ")
                .contains("title.txt");
    }

    @Test
    void aMemberThatTheFileRemovesAndTheFolderSets() throws Exception {
        fixture.patch(TITLE.formatted("null")).file("listings/en-us/title.txt", "Tide\n");

        assertThat(RequestProblems.of(fixture.wanted()))
                .singleElement()
                .asString()
                .startsWith("/listings/en-us/baseListing/title is removed by submission.json (null) and set by ")
                .contains("title.txt");
    }

    @Test
    void aLanguageThatTheFileRemovesAndTheFolderSets() throws Exception {
        fixture.patch("{'listings':{'de-de':null}}").file("listings/de-de/title.txt", "Gezeiten\n");

        assertThat(RequestProblems.of(fixture.wanted()))
                .singleElement()
                .asString()
                .startsWith("/listings/de-de is removed by submission.json (null) and set by ")
                .contains("title.txt");
    }

    @Test
    void removingWhatNoFolderSetsIsFine() throws Exception {
        fixture.patch("{'listings':{'de-de':null}}").file("listings/en-us/title.txt", "Tide\n");

        assertThat(RequestProblems.of(fixture.wanted())).isEmpty();
    }

    @Test
    void aParameterAgainstTheFile() throws Exception {
        fixture.patch("{'visibility':'Hidden'}").parameters("{'visibility':'Public'}");

        assertThat(RequestProblems.of(fixture.wanted()))
                .containsExactly(
                        "/visibility is set to different values by submission.json and by a parameter; keep one of the two");
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
        assertThat(RequestProblems.nothing(fixture.wanted()))
                .hasValueSatisfying(text -> assertThat(text).contains("Nothing to release", "store.packages"));
        assertThat(RequestProblems.nothing(fixture.notes("New").wanted())).isEmpty();
    }
}
