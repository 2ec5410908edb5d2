package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {
    @Test
    void showsWhatIsRemovedAndAddedInTheOrderOfTheTextsWithItsPlace() {
        assertThat(between("one\ntwo\nthree", "one\n2\nthree\nfour"))
                .containsExactly("  line 2:", "- two", "+ 2", "  line 4:", "+ four");
    }

    @Test
    void aTextOfOneLineHasNoPlace() {
        assertThat(between("one", "two")).containsExactly("- one", "+ two");
    }

    @Test
    void aLineThatMovesIsRemovedOnceAndAddedOnce() {
        assertThat(between("a\nb\nc", "b\nc\na")).containsExactly("  line 1:", "- a", "  line 3:", "+ a");
    }

    @Test
    void aParagraphThatIsAddedIsNamedByItsOwnLine() {
        assertThat(between("one\n\ntwo", "one\n\nnew\n\ntwo")).containsExactly("  line 3:", "+ new", "+ ");
    }

    @Test
    void lineEndsAloneAreNoDifference() {
        assertThat(between("one\r\ntwo\r\n", "one\ntwo")).isEmpty();
    }

    @Test
    void aParagraphIsShownByTheWordsThatDiffer() {
        String before = "Tide Table shows when the water is high and when it is low, for one harbour and a week. ";
        String after = "It asks no server and keeps what you looked up, so that it is of use on the sea as well. ";

        assertThat(between(before + "It costs nothing. " + after, before + "It is free of charge. " + after))
                .containsExactly(
                        "- ... harbour and a week. It costs nothing. It asks no server and ...",
                        "+ ... harbour and a week. It is free of charge. It asks no server and ...");
    }

    @Test
    void placesThatAreFarApartInAParagraphAreShownApart() {
        String between =
                " while the sea is calm and the wind comes from the west, as it does on most days of the year, ";

        assertThat(between("old" + between + "stays", "new" + between + "goes"))
                .containsExactly(
                        "- old while the sea is calm ...",
                        "+ new while the sea is calm ...",
                        "- ... most days of the year, stays",
                        "+ ... most days of the year, goes");
    }

    @Test
    void aScriptWithoutBlanksIsComparedByItsCharacters() {
        String before = "\u6f6e\u6c50\u8868\u986f\u793a\u6c34\u4f4d\u3002".repeat(12);

        assertThat(between(before + "\u514d\u8cbb" + before, before + "\u4ed8\u8cbb" + before))
                .hasSize(2)
                .allMatch(line -> line.length() < 60)
                .first()
                .asString()
                .contains("\u514d");
    }

    @Test
    void aLongWordBeforeWhatDiffersDoesNotHideIt() {
        String word = "x".repeat(300);

        assertThat(between(word + " old end of the line", word + " new end of the line"))
                .hasSize(2)
                .allMatch(line -> line.length() <= 80)
                .first()
                .asString()
                .contains(" old end");
    }

    @Test
    void anotherTextIsNoEditionOfTheFirst() {
        assertThat(TextDifference.areRelated("An app for a rehearsal", "Tide Table shows high water"))
                .isFalse();
        assertThat(TextDifference.areRelated("Tide Table shows water", "Tide Table shows high water"))
                .isTrue();
        assertThat(TextDifference.areRelated("", "Tide Table")).isFalse();
    }

    @Test
    void aDifferenceFarDownInALongTextIsShown() {
        String old =
                IntStream.range(0, 10_000).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());

        assertThat(between(old, "first\n" + old)).containsExactly("  line 1:", "+ first");
        assertThat(between(old, old.replace("line 9000\n", "other\n")))
                .containsExactly("  line 9001:", "- line 9000", "+ other");
        assertThat(between(old + "end\n", "first\n" + old + "END\n")).hasSize(20_004);
    }

    private static List<String> between(String from, String to) {
        return TextDifference.between(from, to, 80, "...").stream()
                .map(line -> line.sign() + " " + line.text())
                .toList();
    }
}
