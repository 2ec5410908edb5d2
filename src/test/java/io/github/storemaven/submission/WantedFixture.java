package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;

import io.github.storemaven.document.ProductType;
import io.github.storemaven.listing.Folders;
import io.github.storemaven.listing.TextSource;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A wish for an app: a submission file, a store folder, parameters. */
final class WantedFixture {
    private final Path folder;

    ProductType type = ProductType.APP;
    JsonObject patch = JsonValue.EMPTY_JSON_OBJECT;
    JsonObject parameters = JsonValue.EMPTY_JSON_OBJECT;
    Optional<ReleaseNotes> notes = Optional.empty();
    Optional<Path> archive = Optional.empty();
    List<PackageFile> packages = List.of();

    WantedFixture(Path folder) {
        this.folder = folder;
    }

    WantedFixture patch(String text) {
        patch = json(text);
        return this;
    }

    WantedFixture parameters(String text) {
        parameters = json(text);
        return this;
    }

    WantedFixture notes(String text) {
        notes = Optional.of(
                ReleaseNotes.ofOne("", new ReleaseNotes.Text(folder.resolve("CHANGELOG.md"), text, 0), Set.of()));
        return this;
    }

    /** A file of the store folder. */
    WantedFixture file(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
        return this;
    }

    FolderListing listing() throws Exception {
        FolderListing listing = FolderListing.of(Folders.app(folder, TextSource.asWritten()));
        return notes.map(listing::with).orElse(listing);
    }

    ReleaseRequest wanted() throws Exception {
        FolderListing listing = listing();
        return new ReleaseRequest(
                type,
                patch,
                listing,
                parameters,
                packages,
                PackageMode.REPLACE,
                new UploadFiles(Map.of(), listing.files(), Optional.of(folder), archive));
    }
}
