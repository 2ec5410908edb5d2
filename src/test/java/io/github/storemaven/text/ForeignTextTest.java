package io.github.storemaven.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTextTest {
    @Test
    void leavesAnOrdinaryTextAsItIs() {
        String text = "Prüfung 日本 👍🏽: \"a::b\" costs 3 # [x]";
        assertEquals(text, ForeignText.oneLine(text));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 7, 0x0B, 0x1B, 0x7F, 0x85, 0x9B, 0x61C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2028, 0x2029, 0x2066,
                0x2069, 0xFEFF, 0xD800, 0xDC00
            })
    void showsACharacterWithoutPictureAsAnEscape(int character) {
        assertEquals(String.format("a\\u%04xb", character), ForeignText.oneLine("a" + (char) character + "b"));
    }

    @Test
    void isOneLine() {
        assertEquals("Bad. See below. End", ForeignText.oneLine("Bad.\r\nSee below.\n\n\tEnd\n"));
    }

    @Test
    void cutsWithoutTearingAPairApart() {
        assertEquals("a".repeat(300) + "...", ForeignText.oneLine("a".repeat(1_000_000)));
        assertEquals("a".repeat(299) + "...", ForeignText.oneLine("a".repeat(299) + "👍".repeat(9)));
        assertEquals("b".repeat(2000) + "...", ForeignText.oneLine("b".repeat(2001), 2000));
        assertEquals("a".repeat(300), ForeignText.oneLine("a".repeat(300)));
    }

    @Test
    void showsTenItemsOfAList() {
        List<String> many = IntStream.rangeClosed(1, 600).mapToObj(n -> "n" + n).toList();
        assertEquals("n1, n2, n3, n4, n5, n6, n7, n8, n9, n10 and 590 more", ForeignText.list(many));
        assertEquals("a, b", ForeignText.list(List.of("a", "b")));
        assertEquals("a b", ForeignText.list(List.of("a\nb")));
    }

    @ParameterizedTest
    @CsvSource({
        "a##vso[task.setvariable variable=PATH]b, a## vso[task.setvariable variable=PATH]b",
        "##[error]x, ## [error]x",
        "###[x], ### [x]",
        "##VSO[x], ## VSO[x]",
        "##teamcity[x], ## teamcity[x]",
        "::error title=x::y, : :error title=x::y",
        "' ::stop-commands::t', : :stop-commands::t",
        "## A heading, ## A heading",
    })
    void breaksCommandsOfCiServices(String text, String shown) {
        assertEquals(shown, ForeignText.oneLine(text));
    }

    @Test
    void breaksACommandBehindALineBreak() {
        assertEquals(": :error::x", ForeignText.oneLine("\n::error::x"));
    }

    @ParameterizedTest
    @CsvSource({
        "Cannot read https://x.example/a?sv=1&sig=AbC%2Bd&se=2, Cannot read https://x.example/a?sv=1&sig=***&se=2",
        "https%3A%2F%2Fx%3Fsig%3DAbCd, https%3A%2F%2Fx%3Fsig%3D***",
        "SIG=AbCd!, SIG=***",
        "Bad header Authorization: Bearer abcdefghijklmnop.q, Bad header Authorization: Bearer ***",
        "The bearer of this letter, The bearer of this letter",
        "client_secret=x%2by&client_id=1, client_secret=***&client_id=1",
        "token eyJ0eXAiOiJKV1Qi.eyJhdWQiOiJodH.c2lnbmF0 end, token *** end",
        "designsig=1, designsig=1",
    })
    void masksWhatShowsByItselfToBeASecret(String text, String shown) {
        assertEquals(shown, ForeignText.oneLine(text));
    }

    @Test
    void aSecretAtTheEndOfWhatIsLookedAtIsMaskedToo() {
        String text = ForeignText.oneLine("x".repeat(290) + " sig=" + "S".repeat(5000));
        assertFalse(text.contains("SS"), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?sig=abcdefgh",
                "&sig%3Dabcdefgh",
                "sig&#61;abcdefgh",
                "?sig\\u003dabcdefgh",
                "{\"sig\":\"abcdefgh\"}",
                "sig=\"abcdefgh\"",
                "sig = abcdefgh",
                "client_secret: abcdefgh",
                "{\\\"access_token\\\": \\\"abcdefgh\\\"}",
                "'client_assertion' : 'abcdefgh'"
            })
    void masksASecretByItsNameInEveryForm(String text) {
        assertThat(ForeignText.oneLine(text)).contains("***").doesNotContain("abcdef");
    }

    @Test
    void proseIsNotTakenForASecret() {
        String prose = "New design: a password: it has 8 characters. The signature = of the user";
        assertThat(ForeignText.oneLine(prose)).isEqualTo(prose);
    }

    @Test
    void whatHidesIsShown() {
        assertThat(ForeignText.oneLine("a\u00adb\u200bc\u2060d\u180ee")).isEqualTo("a\\u00adb\\u200bc\\u2060d\\u180ee");
        assertThat(ForeignText.oneLine("👩\u200d💻 می\u200cخواهم")).isEqualTo("👩\u200d💻 می\u200cخواهم");
    }
}
