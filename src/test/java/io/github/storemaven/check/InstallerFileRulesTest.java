package io.github.storemaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.PeProgram;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** MSI-11: the file that was built here is there, and signed. */
class InstallerFileRulesTest {
    private static final byte[] STREAM = "\u0005DigitalSignature".getBytes(StandardCharsets.UTF_16LE);

    @TempDir
    Path folder;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("a program without a signature", PeProgram.program(PeProgram.X64), false),
                Arguments.of("a signed program", PeProgram.signed(PeProgram.X64, 2048, 1024), true),
                Arguments.of("a signed program of 32 bits", PeProgram.signed(PeProgram.X86, 2048, 1024), true),
                Arguments.of(
                        "a signature that was taken away", PeProgram.signed(PeProgram.X64, 1_000_000, 9000), false),
                Arguments.of("an MSI without a signature", compoundFile(5000, -1), false),
                Arguments.of("a signed MSI", compoundFile(5000, 3000), true),
                Arguments.of("the name across two reads", compoundFile(3 << 20, (1 << 20) - 7), true),
                Arguments.of("the name at the end", compoundFile(2 << 20, (2 << 20) - STREAM.length), true),
                Arguments.of("the name in another kind of file", text(STREAM), false),
                Arguments.of("a text", text("installer".getBytes(StandardCharsets.US_ASCII)), false),
                Arguments.of("nothing", new byte[0], false));
    }

    private static byte[] compoundFile(int size, int stream) {
        ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(0, 0xE11A_B1A1_E011_CFD0L);
        if (stream >= 0) {
            file.put(stream, STREAM);
        }
        return file.array();
    }

    private static byte[] text(byte[] content) {
        return ByteBuffer.allocate(4096).put(content).array();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aFileIsSignedOrNot(String what, byte[] content, boolean isSigned) throws IOException {
        FindingCollector report = new FindingCollector();
        Path file = Files.write(folder.resolve("tide.msi"), content);
        InstallerFileRules.check(file, "installers.json", report);
        assertThat(report.findings().errors())
                .as(what)
                .hasSize(isSigned ? 0 : 1)
                .allSatisfy(finding ->
                        assertThat(finding.text()).contains("has no signature").endsWith("(MSI-11)"));
    }

    @Test
    void aFileThatIsNotThereIsNamedByTheFileThatNamesIt() throws IOException {
        FindingCollector report = new FindingCollector();
        InstallerFileRules.check(folder.resolve("none.msi"), "installers.json", report);
        assertThat(report.findings().errors())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .startsWith("installers.json: ")
                        .contains("none.msi"));
    }
}
