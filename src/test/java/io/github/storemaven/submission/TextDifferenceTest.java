package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {
    @Test
    void showsWhatGoesAndComesInTheOrderOfTheTexts() {
        assertThat(TextDifference.between("one\ntwo\nthree", "one\n2\nthree\nfour"))
                .containsExactly("- two", "+ 2", "+ four");
    }

    @Test
    void aLineThatMovesGoesOnceAndComesOnce() {
        assertThat(TextDifference.between("a\nb\nc", "b\nc\na")).containsExactly("- a", "+ a");
    }

    @Test
    void lineEndsAloneAreNoDifference() {
        assertThat(TextDifference.between("one\r\ntwo\r\n", "one\ntwo")).isEmpty();
    }

    @Test
    void aDifferenceFarDownInALongTextIsShown() {
        String old =
                IntStream.range(0, 10_000).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());

        assertThat(TextDifference.between(old, "first\n" + old)).containsExactly("+ first");
        assertThat(TextDifference.between(old, old.replace("line 9000\n", "other\n")))
                .containsExactly("- line 9000", "+ other");
        assertThat(TextDifference.between(old + "end\n", "first\n" + old + "END\n"))
                .hasSize(401)
                .last()
                .isEqualTo("... and 19603 more lines that differ");
    }

    @Test
    void whatIsLeftOutIsCounted() {
        String old = "old\n".repeat(300);

        assertThat(TextDifference.between(old, "new\n".repeat(300)))
                .hasSize(401)
                .startsWith("- old")
                .endsWith("... and 200 more lines that differ");
    }
}
