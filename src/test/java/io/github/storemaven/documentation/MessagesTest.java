package io.github.storemaven.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.documentation.SourceMessages.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sentences that users can read, listed in {@code target/messages.txt} so that somebody can read them in one sitting, and
 * without the words that were hard to read. The embedded Store's are the service's, not ours.
 */
class MessagesTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "github", "storemaven");

    /** Each with what is better: "is removed", "is", "only", "returns", "does not have", "%", "not changed", ... */
    private static final Pattern AVOIDED =
            Pattern.compile("(?i)\\b(goes|stands|alone|hands out|handed out|has not(?! \\w+ed)"
                    + "|have not(?! \\w+ed)|per cent|take[ns]? (?:\\w+ )?away|left alone|\\w+'s no|in earnest|all the same|besides|anew"
                    + "|on its way|comes? into being|came into being|made up|it can be|could not be asked|gone on with|lacks?|(?<!there )is none"
                    + "|(?<!there )are none|(?<!there )is no (?!longer|more)\\w+|this is of the|hereby|pictures?)\\b");

    private static List<Message> messages;

    @BeforeAll
    static void list() throws IOException {
        messages = SourceMessages.below(SOURCES).stream()
                .filter(message -> !message.source().startsWith("emulator."))
                .toList();
        Files.createDirectories(Path.of("target"));
        Files.writeString(
                Path.of("target", "messages.txt"),
                messages.stream().map(message -> message + "\n").collect(Collectors.joining()));
    }

    @Test
    void areFoundWithTheirClassesAndLines() {
        assertThat(messages)
                .hasSizeGreaterThan(800)
                .anyMatch(message -> message.source().equals("transfer.FileChangedException")
                        && message.line() > 1
                        && message.text().startsWith("{file} was changed while it was uploaded"));
    }

    @Test
    void haveNoneOfTheWordsThatAreHardToRead() {
        assertThat(messages.stream()
                        .filter(message -> AVOIDED.matcher(message.text()).find())
                        .map(Message::toString))
                .isEmpty();
    }

    @Test
    void areAscii() {
        assertThat(messages.stream()
                        .filter(message -> !message.text().chars().allMatch(unit -> unit < 0x80))
                        .map(Message::toString))
                .isEmpty();
    }

    /** What begins with a capital ends as a sentence of a log does: without blanks. */
    @Test
    void haveNoDoubleBlankWithinASentence() {
        assertThat(messages.stream()
                        .filter(message -> message.text().matches("(?s)[A-Z][a-z].*[a-z][,.;]  [A-Za-z].*"))
                        .map(Message::toString))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/applicationPackages/1: goes, first.msix",
                "the image stands in the way",
                "the Store takes PNG alone",
                "this is no PNG",
                "a language that the Store has not",
                "The app is made up for this rehearsal"
            })
    void aWordThatIsHardToReadWouldBeFound(String message) {
        assertThat(AVOIDED.matcher(message).find()).isTrue();
    }
}
