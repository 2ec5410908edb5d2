package io.github.storemaven.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParsedJsonTest {
    @Test
    void keepsMemberOrderBigIntegersAndScale() throws Exception {
        String text = "{\"b\":1.0,\"a\":0.10,\"id\":1152921505600000002,\"c\":\"\\u00e4\"}";

        assertThat(Json.compact(ParsedJson.of("x", text.getBytes(UTF_8)).value()))
                .isEqualTo("{\"b\":1.0,\"a\":0.10,\"id\":1152921505600000002,\"c\":\"ä\"}");
    }

    @Test
    void readsAFileWithAByteOrderMark(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("submission.json");
        Files.writeString(file, "\uFEFF{\"a\": true}");

        assertThat(ParsedJson.ofFile(file).object().getBoolean("a")).isTrue();
    }

    @Test
    void knowsThePlaceOfEachMember() throws Exception {
        String text = "{\n  \"listings\": {\n    \"a/b\": {\"title\": 1}\n  }\n}";

        assertThat(ParsedJson.of("submission.json", text.getBytes(UTF_8)).locationOf("/listings/a~1b/title"))
                .isEqualTo("submission.json, line 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1, \"a\": 2}       | the member \"a\" is there twice",
                "{\"a\": 1} {\"b\": 2}      | nothing may follow",
                "{\"a\": 1} x               | line 1, column",
                "{\"a\": [1, 2}             | line 1, column",
                "nonsense                   | line 1, column",
            })
    void refusesWhatAUserWroteWrongly(String text, String expected) {
        assertThatThrownBy(() -> ParsedJson.of("submission.json", text.getBytes(UTF_8)))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageStartingWith("submission.json")
                .hasMessageContaining(expected);
    }

    @Test
    void namesLineAndColumn() {
        assertThatThrownBy(() -> ParsedJson.of("submission.json", "{\n  \"a\": 1,\n  \"b\" 2\n}".getBytes(UTF_8)))
                .hasMessage("submission.json, line 3: a colon is missing after column 5, at the ^: \"b\"^ 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1,}          | remove this comma; there may be none before the closing \"}\"",
                "{\"a\": 1 \"b\": 2}  | a comma is missing after column 7, at the ^: {\"a\": 1^ \"b\": 2}",
                "[1, [2] {}]       | a comma is missing after column 7, at the ^: [1, [2]^ {}]",
                "`{\"a\": \"x, \\\"\"\n  \"b\": 2}` | a comma is missing at the end of this line, at the ^: {\"a\": \"x, \\\"\"^",
                "{\"a\": 'x'}         | unexpected '; texts are in double quotes",
                "{\"a\": [1, [2]}     | \"]\" is missing before this \"}\"; the list that begins in line 1 is not closed",
                "`[{\n\"a\": 1]`       | \"}\" is missing before this \"]\"; the object that begins in line 1 is not closed",
                "{\"a\" \"b\"}        | a colon is missing after column 4, at the ^: {\"a\"^ \"b\"}",
                "{\"a\"}            | expected \":\" but found \"}\"",
                "{\"a\": tru }        | unexpected blank",
                "{\"a\": \"C:\\Users\"} | a backslash is written twice: \\\\",
                "{\"a\": \"see C:\\apps\"} | a backslash is written twice: \\\\",
                "{\"a\": \"C:\\users\"} | a backslash is written twice: \\\\",
                "{\"a\": \"C:\\u12 x\"} | a backslash is written twice: \\\\",
                "{\u201ctitle\u201d: 1} | a typographic quote (U+201C); JSON needs the straight quote \" (many editors"
                        + " replace it)",
                "{\u00abtitle\u00bb: 1} | a typographic quote (U+00AB); JSON needs the straight quote \" (many editors"
                        + " replace it)",
                "{\"a\" \u2013 1} | unexpected U+2013",
                "{\"a\": \uFEFF1} | unexpected U+FEFF",
                "{\"a\": \uD83D\uDE00} | unexpected U+1F600",
                "{\"a\": 1           | expected \",\" or \"}\" but found the end",
                "{\"a\": \"x         | the document ends too early",
                "`{\"a\": \"x\ny\"}`   | a line break or tab within a text; write \\n or \\t"
            })
    void saysInWordsWhatIsWrong(String text, String reason) {
        assertThatThrownBy(() -> ParsedJson.of("submission.json", text.getBytes(UTF_8)))
                .hasMessageEndingWith(": " + reason);
    }

    /** What the Store sends may hold a token, so its lines are not quoted. */
    @Test
    void namesTheLineThatLacksAComma() {
        byte[] text = "{\n  \"a\": \"x\"\n\n  \"b\": 2\n}".getBytes(UTF_8);
        assertThatThrownBy(() -> ParsedJson.of("submission.json", text))
                .hasMessage(
                        "submission.json, line 2: a comma is missing at the end of this line, at the ^: \"a\": \"x\"^");
        assertThatThrownBy(() -> ParsedJson.ofResponse("x", text))
                .hasMessage("x, line 2: a comma is missing at the end of this line");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> ParsedJson.of("submission.json", new byte[0]))
                .hasMessage("submission.json, line 1, column 1: the file is empty");
    }

    /** Parsson writes the number of a character in the digits and groups of the JVM's locale. */
    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "de-DE", "hi-IN-u-nu-deva", "en-US"})
    void theReasonDoesNotDependOnTheLocale(String tag) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThatThrownBy(() -> ParsedJson.of("x", "{\"a\": \"x\ty\"}".getBytes(UTF_8)))
                    .hasMessage("x, line 1, column 9: a line break or tab within a text; write \\n or \\t");
            assertThatThrownBy(() -> ParsedJson.of("x", "{\n\u201ca\u201d: 1}".getBytes(UTF_8)))
                    .hasMessageStartingWith("x, line 2, column 1: a typographic quote");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theEndIsWhereTheTextEnds() {
        assertThatThrownBy(() -> ParsedJson.of("x", "{\n\"a\": 1".getBytes(UTF_8)))
                .hasMessageStartingWith("x, line 2, column 7: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM"})
    void saysThatAFileIsUtf16(String charset) throws Exception {
        assertThatThrownBy(() -> ParsedJson.of("submission.json", "{\"a\": 1}".getBytes(charset)))
                .hasMessage(
                        "submission.json: this is UTF-16, as Windows PowerShell's > writes it; save the file as UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1e2147483648", "1E+1000", "-1e-1000", "1e0000001000"})
    void aNumberWithAnExponentOutOfBoundsHasAPlace(String number) throws Exception {
        assertOutOfBounds(number);
    }

    @Test
    void aNumberOf1101DigitsHasAPlace() throws Exception {
        assertOutOfBounds("1".repeat(1101));
        assertOutOfBounds("0." + "1".repeat(1101));
    }

    private static void assertOutOfBounds(String number) throws Exception {
        byte[] text = ("{\n\"x\": " + number + ", \"y\": 1}").getBytes(UTF_8);
        assertThatThrownBy(() -> ParsedJson.of("submission.json", text))
                .hasMessageStartingWith("submission.json, line 2, column ")
                .hasMessageContaining("the number is out of bounds");
        assertThatThrownBy(() -> ParsedJson.ofResponse("x", text)).hasMessageContaining("out of bounds");
        assertThat(Json.compact(ParsedJson.ofNotice("x", text).value())).isEqualTo("{\"x\":null,\"y\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "1E-999", "0.10", "1e+05", "1e0"})
    void aNumberWithinBoundsStaysAsItIs(String number) throws Exception {
        assertThat(ParsedJson.of("x", number.getBytes(UTF_8)).value()).hasToString(new BigDecimal(number).toString());
    }

    @Test
    void boundsTheNumberOfValues() throws Exception {
        byte[] most = ("[" + "[],".repeat(199_998) + "[]]").getBytes(UTF_8);
        byte[] more = ("[" + "[],".repeat(199_999) + "[]]").getBytes(UTF_8);

        assertThat(ParsedJson.of("x", most).value().asJsonArray()).hasSize(199_999);
        assertThatThrownBy(() -> ParsedJson.of("x", more)).hasMessageEndingWith("more than 200,000 values");
        assertThatThrownBy(() -> ParsedJson.ofResponse("x", more)).hasMessageEndingWith("more than 200,000 values");
    }

    @Test
    void boundsTheSizeOfAFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("submission.json");
        Files.write(file, new byte[ParsedJson.MAX_BYTES + 1]);

        assertThatThrownBy(() -> ParsedJson.ofFile(file)).hasMessage(file + ": larger than 8 MiB");
    }

    @Test
    void anAnswerMayHaveAByteOrderMark() throws Exception {
        assertThat(ParsedJson.ofResponse("x", "\uFEFF{\"a\": true}".getBytes(UTF_8))
                        .object()
                        .getBoolean("a"))
                .isTrue();
    }

    @Test
    void aControlCharacterAfterABackslashSpoilsNothingThatFollows() throws Exception {
        byte[] body = "{\"a\":\"x\\\ny\",\n\"b\":\"\\\"z\"}".getBytes(UTF_8);

        assertThat(ParsedJson.ofResponse("x", body).object().getString("a")).isEqualTo("x\\\ny");
        assertThat(ParsedJson.ofResponse("x", body).object().getString("b")).isEqualTo("\"z");
    }

    @Test
    void refusesAFileThatIsNotUtf8() {
        assertThatThrownBy(() -> ParsedJson.of("submission.json", "{\"a\": \"ä\"}".getBytes(ISO_8859_1)))
                .hasMessageContaining("not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "\"text\"", "12", "null"})
    void saysWhatADocumentIsInsteadOfAnObject(String text) {
        assertThatThrownBy(() ->
                        ParsedJson.of("submission.json", text.getBytes(UTF_8)).object())
                .hasMessageContaining("an object { ... } is expected");
    }

    @Test
    void toleratesRawControlCharactersInWhatTheStoreSends() throws Exception {
        byte[] body = "{\"a\":\"one\ntwo\tthree \\\" four\u0001\",\n\t\"b\":1}".getBytes(UTF_8);

        assertThat(ParsedJson.ofResponse("x", body).object().getString("a")).isEqualTo("one\ntwo\tthree \" four\u0001");
    }

    @Test
    void boundsTheDepthOfAnAnswer() {
        byte[] body = "[".repeat(100_000).getBytes(UTF_8);

        assertThatThrownBy(() -> ParsedJson.ofResponse("x", body)).hasMessageContaining("nested deeper than");
    }

    @Test
    void boundsTheSizeOfAnAnswer() {
        assertThatThrownBy(() -> ParsedJson.ofResponse("x", new byte[ParsedJson.MAX_BYTES + 1]))
                .hasMessageContaining("larger than 8 MiB");
    }
}
