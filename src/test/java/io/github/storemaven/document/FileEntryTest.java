package io.github.storemaven.document;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.document.FileEntry.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileEntryTest {
    private static List<String> told(String document) {
        return FileEntry.of(json(document)).stream()
                .map(entry -> entry.node().pointer() + " " + entry.kind() + " " + entry.language())
                .toList();
    }

    @Test
    void findsThePlacesOfFilesInAnyCase() {
        assertThat(told("{'ApplicationPackages': [{'fileName': 'a'}], 'flightPackages': [{}],"
                        + "'listings': {'en-us': {'baseListing': {'images': [{'id': '1'}]},"
                        + "'platformOverrides': {'Windows81': {'images': [{'id': '2'}]}}, 'icon': {'fileName': 'i'}}},"
                        + "'trailers': [{'videoFileName': 'v', 'trailerAssets': {'de-de': {'imageList': [{}]}}}]}"))
                .containsExactly(
                        "/ApplicationPackages/0 PACKAGE ",
                        "/flightPackages/0 PACKAGE ",
                        "/listings/en-us/baseListing/images/0 IMAGE en-us",
                        "/listings/en-us/platformOverrides/Windows81/images/0 IMAGE en-us",
                        "/listings/en-us/icon ICON en-us",
                        "/trailers/0 VIDEO ",
                        "/trailers/0/trailerAssets/de-de/imageList/0 THUMBNAIL de-de");
    }

    @Test
    void anEntryElsewhereIsToldByItsStatus() {
        assertThat(told("{'later': {'x': {'fileName': 'a', 'fileStatus': 'PendingUpload'}, 'y': {'fileName': 'b'}}}"))
                .containsExactly("/later/x UNKNOWN ");
    }

    @Test
    void videosAndThumbnailsAreNewWithoutAnId() {
        List<FileEntry> entries = FileEntry.of(json("{'trailers': [{'videoFileName': 'v'}, {'videoFileName': 'w',"
                + " 'videoFileId': '7'}, {'id': '3', 'trailerAssets': {'de': {'imageList': [{'fileName': 't'}]}}}]}"));
        assertThat(entries).extracting(FileEntry::isNew).containsExactly(true, false, false, true);
    }

    @Test
    void otherFilesAreNewByTheirStatus() {
        List<FileEntry> entries = FileEntry.of(json("{'applicationPackages': [{'fileName': 'a'},"
                + " {'fileName': 'b\\\\c', 'fileStatus': 'pendingupload'}]}"));
        assertThat(entries).extracting(FileEntry::isNew).containsExactly(false, true);
        assertThat(entries.get(1).name()).contains("b/c");
        assertThat(entries).extracting(FileEntry::kind).containsOnly(Kind.PACKAGE);
    }
}
