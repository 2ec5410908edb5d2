package io.github.storemaven.msix.pri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What MakePri refuses, what nobody has measured, and how near languages are to one another. */
class PriLimitsTest {
    @Test
    void refusesTwoImagesForOneResourceAndNamesBoth() {
        assertRefused(
                "The images fr-FR/Logo.lang-fr-fr.png and fr-FR/Logo.png are made for the same resource",
                "fr-FR/Logo.png",
                "fr-FR/Logo.lang-fr-fr.png");
        assertRefused(
                "a.altform-unplated_scale-200.png and a.scale-200_altform-unplated.png",
                "a.scale-200_altform-unplated.png",
                "a.altform-unplated_scale-200.png");
    }

    @Test
    void refusesNamesThatAreOneOnWindows() {
        assertRefused(
                "The names Assets/Logo.png and Assets/logo.png are the same", "Assets/Logo.png", "Assets/logo.png");
        assertRefused("The names Assets/ and assets/ are the same", "Assets/Logo.png", "assets/Tile.png");
    }

    @Test
    void refusesANameThatIsAFolderAndAFile() {
        assertRefused("needs the name Files/a.png for a file", "a.png/b.png", "scale-200/a.png");
        assertRefused("needs the name Files/a.png for a folder", "scale-200/a.png", "scale-300/a.png/b.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a//b.png", "a\\b.png", ".hidden.png", "a/b?.png", "a/con:1.png", "a./b.png"})
    void refusesNamesThatWindowsDoesNotHave(String path) {
        assertRefused("has a name that resources.pri cannot have", path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-US", "sr-RS", "xx-YY", "en-123"})
    void refusesFoldersThatMayBeLanguages(String folder) {
        assertRefused("name the folder lang-" + folder, folder + "/Logo.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "img", "bin", "lib", "app", "zh", "sr", "tile.scale-200", "dark", "scale-200_foo"})
    void otherFoldersArePartsOfTheName(String folder) throws IOException {
        assertThat(read(folder + "/Logo.png").images).containsOnlyKeys("Files/" + folder + "/Logo.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"af", "fil", "es-419", "zh-TW", "zh-Hans", "qps-ploc", "scale-200_", "lang-zh", "lang-xx"})
    void aFolderOfQualifiersIsNoPartOfTheName(String folder) throws IOException {
        assertThat(read(folder + "/Logo.png").images).containsOnlyKeys("Files/Logo.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scale-200.png", "Logo.scale-49.png", "Logo.scale-1001.png", "Logo.targetsize-65536.png",
                "Logo.targetsize-0.png", "Logo.de-DE.png", "Logo.contrast-grey.png", "Logo._.png",
                "Logo.config-123456789.png", "Logo.altform-ß.png"
            })
    void otherNamesAreWhole(String name) throws IOException {
        assertThat(read(name).images).containsOnlyKeys("Files/" + name);
    }

    @Test
    void onlyThePartBeforeTheExtensionCounts() throws IOException {
        assertThat(read("Logo.scale-200.contrast-white.png").images).containsOnlyKeys("Files/Logo.scale-200.png");
    }

    @Test
    void refusesNoImageTooManyAndANameThatIsNone() {
        assertRefused("lists 1 to 1000 images, and there are 0");
        assertThatThrownBy(() -> PriWriter.write("Example.App", "en-US", Collections.nCopies(1001, "a.png")))
                .hasMessageContaining("there are 1001");
        assertThatThrownBy(() -> PriWriter.write("Example_App", "en-US", List.of("a.png")))
                .isInstanceOf(InvalidResourceException.class)
                .hasMessageContaining("Example_App");
    }

    /** Rows of the reference's section 8.2. */
    @ParameterizedTest
    @CsvSource({
        "en-us, en-US, 1000",
        "fr-FR, en-US, 0",
        "zh-Hans, zh-Hant, 0",
        "zh-CN, zh-TW, 0",
        "zh, zh-Hans, 0",
        "ja, ja-JP, 1000",
        "de-DE, de-Latn-DE, 1000",
        "zh-CN, zh-Hans-CN, 1000",
        "de, de-DE, 980",
        "zh-Hans, zh-CN, 980",
        "sr-Latn, sr-Latn-RS, 980",
        "az-Arab, az-Arab-AZ, 980",
        "ca-ES-valencia, ca, 980",
        "ca-ES-valencia, ca-ES, 980",
        "tk-TM, tk-Latn-TR, 980",
        "tk-Cyrl, tk-Cyrl-TR, 980",
        "az-Cyrl, az-Cyrl-AZ, 1000",
        "de-AT, de-CH, 975",
        "en-US, en-GB, 976",
        "en-GB, en-AU, 977",
        "en-GB, en-PH, 976",
        "en-US, en-PH, 977",
        "en-021, en-US, 988",
        "fr-FR, fr-BE, 976",
        "fr-FR, fr-CA, 975",
        "fr-155, fr-FR, 988",
        "es-MX, es-AR, 976",
        "es-MX, es-US, 976",
        "es-419, es-MX, 986",
        "es-419, es-US, 975",
        "es-419, es-ES, 975",
        "es-US, es-019, 986",
        "es-019, es-AR, 984",
        "es-019, es-419, 988",
        "sr-Cyrl-RS, sr-Cyrl-ME, 976",
        "sr-Cyrl-RS, sr-Cyrl-BA, 975",
        "sr-Latn-RS, sr-Latn-BA, 976",
        "pt-BR, pt-PT, 975",
        "tn-BW, tn-ZA, 976",
        "zh-Hans-CN, zh-Hans-SG, 975"
    })
    void languagesAreAsNearAsMicrosoftsToolTakesThem(String one, String other, int score) throws IOException {
        assertThat(LanguageScore.of(one, other)).isEqualTo(score);
        assertThat(LanguageScore.of(other, one)).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({"ca-valencia, ca", "ka-Geor, ka", "sr-RS, sr-Latn"})
    void refusesPairsOfLanguagesThatAreNotKnown(String one, String other) {
        assertThatThrownBy(() -> LanguageScore.of(one, other))
                .isInstanceOf(InvalidResourceException.class)
                .hasMessageContaining("is not known");
    }

    private static PriReader read(String... paths) throws IOException {
        return new PriReader(PriWriter.write("Example.App", "en-US", List.of(paths)));
    }

    private static void assertRefused(String message, String... paths) {
        assertThatThrownBy(() -> PriWriter.write("Example.App", "en-US", List.of(paths)))
                .isInstanceOf(InvalidResourceException.class)
                .hasMessageContaining(message);
    }
}
