package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.document.ProductType;
import java.util.List;
import java.util.Optional;
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
        assertThat(nothing(Optional.of("src/store")))
                .hasValue("Nothing to release: target has no package (.msix, .msixbundle, .msixupload, .appx),"
                        + " and src/store has no text, image or submission.json. store:package makes a package of jpackage's app image;"
                        + " store:submit-installer publishes an .exe or .msi as it is");
        assertThat(nothing(Optional.empty(), "Tide.exe", "Tide.msi"))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains(".appx). store:submit does not take Tide.exe, Tide.msi. store:package"));
        fixture.notes("New");
        assertThat(nothing(Optional.empty())).isEmpty();
    }

    @Test
    void anAddonHasNoPackage() throws Exception {
        fixture.type = ProductType.ADDON;
        assertThat(nothing(Optional.of("src/store/addons/coins")))
                .hasValue("Nothing to release: src/store/addons/coins has no text, image or submission.json");
        assertThat(nothing(Optional.empty()))
                .hasValue("Nothing to release: no folder with texts, images or submission.json is known for add-on 9P."
                        + " Name the add-on by store.addonProductId, or its folder by store.addonDirectory");
    }

    private Optional<String> nothing(Optional<String> folder, String... installers) throws Exception {
        return RequestProblems.nothing(fixture.wanted(), "add-on 9P", folder, "target", List.of(installers));
    }
}
