package io.github.storemaven.submission;

import static io.github.storemaven.document.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.service.Product;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackageEntriesTest {
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

    private static List<JsonObject> applied(PackageMode mode, String held, PackageFile... packages) {
        ReleaseRequest wanted = new ReleaseRequest(
                new Product.Application("9PAPPDEMO001"),
                JsonValue.EMPTY_JSON_OBJECT,
                FolderListing.none(),
                JsonValue.EMPTY_JSON_OBJECT,
                List.of(packages),
                mode,
                new FileSources(Map.of(), Optional.empty()),
                Optional.empty());
        return wanted.applyTo(json("{'applicationPackages':[" + held + "]}"))
                .getJsonArray("applicationPackages")
                .getValuesAs(JsonObject.class);
    }
}
