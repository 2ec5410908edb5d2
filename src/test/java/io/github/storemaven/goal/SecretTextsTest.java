package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.check.Finding;
import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.check.Rules;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.submission.FileFindings;
import io.github.storemaven.submission.FolderListing;
import io.github.storemaven.submission.PackageMode;
import io.github.storemaven.submission.ReleaseRequest;
import io.github.storemaven.submission.SecretTexts;
import io.github.storemaven.submission.UploadFiles;
import io.github.storemaven.text.Secrets;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret of the build in a text that would be published. */
class SecretTextsTest {
    private static final String SECRET = "S3CR3T~hunter2+x/y=";

    private List<Finding> findings(String description) throws Exception {
        String document =
                "{\"listings\": {\"en-us\": {\"baseListing\": {\"features\": [\"a\", \"" + description + "\"]}}}}";
        Secrets secrets = new Secrets();
        secrets.add(SECRET);
        secrets.add("test");
        FindingCollector report = new FindingCollector();
        ReleaseRequest wanted = new ReleaseRequest(
                ProductType.APP,
                ParsedJson.of("submission.json", document.getBytes(StandardCharsets.UTF_8))
                        .object(),
                FolderListing.none(),
                JsonValue.EMPTY_JSON_OBJECT,
                List.of(),
                PackageMode.REPLACE,
                new UploadFiles(Map.of(), Map.of(), Optional.empty(), Optional.empty()));
        new SecretTexts(secrets, pointer -> "submission.json", new FileFindings(report)).check(wanted);
        return report.findings().errors();
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "Ask for " + SECRET + "!", "S3CR3T~hunter2%2bx%2fy%3d", "S3CR3T~hunter2&#43;x/y="})
    void isRefusedWhateverItsSpellingAndNotShown(String text) throws Exception {
        assertThat(findings(text)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rules.FILE);
            assertThat(finding.place()).isEqualTo("/listings/en-us/baseListing/features/1");
            assertThat(finding.text())
                    .contains("contains a secret of this build")
                    .doesNotContain("hunter2");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"S3CR3T~hunter", "a test", ""})
    void wordsThatArePartOfOneAreTexts(String text) throws Exception {
        assertThat(findings(text)).isEmpty();
    }
}
