package io.github.storemaven.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.check.Rules.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of rules is that of the code and of the reference. */
class RulesTest {
    private static final Collection<Rule> CHECKED = Rules.checked();

    /** The rows of the reference that are not checked here, each with the reason. */
    private static final List<Rule> LEFT_OUT = leftOut();

    /** The last section of the reference: what runs without Store data or with values of the configuration. */
    private static final String OFFLINE = """
        TXT 1-1 3-18 LST 1-3 IMG 1-9 20-31 40-42 TRL 1-7 12-12 PKG 1-4 6-6 8-10 IDN 1-6 8-9 VER 1-5 11-11 DEV 1-5
        CAP 1-1 3-3 ROL 1-2 MAN 1-1 6-6 PUB 1-4 6-6 PRC 1-8 FLT 2-5 9-9 13-13 ADD 1-2 6-6 8-8 20-31\
        """;

    private static final String ALL = """
        TXT 1-20 LST 1-8 IMG 1-10 20-31 40-43 TRL 1-13 PKG 1-15 IDN 1-9 VER 1-11 DEV 1-10 CAP 1-4 UPD 1-7 ROL 1-12
        MAN 1-7 PUB 1-8 PRC 1-11 CAT 1-6 PRP 1-8 AGE 1-4 FLT 1-15 ADD 1-9 20-35\
        """;

    /** What no list has is found nowhere; that each rule of the list is found shows {@link RulesReachedTest}. */
    @Test
    void aFindingNamesARuleOfTheList() {
        assertThatThrownBy(() -> new Finding("TXT-99", Severity.ERROR, "a", "", "wrong"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TXT-99");
        assertThat(new Finding(Rules.FILE, Severity.ERROR, "a", "", "wrong").rule())
                .isEqualTo("FILE");
    }

    @ParameterizedTest
    @CsvSource({"CAP03, CAP-03", "cap-03, CAP-03", "txt_05, TXT-05", "TXT-005, TXT-05"})
    void theRuleThatWasMeantIsFound(String written, String meant) {
        assertThat(Rules.isKnown(written)).isFalse();
        assertThat(Rules.nearest(written)).contains(meant);
    }

    @Test
    void aWordThatIsNearNoRuleMeansNone() {
        assertThat(Rules.nearest("screenshots")).isEmpty();
    }

    @Test
    void everyRowOfTheReferenceIsCheckedOrLeftOutForAReason() {
        Set<String> all = numbers(CHECKED);
        all.removeIf(number -> number.matches("(DOC|APX|MSI)-.*"));
        assertThat(all).doesNotContainAnyElementsOf(numbers(LEFT_OUT));
        all.addAll(numbers(LEFT_OUT));
        assertThat(all).isEqualTo(ranges(ALL));
        assertThat(LEFT_OUT).allSatisfy(rule -> assertThat(rule.sentence()).isNotBlank());
    }

    /** Notes are not reported, ADD-23 needs what no submission says; the others are part of rules that are checked. */
    @Test
    void rowsThatNeedNoStateAreChecked() {
        Set<String> missing = ranges(OFFLINE);
        missing.removeAll(numbers(CHECKED));
        assertThat(missing).containsExactly("ADD-21", "ADD-23", "FLT-13", "IMG-08", "PUB-04");
    }

    private static Set<String> numbers(Collection<Rule> rules) {
        return rules.stream().map(Rule::number).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Rule> leftOut() {
        try (InputStream text = RulesTest.class.getResourceAsStream("rules-left-out.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Rule::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> ranges(String text) {
        Set<String> numbers = new TreeSet<>();
        String group = "";
        for (String word : text.split("\\s+", -1)) {
            String[] range = word.split("-", -1);
            if (range.length == 1) {
                group = word;
            } else {
                String prefix = group;
                IntStream.rangeClosed(Integer.parseInt(range[0]), Integer.parseInt(range[1]))
                        .forEach(row -> numbers.add("%s-%02d".formatted(prefix, row)));
            }
        }
        return numbers;
    }
}
