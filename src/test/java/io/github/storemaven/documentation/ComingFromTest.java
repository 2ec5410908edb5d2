package io.github.storemaven.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.PluginDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The page for those who come from other tools: each goal, parameter and value in its right columns is there. */
class ComingFromTest {
    private static final Pattern NAMED = Pattern.compile("`([a-z][A-Za-z]*)(?:=([A-Za-z]+))?`");

    private static PluginDescriptor descriptor;
    private static List<String> rightColumns;

    @BeforeAll
    static void read() throws Exception {
        descriptor = PluginDescriptor.read();
        rightColumns =
                Files.readAllLines(Path.of("src", "site", "markdown", "coming-from.md"), StandardCharsets.UTF_8)
                        .stream()
                        .filter(line -> line.startsWith("| ") && !line.startsWith("| there"))
                        .map(line -> line.split("(?<!\\\\)\\|", -1)[2])
                        .toList();
    }

    @Test
    void namesParametersAndValuesThatAreThere() throws Exception {
        assertThat(rightColumns).hasSizeGreaterThan(60);
        for (String cell : rightColumns) {
            Matcher named = NAMED.matcher(cell);
            while (named.find()) {
                assertThat(descriptor.defaults()).as(cell).containsKey(named.group(1));
                if (named.group(2) != null) {
                    assertThat(described(named.group(1))).as(cell).contains(named.group(2));
                }
            }
        }
    }

    @Test
    void eachRowNamesSomethingOrSaysNo() {
        assertThat(rightColumns).allSatisfy(cell -> assertThat(cell.strip()).isNotEmpty());
    }

    /** Type and descriptions of a parameter. */
    private static String described(String name) throws Exception {
        StringBuilder texts = new StringBuilder();
        for (Element mojo : descriptor.mojos()) {
            for (Element parameter : PluginDescriptor.parameters(mojo)) {
                if (text(parameter, "name").equals(name)) {
                    String type = text(parameter, "type");
                    texts.append(type.equals("boolean") ? "true false" : type).append(text(parameter, "description"));
                }
            }
        }
        return texts.toString();
    }

    private static String text(Element parent, String child) {
        return parent.getElementsByTagName(child).item(0).getTextContent();
    }
}
