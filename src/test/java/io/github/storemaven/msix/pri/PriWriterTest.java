package io.github.storemaven.msix.pri;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file as Microsoft's MakePri 10.0.19041 wrote it, and what is refused. */
class PriWriterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-one-picture",
                "02-five-logos",
                "03-scales",
                "04-target-sizes",
                "05-unplated",
                "06-light-unplated",
                "07-full-set",
                "08-odd-names",
                "09-german-default",
                "10-two-languages"
            })
    void writesTheBytesOfMakePri(String name) throws IOException {
        List<String> input = new String(resource(name + "/input.txt"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        byte[] written = PriWriter.write(
                input.get(0).replace("identity=", ""),
                input.get(1).replace("defaultLanguage=", ""),
                input.subList(3, input.size()));
        assertThat(written).isEqualTo(resource(name + "/resources.pri"));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = PriWriterTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
