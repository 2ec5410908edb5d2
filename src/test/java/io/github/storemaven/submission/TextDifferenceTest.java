package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aLongTextIsComparedAsFarAsSomebodyReads() {
        String old = "line\n".repeat(10_000);

        assertThat(TextDifference.between(old, "first\n" + old))
                .containsExactly("- line", "+ first")
                .hasSize(2);
    }
}
