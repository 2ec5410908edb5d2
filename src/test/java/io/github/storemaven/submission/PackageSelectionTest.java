package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.service.Product;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageSelectionTest {
    private static final String OLD =
            "{'fileName':'old.msix','fileStatus':'Uploaded','id':'1','version':'1.0.0.0','architecture':'x64'}";
    private static final PackageFile NEW = new PackageFile("new.msix", Path.of("new.msix"), "1.1.0.0", "x64");

    @Test
    void replaceMarksTheOldOneAndAddsTheNewOne() {
        assertThat(applied(PackageMode.REPLACE, OLD, NEW))
                .containsExactly(
                        json(
                                "{'fileName':'new.msix','fileStatus':'PendingUpload','minimumDirectXVersion':'None','minimumSystemRam':'None'}"),
                        json(OLD.replace("Uploaded", "PendingDelete")));
    }

    @Test
    void addKeepsTheOldOne() {
        assertThat(applied(PackageMode.ADD, OLD, NEW)).hasSize(2).first().isEqualTo(json(OLD));
    }

    @Test
    void aPackageOfTheSameVersionAndArchitectureIsKeptAndNotSent() {
        PackageFile same = new PackageFile("renamed.msix", Path.of("renamed.msix"), "1.0.0.0", "X64");

        assertThat(applied(PackageMode.REPLACE, OLD, same)).containsExactly(json(OLD));
    }

    @Test
    void anotherArchitectureIsAnotherPackage() {
        PackageFile arm = new PackageFile("arm.msix", Path.of("arm.msix"), "1.0.0.0", "arm64");

        assertThat(applied(PackageMode.ADD, OLD, arm)).hasSize(2);
    }

    @Test
    void goingOnWithADraftKeepsWhatIsPendingOnceAndDropsWhatIsNot() {
        String draft = OLD.replace("Uploaded", "PendingDelete")
                + ",{'fileName':'new.msix','fileStatus':'PendingUpload','id':''}"
                + ",{'fileName':'stranger.msix','fileStatus':'PendingUpload','id':''}";

        assertThat(applied(PackageMode.REPLACE, draft, NEW))
                .extracting(entry -> entry.getString("fileName"))
                .containsExactly("new.msix", "old.msix");
    }

    @Test
    void aPackageThatADraftMarksForDeletionIsKeptAgain() {
        PackageFile same = new PackageFile("renamed.msix", Path.of("renamed.msix"), "1.0.0.0", "x64");
        String draft = OLD.replace("Uploaded", "PendingDelete");

        assertThat(applied(PackageMode.REPLACE, draft, same)).containsExactly(json(OLD));
        assertThat(applied(PackageMode.ADD, draft, same)).containsExactly(json(OLD));
        assertThat(applied(PackageMode.ADD, draft, NEW)).hasSize(2).first().isEqualTo(json(OLD));
        assertThat(patched(PackageMode.REPLACE, draft, "{'id':'1','fileStatus':'Uploaded'}"))
                .containsExactly(json(OLD));
    }

    @ParameterizedTest
    @EnumSource(
            value = PackageMode.class,
            names = {"REPLACE", "ADD"})
    void aNewPackageOfTheSubmissionFileIsSentBesideAPackageFile(PackageMode mode) {
        String extra = "{'fileName':'extra.msix','fileStatus':'pendingUpload','minimumSystemRam':'Memory2GB'}";

        List<JsonObject> all = patched(mode, OLD, extra, NEW);

        assertThat(all)
                .extracting(PackageSelectionTest::told)
                .containsExactlyInAnyOrder(
                        "extra.msix pendingUpload",
                        "new.msix PendingUpload",
                        mode == PackageMode.ADD ? "old.msix Uploaded" : "old.msix PendingDelete");
        assertThat(all).contains(json(extra));
    }

    @Test
    void aNewPackageOfTheSubmissionFileAloneLeavesThePublishedOnesWhereTheyAreAdded() {
        String extra = "{'fileName':'extra.msix','fileStatus':'PendingUpload'}";

        assertThat(patched(PackageMode.ADD, OLD, extra))
                .extracting(PackageSelectionTest::told)
                .containsExactly("old.msix Uploaded", "extra.msix PendingUpload");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'id':'1','fileStatus':'PendingDelete'}", "{'fileName':'old.msix','fileStatus':'PendingDelete'}"
            })
    void whatTheSubmissionFileRemovesIsRemovedThoughPackagesAreAdded(String removed) {
        assertThat(patched(PackageMode.ADD, OLD, removed, NEW))
                .extracting(PackageSelectionTest::told)
                .containsExactly("new.msix PendingUpload", "old.msix PendingDelete");
    }

    @Test
    void thePublishedPackageOfAWholeDocumentIsReplacedAllTheSame() {
        assertThat(patched(PackageMode.REPLACE, OLD, OLD, NEW))
                .extracting(PackageSelectionTest::told)
                .containsExactly("new.msix PendingUpload", "old.msix PendingDelete");
    }

    @Test
    void bothSourcesMayDescribeOnePackage() {
        String same = "{'fileName':'new.msix','fileStatus':'PendingUpload','minimumSystemRam':'Memory2GB'}";

        assertThat(patched(PackageMode.REPLACE, "", same, NEW)).containsExactly(json(same));
    }

    private static String told(JsonObject entry) {
        return entry.getString("fileName") + " " + entry.getString("fileStatus");
    }

    private static List<JsonObject> applied(PackageMode mode, String held, PackageFile... packages) {
        return applied(mode, held, JsonValue.EMPTY_JSON_OBJECT, packages);
    }

    /** With a submission file that has these packages. */
    private static List<JsonObject> patched(PackageMode mode, String held, String asked, PackageFile... packages) {
        return applied(mode, held, json("{'applicationPackages':[" + asked + "]}"), packages);
    }

    private static List<JsonObject> applied(PackageMode mode, String held, JsonObject patch, PackageFile... packages) {
        ReleaseRequest wanted = new ReleaseRequest(
                new Product.Application("9PAPPDEMO001").type(),
                patch,
                FolderListing.none(),
                JsonValue.EMPTY_JSON_OBJECT,
                List.of(packages),
                mode,
                new UploadFiles(Map.of(), Map.of(), Optional.empty(), Optional.empty()));
        return wanted.applyTo(json("{'applicationPackages':[" + held + "]}"))
                .getJsonArray("applicationPackages")
                .getValuesAs(JsonObject.class);
    }
}
