package io.github.storemaven.emulator;

import static io.github.storemaven.emulator.ReferenceRows.Mark.DOCUMENTED;
import static io.github.storemaven.emulator.ReferenceRows.Mark.INFERRED;

import io.github.storemaven.testing.Documents;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The ZIP of an upload (reference 8.2), row by row. */
class UploadedArchiveTest extends AbstractCommitTest {
    @TestFactory
    Iterable<DynamicTest> section8_2() {
        return new ReferenceRows()
                .row(
                        DOCUMENTED,
                        "12.5-2 8.2-3",
                        "Blob is not a ZIP",
                        "CommitFailed InvalidArchive",
                        () -> outcome(Zips.PNG))
                .row(
                        DOCUMENTED,
                        "12.5-2 8.2-3",
                        "Blob is half a ZIP",
                        "CommitFailed InvalidArchive",
                        () -> outcome(java.util.Arrays.copyOf(good(), good().length / 2)))
                .row(
                        DOCUMENTED,
                        "12.5-3 8.2-2",
                        "Named file not in the ZIP",
                        "CommitFailed MissingFiles",
                        () -> outcome(Zips.zip("elsewhere/new.msix", Zips.msix("2.0.0.0", "x64"))))
                .row(
                        INFERRED,
                        "8.2-9",
                        "Name in another case",
                        "CommitFailed MissingFiles",
                        () -> outcome(Zips.zip("P/new.msix", Zips.msix("2.0.0.0", "x64"))))
                .row(
                        INFERRED,
                        "8.2-8",
                        "Backslash in the ZIP",
                        "PreProcessing",
                        () -> outcome(Zips.zip("p\\new.msix", Zips.msix("2.0.0.0", "x64"))))
                .row(INFERRED, "8.2-5", "Entries not named are ignored", "PreProcessing", this::moreEntries)
                .row(
                        DOCUMENTED,
                        "8.2-7",
                        "Backslash in the document",
                        "PreProcessing",
                        () -> outcome(good(), d -> Documents.replacePackages(d, "applicationPackages", "p\\new.msix")))
                .row(INFERRED, "8.2-11", "Stored, not deflated", "PreProcessing", () -> outcome(stored()))
                .row(DOCUMENTED, "8.2-3", "ZIP bomb in two parts", "CommitFailed InvalidArchive", this::bombInParts)
                .row(DOCUMENTED, "8.2-3", "ZIP bomb", "CommitFailed InvalidArchive", () -> outcome(bomb()))
                .row(
                        DOCUMENTED,
                        "8.2-3",
                        "Damaged entry (checksum)",
                        "CommitFailed InvalidArchive",
                        () -> outcome(damaged()));
    }

    private String moreEntries() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("../../outside.txt", Zips.PNG);
        entries.put(NAME, Zips.msix("2.0.0.0", "x64"));
        return outcome(Zips.zip(entries));
    }

    /** 65 MiB of zeros in a package that has 65 KiB. */
    private static byte[] bomb() throws java.io.IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(NAME));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 65; i++) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    /** Two packages with 33 MiB of zeros in front of each. */
    private String bombInParts() {
        byte[] inner = Zips.msix("2.0.0.0", "x64");
        byte[] padded = new byte[33 * 1024 * 1024 + inner.length];
        System.arraycopy(inner, 0, padded, padded.length - inner.length, inner.length);
        return outcome(
                Zips.zip(Map.of(NAME, padded, "p/second.msix", padded)),
                d -> Documents.set(
                        Documents.replacePackages(d, "applicationPackages", NAME),
                        "/applicationPackages/-",
                        Documents.newPackage("p/second.msix")));
    }

    private static byte[] damaged() throws java.io.IOException {
        byte[] all = stored();
        all[30 + NAME.length() + 60] ^= 1;
        return all;
    }

    private static byte[] stored() throws java.io.IOException {
        byte[] inner = Zips.msix("2.0.0.0", "x64");
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(inner);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(NAME);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(inner.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(inner);
        }
        return bytes.toByteArray();
    }
}
