package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.text.Secrets;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MavenColoursTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+ features  3 items | <32m>+ features<m>  3 items",
                "~ Windows80 description  a -> b | <33m>~ Windows80 description<m>  a -> b",
                "- Screenshot  main.png | <31m>- Screenshot<m>  main.png",
                "+ title, features (3) | <32m>+ title, features (3)<m>",
                "'    | - old  text' | '<31m>    | - old  text<m>'",
                "'    | + new' | '<32m>    | + new<m>'",
            })
    void signsAndNamesHaveTheirColour(String line, String coloured) {
        assertThat(new MavenColours(true).apply(line).replaceAll("\033\\[(\\d*m)", "<$1>"))
                .isEqualTo(coloured);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Changes to app 9P (Tides), compared with - and + and ~", "en-us", "    | line 2:", "", "+"})
    void allElseHasNone(String line) {
        assertThat(new MavenColours(true).apply(line)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+ a  b", "    | - a"})
    void withoutColoursNothingChanges(String line) {
        assertThat(new MavenColours(false).apply(line)).isEqualTo(line);
    }

    /** The net of the log would show the colours as escapes, so they come last, and no text of others brings its own. */
    @Test
    void aLineIsColouredBehindTheNet() {
        List<String> said = new ArrayList<>();
        HarmlessLog log = new HarmlessLog(
                new SystemStreamLog() {
                    @Override
                    public void info(CharSequence content) {
                        said.add(content.toString());
                    }
                },
                new Secrets());
        log.info("+ title  a\033[31mb", new MavenColours(true));

        assertThat(said).containsExactly("\033[32m+ title\033[m  a\\u001b[31mb");
    }
}
