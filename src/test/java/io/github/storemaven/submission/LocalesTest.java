package io.github.storemaven.submission;

import static io.github.storemaven.document.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plan, log and document of a release are the same to the letter, whatever language, digits, calendar and zone the JVM has. */
@ResourceLock(Resources.LOCALE)
@ResourceLock(Resources.TIME_ZONE)
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
        List<String> usual = released(Locale.ROOT, "UTC");

        assertThat(released(Locale.forLanguageTag(locale), zone)).isEqualTo(usual);
    }

    /** What a plan and the release after it show and leave. */
    private List<String> released(Locale locale, String zone) throws Exception {
        Locale.setDefault(locale);
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(zone)));
        try (ReleaseFixture fixture = new ReleaseFixture(Files.createTempDirectory(folder, "release"))) {
            fixture.packages = List.of(fixture.packageFile("TIDE-I-1.1.0.0.msix", "1.1.0.0"));
            fixture.patch = json("{'notesForCertification':'I, i, 1,234.5','visibility':'Hidden',"
                    + "'targetPublishMode':'SpecificDate','targetPublishDate':'2099-05-01T10:00:00Z'}");
            PlannedRelease planned = fixture.planned();
            fixture.run();
            return List.of(
                    planned.json().toString(),
                    PlanMarkdown.of(planned.plan(), planned.what()),
                    String.join("\n", fixture.log),
                    fixture.store
                            .pending(fixture.product.id())
                            .orElseThrow()
                            .getJsonObject("pricing")
                            .toString(),
                    fixture.store.pending(fixture.product.id()).orElseThrow().getString("targetPublishDate"));
        }
    }
}
