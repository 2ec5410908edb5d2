package io.github.storemaven.msix.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aliases, file types and protocols, as parameters have them. */
class AppExtensionsTest {
    private final List<String> problems = new ArrayList<>();

    private AppExtensions read(List<String> aliases, List<String> fileTypes, List<String> protocols) {
        return AppExtensions.read(aliases, fileTypes, protocols, false, problems::add);
    }

    @Test
    void readsNamesAndTexts() {
        AppExtensions read = read(
                List.of("demo.exe", "other.EXE = Other.exe"),
                List.of(".demo=Demo file", ".dm2"),
                List.of("demo-app=Demo link"));
        assertThat(problems).isEmpty();
        assertThat(read.aliases())
                .containsExactly(
                        new AppExtensions.Alias("demo.exe", Optional.empty()),
                        new AppExtensions.Alias("other.EXE", Optional.of("Other.exe")));
        assertThat(read.fileTypeName()).contains("Demo file");
        assertThat(read.protocols()).containsExactly(new AppExtensions.Protocol("demo-app", Optional.of("Demo link")));
    }

    @ParameterizedTest
    @CsvSource({
        "demo, not a file name that ends with .exe",
        "bin/demo.exe, not a file name that ends with .exe",
        "=Other.exe, not a file name that ends with .exe"
    })
    void refusesAliases(String alias, String why) {
        read(List.of(alias), List.of(), List.of());
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("store.aliases has")
                .contains(why);
    }

    @ParameterizedTest
    @CsvSource({".Demo, write .demo", "demo, not a file type", ".tar.gz, not a file type", "., not a file type"})
    void refusesFileTypes(String type, String why) {
        read(List.of(), List.of(type), List.of());
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("store.fileTypes has")
                .contains(why);
    }

    @ParameterizedTest
    @CsvSource({"Demo", "d", "1demo", "demo:"})
    void refusesProtocols(String protocol) {
        read(List.of(), List.of(), List.of(protocol));
        assertThat(problems).singleElement().asString().contains("which is not a protocol");
    }

    @Test
    void refusesWhatIsThereTwice() {
        read(List.of("demo.exe", "Demo.exe"), List.of(".demo", ".demo"), List.of("demo", "demo"));
        assertThat(problems).hasSize(3).allMatch(problem -> problem.contains("there twice"));
    }

    @Test
    void refusesTwoNamesOfOneAssociation() {
        read(List.of(), List.of(".demo=Demo file", ".dm2=Other file"), List.of());
        assertThat(problems).singleElement().asString().contains("Demo file").contains("Other file");
    }
}
