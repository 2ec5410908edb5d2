package io.github.storemaven.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReadingTest {
    @Test
    void keepsMemberOrderBigIntegersAndScale() throws Exception {
        String text = "{\"b\":1.0,\"a\":0.10,\"id\":1152921505600000002,\"c\":\"\\u00e4\"}";

        assertThat(Json.compact(JsonReading.text("x", text.getBytes(UTF_8)).value()))
                .isEqualTo("{\"b\":1.0,\"a\":0.10,\"id\":1152921505600000002,\"c\":\"ä\"}");
    }

    @Test
    void readsAFileWithAByteOrderMark(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("submission.json");
        Files.writeString(file, "\uFEFF{\"a\": true}");

        assertThat(JsonReading.file(file).object().getBoolean("a")).isTrue();
    }

    @Test
    void knowsThePlaceOfEachMember() throws Exception {
        String text = "{\n  \"listings\": {\n    \"a/b\": {\"title\": 1}\n  }\n}";

        assertThat(JsonReading.text("submission.json", text.getBytes(UTF_8)).where("/listings/a~1b/title"))
                .isEqualTo("submission.json, line 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1, \"a\": 2}       | the member \"a\" stands there twice",
                "{\"a\": 1} {\"b\": 2}      | nothing may follow",
                "{\"a\": 1} x               | line 1, column",
                "{\"a\": [1, 2}             | line 1, column",
                "nonsense                   | line 1, column",
            })
    void refusesWhatAUserWroteWrongly(String text, String expected) {
        assertThatThrownBy(() -> JsonReading.text("submission.json", text.getBytes(UTF_8)))
                .isInstanceOf(JsonProblem.class)
                .hasMessageStartingWith("submission.json")
                .hasMessageContaining(expected);
    }

    @Test
    void namesLineAndColumn() {
        assertThatThrownBy(() -> JsonReading.text("submission.json", "{\n  \"a\": 1,\n  \"b\" 2\n}".getBytes(UTF_8)))
                .hasMessage("submission.json, line 3, column 7: a number stands where \":\" is expected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1,}          | \"}\" stands where a text in double quotes is expected",
                "{\"a\": 1 \"b\": 2}  | a text in double quotes stands where \",\" is expected",
                "{\"a\": 'x'}         | unexpected '; texts stand in double quotes",
                "{\"a\": tru }        | unexpected blank",
                "{\"a\": \"C:\\Users\"} | unexpected U",
                "{\"a\": 1           | the end stands where \",\" or \"}\" is expected",
                "{\"a\": \"x         | the document ends too early",
                "`{\"a\": \"x\ny\"}`   | a line break or tab within a text; write \\n or \\t"
            })
    void saysInWordsWhatIsWrong(String text, String reason) {
        assertThatThrownBy(() -> JsonReading.text("submission.json", text.getBytes(UTF_8)))
                .hasMessageEndingWith(": " + reason);
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> JsonReading.text("submission.json", new byte[0]))
                .hasMessageStartingWith("submission.json");
    }

    @Test
    void refusesAFileThatIsNotUtf8() {
        assertThatThrownBy(() -> JsonReading.text("submission.json", "{\"a\": \"ä\"}".getBytes(ISO_8859_1)))
                .hasMessageContaining("not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "\"text\"", "12", "null"})
    void saysWhatADocumentIsInsteadOfAnObject(String text) {
        assertThatThrownBy(() -> JsonReading.text("submission.json", text.getBytes(UTF_8))
                        .object())
                .hasMessageContaining("an object { ... } is expected");
    }

    @Test
    void toleratesRawControlCharactersInWhatTheStoreSends() throws Exception {
        byte[] body = "{\"a\":\"one\ntwo\tthree \\\" four\u0001\",\n\t\"b\":1}".getBytes(UTF_8);

        assertThat(JsonReading.answer("x", body).object().getString("a")).isEqualTo("one\ntwo\tthree \" four\u0001");
    }

    @Test
    void boundsTheDepthOfAnAnswer() {
        byte[] body = "[".repeat(100_000).getBytes(UTF_8);

        assertThatThrownBy(() -> JsonReading.answer("x", body)).hasMessageContaining("nested deeper than");
    }

    @Test
    void boundsTheSizeOfAnAnswer() {
        assertThatThrownBy(() -> JsonReading.answer("x", new byte[JsonReading.LARGEST + 1]))
                .hasMessageContaining("larger than 32 MiB");
    }
}
