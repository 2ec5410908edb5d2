package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.MsixBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plan, log and document of a release are the same to the letter, whatever language, digits, calendar and zone the JVM has. */
@Isolated("sets the locale and zone of the JVM")
class LocalesTest {
    private final Locale usualLocale = Locale.getDefault();
    private final TimeZone usualZone = TimeZone.getDefault();

    @TempDir
    Path folder;

    @AfterEach
    void restore() {
        Locale.setDefault(usualLocale);
        TimeZone.setDefault(usualZone);
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Europe/Istanbul",
        "de-DE, Europe/Berlin",
        "ar-EG, Africa/Cairo",
        "ar-EG-u-nu-arab, Pacific/Apia",
        "fa-IR-u-nu-arabext, Asia/Tehran",
        "hi-IN-u-nu-deva, Asia/Kolkata",
        "th-TH-u-ca-buddhist-nu-thai, Asia/Bangkok",
        "ja-JP-u-ca-japanese, Pacific/Kiritimati",
    })
    void aReleaseIsTheSame(String locale, String zone) throws Exception {
        Path msix = MsixBuilder.app().version("1.1.0.0").write(folder.resolve("TIDE-I.msix"));
        List<String> usual = released(msix, Locale.ROOT, "UTC");

        assertThat(released(msix, Locale.forLanguageTag(locale), zone)).containsExactlyElementsOf(usual);
    }

    /** What a plan and the release after it show and leave. */
    private List<String> released(Path msix, Locale locale, String zone) throws Exception {
        Locale.setDefault(locale);
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(zone)));
        try (ReleaseFixture fixture = new ReleaseFixture(Files.createTempDirectory(folder, "release"))) {
            fixture.packages = List.of(new PackageFile("TIDE-I.msix", msix, "1.1.0.0", "x64"));
            fixture.patch = json("{'notesForCertification':'I, i, 1,234.5','visibility':'Hidden',"
                    + "'targetPublishMode':'SpecificDate','targetPublishDate':'2099-05-01T10:00:00Z'}");
            PlannedRelease planned = fixture.planned();
            fixture.run();
            assertThat(fixture.log).contains("Committed submission 1152921505600000002: the Store has all of it");
            return List.of(
                    planned.json().toString(),
                    PlanMarkdown.of(planned.plan(), true),
                    // How long an upload takes differs, and whether it ends before the update; its digits may not.
                    String.join("\n", fixture.log)
                            .replaceAll("in [0-9]+\\.[0-9] s \\([0-9]+\\.[0-9] MB/s\\)", "")
                            .replaceAll(
                                    "; waiting for the update of the draft|The draft is updated; waiting for the upload\n",
                                    ""),
                    fixture.store
                            .pending(fixture.product.id())
                            .or(() -> fixture.store.published(fixture.product.id()))
                            .map(sent -> sent.getString("targetPublishDate") + sent.get("pricing"))
                            .orElseThrow());
        }
    }
}
