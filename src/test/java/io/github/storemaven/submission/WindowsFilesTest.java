package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.check.Finding;
import io.github.storemaven.check.Findings;
import io.github.storemaven.check.Severity;
import io.github.storemaven.testing.WindowsDisk;
import io.github.storemaven.transfer.UploadArchive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a release on a disk of Windows: found, named, measured, archived. Issue 10, point 4. */
class WindowsFilesTest {
    private final WindowsDisk disk = new WindowsDisk();
    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = disk.path("C:\\work\\tide table\\src\\store");
        disk.file("C:\\work\\tide table\\src\\store\\pictures\\Main.png", "12345");
        disk.file("C:\\work\\secret.png", "secret");
    }

    @AfterEach
    void close() throws IOException {
        disk.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pictures/Main.png",
                "pictures\\Main.png",
                "Pictures\\main.PNG",
                "pictures\\..\\pictures\\Main.png"
            })
    void aFileBesideTheSubmissionFileIsFoundWithEitherSlash(String name) {
        assertThat(sources().find(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..\\..\\..\\secret.png",
                "../../../secret.png",
                "C:\\work\\secret.png",
                "\\work\\secret.png",
                "\\\\server\\share\\secret.png",
                "pictures\\Main.png:stream",
                "pictures\\a|b.png",
                "pictures\\*.png",
                "pictures"
            })
    void noOtherFileIs(String name) {
        assertThat(sources().find(name)).isEmpty();
    }

    @Test
    void theArchiveHasForwardSlashes() throws IOException {
        Path file = sources().find("pictures\\Main.png").orElseThrow();
        UploadArchive archive = UploadArchive.of(List.of(new UploadArchive.Entry("pictures\\Main.png", file)));
        ByteBuffer bytes = ByteBuffer.allocate((int) archive.size());
        archive.read(0, bytes);
        archive.read(0, bytes.clear());
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.array()));
        assertThat(zip.getNextEntry().getName()).isEqualTo("pictures/Main.png");
        assertThat(zip.readAllBytes()).hasSize(5);
    }

    @Test
    void aPlanMeasuresItsFilesAndADraftIsKnownAgain() throws Exception {
        WantedFixture fixture = new WantedFixture(folder)
                .patch("{'images':[{'fileName':'pictures\\\\Main.png','fileStatus':'PendingUpload'}]}");
        Plan plan = Plan.of(ReleaseFixture.APP, fixture.wanted(), json("{'images':[]}"));
        assertThat(plan.files())
                .singleElement()
                .satisfies(file -> assertThat(file.bytes()).isEqualTo(5));

        Path notes = disk.path("C:\\work\\tide table\\target\\store\\drafts.json");
        record(notes, fixture).write("12");
        assertThat(record(notes, fixture).isOf("12")).isTrue();
        disk.file("C:\\work\\tide table\\src\\store\\pictures\\Main.png", "123456");
        assertThat(record(notes, fixture).isOf("12")).isFalse();
    }

    private static DraftRecord record(Path notes, WantedFixture fixture) throws Exception {
        ReleaseRequest request = fixture.wanted();
        return new DraftRecord(
                notes, ReleaseFixture.APP, request.digest(ReleaseFixture.APP, json("{}")), new ScriptedStore().log());
    }

    @Test
    void messagesNameFilesFromTheProjectWithSlashes() {
        Finding inside = finding("C:\\work\\tide table\\src\\store\\submission.json");
        Finding outside = finding("D:\\texts\\submission.json");
        assertThat(new Findings(List.of(inside, outside))
                        .relativeTo(disk.path("C:\\work\\Tide Table"))
                        .all())
                .extracting(Finding::file)
                .containsExactlyInAnyOrder("src/store/submission.json", "D:\\texts\\submission.json");
    }

    private static Finding finding(String file) {
        return new Finding("DOC-01", Severity.ERROR, file, "", "wrong");
    }

    private UploadFiles sources() {
        return new UploadFiles(Map.of(), Map.of(), Optional.of(folder), Optional.empty());
    }
}
