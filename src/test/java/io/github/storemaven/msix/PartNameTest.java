package io.github.storemaven.msix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names inside a package: reference of packages, section 1. */
class PartNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "app/Tide-Table_1.0~x.jar | app/Tide-Table_1.0~x.jar",
                "a b.txt | a%20b.txt",
                "a%20b.txt | a%2520b.txt",
                "!#$&'()+,;=@[]^{}` | %21%23%24%26%27%28%29%2B%2C%3B%3D%40%5B%5D%5E%7B%7D%60",
                "\u00e9 | %C3%A9",
                "e\u0301 | e%CC%81",
                "\ud83d\ude00 | %F0%9F%98%80"
            })
    void namesAreEscapedAndBack(String name, String entry) {
        assertThat(PartName.encode(name)).isEqualTo(entry);
        assertThat(PartName.decode(entry)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "clock$",
                "com0.txt",
                "trail .txt",
                "a..b.txt",
                ".hidden",
                "console",
                "a/xnn--a",
                "lpt10",
                "AppxManifest.xml",
                "x/AppxBlockMap.xml",
                "x/AppxMetadata/y"
            })
    void aFileMayHaveTheName(String name) {
        assertThat(PartName.problems(List.of(name))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ' has an empty part'",
                "/a | has an empty part",
                "a//b | has an empty part",
                "a/ | has an empty part",
                "./a | ends with a dot or a blank",
                "a/../b | ends with a dot or a blank",
                "a. | ends with a dot or a blank",
                "'a /b' | ends with a dot or a blank",
                "con | a device",
                "x/AUX.txt | a device",
                "aux.b.txt | a device",
                "lpt1.dll | a device",
                "LPT9 | a device",
                "nul/x | a device",
                "XN--a.txt | xn--",
                "a:b | the character :",
                "a\\b | the character \\",
                "a?b | the character ?",
                "'a\tb' | U+0009",
                "'a\ud83d' | U+D83D",
                "'a\uffff' | U+FFFF",
                "AppxBlockMap.XML | has a name that the package itself needs",
                "[content_types].xml | has a name that the package itself needs",
                "AppxSignature.p7x | has a name that the package itself needs",
                "AppxMetadata | has a name that the package itself needs",
                "AppxMetadata/x | has a name that the package itself needs",
                "microsoft.System.Package.Metadata/x | has a name that the package itself needs"
            })
    void noFileMayHaveTheName(String name, String fault) {
        assertThat(PartName.problems(List.of(name))).singleElement().asString().contains(fault);
    }

    @Test
    void namesHaveALimit() {
        assertThat(PartName.problems(List.of("a".repeat(255)))).isEmpty();
        assertThat(PartName.problems(List.of("a".repeat(256))))
                .singleElement()
                .asString()
                .contains("255 characters");
        assertThat(PartName.problems(List.of("abc/".repeat(8_192))))
                .singleElement()
                .asString()
                .contains("32767");
    }

    @Test
    void namesThatCannotBeTogetherAreAllNamed() {
        assertThat(PartName.problems(List.of("A/b.txt", "a/B.txt", "x", "x/y", "q", "q", "con")))
                .containsExactlyInAnyOrder(
                        "a/B.txt differs from A/b.txt in case only",
                        "x is a file and, in x/y, a folder",
                        "q comes twice",
                        "con has the name of a device of Windows");
    }
}
