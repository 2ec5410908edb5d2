package io.github.storemaven.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.service.Product;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftRecordTest {
    @TempDir
    Path folder;

    private final ScriptedStore store = new ScriptedStore();

    @Test
    void aNoteIsOfOneSubmissionForOneRequest() throws Exception {
        record(1, "digest").prepare();
        assertThat(record(1, "digest").isOf("")).isFalse();
        record(1, "digest").write("12");

        assertThat(record(1, "digest").isOf("12")).isTrue();
        assertThat(record(1, "digest").isOf("13")).isFalse();
        assertThat(record(1, "other").isOf("12")).isFalse();
        assertThat(record(1, "other").knows("12")).isTrue();
        assertThat(record(2, "digest").knows("12")).isFalse();
    }

    @Test
    void theLastNoteTakesTheFileWithIt() {
        record(1, "digest").write("12");
        record(2, "digest").write("13");
        record(1, "digest").clear();
        assertThat(record(2, "digest").isOf("13")).isTrue();
        record(2, "digest").clear();

        assertThat(file()).doesNotExist();
        assertThat(store.lines).isEmpty();
    }

    /** As modules with one output directory do under -T. */
    @Test
    void notesThatAreWrittenAtOnceAreAllThere() throws Exception {
        IntStream.range(0, 60).parallel().forEach(i -> record(i, "digest").write("" + i));

        assertThat(IntStream.range(0, 60)).allMatch(i -> record(i, "digest").isOf("" + i));
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void whatCannotBeReadCountsAsNoNote() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{half a no");

        assertThat(record(1, "digest").knows("12")).isFalse();
        record(1, "digest").write("12");
        assertThat(record(1, "digest").isOf("12")).isTrue();
    }

    private Path file() {
        return folder.resolve("store/draft.json");
    }

    private DraftRecord record(int product, String request) {
        String id = String.format(java.util.Locale.ROOT, "9PAPPDEMO%03d", product);
        return new DraftRecord(file(), new Product.Application(id), request, store.log());
    }
}
