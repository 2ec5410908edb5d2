package io.github.storemaven.msix.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.msix.PackageVersion;
import io.github.storemaven.testing.CpuTime;
import io.github.storemaven.testing.StubImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A manifest of the user's own: what is replaced, filled in and refused. */
class ManifestTemplateTest {
    private static final PackageVersion VERSION = new PackageVersion("1.4.0.0");

    @TempDir
    Path folder;

    private final List<String> problems = new ArrayList<>();

    private Optional<ManifestTemplate> read(String text) throws IOException {
        Path file = folder.resolve("AppxManifest.xml");
        Files.writeString(file, text);
        return ManifestTemplate.read(
                file,
                VERSION,
                (name, problem) -> {
                    if (!name.equals("project.name")) {
                        problem.accept("${" + name + "} has no value");
                    }
                    return "Tom & \"Jerry\"";
                },
                problems::add);
    }

    private String filled(String text) throws IOException {
        AppImage image = AppImageReader.read(
                        StubImage.write(folder.resolve("Demo"), "Demo", StubImage.ARM64),
                        Optional.empty(),
                        problems::add,
                        problems::add)
                .orElseThrow();
        return new String(read(text).orElseThrow().manifest(image, Set.of(), problems::add), StandardCharsets.UTF_8);
    }

    @Test
    void replacesExpressionsAsXmlNeedsThem() throws IOException {
        assertThat(filled(
                        "<P><Identity Version=\"${package.version}\" ProcessorArchitecture=\"${package.architecture}\"/>"
                                + "<A Executable='${package.launcher}'>${project.name}</A></P>"))
                .isEqualTo("<P><Identity Version=\"1.4.0.0\" ProcessorArchitecture=\"arm64\"/>"
                        + "<A Executable='Demo.exe'>Tom &amp; &quot;Jerry&quot;</A></P>");
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "${a", "${a}", "${package.", "<!--", "}"})
    void timeGrowsWithTheTextOnly(String repeated) throws Exception {
        String text = repeated.repeat((1 << 20) / repeated.length());
        assertThat(CpuTime.within(Duration.ofSeconds(8), () -> read(text))).isPresent();
    }

    @Test
    void whatIsNoManifestIsNotReadWhole() throws Exception {
        assertThat(read("a".repeat((1 << 20) + 1))).isEmpty();
        Path file = Files.write(folder.resolve("utf16.xml"), "<Package/>".getBytes(StandardCharsets.UTF_16LE));
        assertThat(ManifestTemplate.read(file, VERSION, (name, problem) -> name, problems::add))
                .isEmpty();
        assertThat(problems)
                .satisfiesExactly(
                        large -> assertThat(large).contains("larger than 1 MiB"),
                        utf16 -> assertThat(utf16).contains("utf16.xml, which is UTF-16"));
    }

    @Test
    void fillsInWhatTheIdentityLacks() throws IOException {
        assertThat(filled("<P><!-- <Identity/> --><Identity Name=\"a\"/></P>"))
                .isEqualTo("<P><!-- <Identity/> -->"
                        + "<Identity Version=\"1.4.0.0\" ProcessorArchitecture=\"arm64\" Name=\"a\"/></P>");
    }

    @Test
    void refusesWhatContradictsVersionAndArchitecture() throws IOException {
        filled("<P>\n<Identity Version=\"1.3.0.0\" ProcessorArchitecture=\"x64\"/></P>");
        assertThat(problems)
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem)
                        .contains("line 2")
                        .contains("1.3.0.0")
                        .contains("${package.version}"))
                .anySatisfy(problem -> assertThat(problem).contains("\"x64\"").contains("${package.architecture}"));
    }

    @Test
    void namesUnknownExpressionsWithTheirLine() throws IOException {
        filled("<P>\n\n<Identity A=\"${none}\" B=\"${package.none}\"/></P>");
        assertThat(problems)
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("line 3: ${none} has no value"))
                .anySatisfy(problem -> assertThat(problem).contains("${package.none} is unknown"));
    }

    @Test
    void leavesWhatIsNoXmlToTheReader() throws IOException {
        assertThat(filled("<P><Identity></P>")).isEqualTo("<P><Identity></P>");
    }

    @Test
    void refusesAFileInAnotherEncoding() throws IOException {
        Path file = folder.resolve("latin.xml");
        Files.write(file, "<P>\u00e9</P>".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(ManifestTemplate.read(file, VERSION, (name, problem) -> name, problems::add))
                .isEmpty();
        assertThat(problems).singleElement().asString().contains("not in UTF-8");
    }

    @Test
    void refusesAFileThatIsNotThere() throws IOException {
        assertThat(ManifestTemplate.read(folder.resolve("none"), VERSION, (name, problem) -> name, problems::add))
                .isEmpty();
        assertThat(problems).singleElement().asString().contains("which is not a file");
    }
}
