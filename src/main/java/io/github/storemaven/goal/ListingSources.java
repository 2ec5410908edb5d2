package io.github.storemaven.goal;

import io.github.storemaven.listing.EntryCase;
import io.github.storemaven.listing.StoreFolder;
import io.github.storemaven.listing.TextSource;
import io.github.storemaven.submission.FolderListing;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the folder with the texts and images of the product: the store folder for an app, the add-on's own for an
 * add-on, none for a flight, which has no listing.
 */
final class ListingSources {
    private static final String FILE = "submission.json";

    private final AbstractWantedMojo mojo;
    private final ProductChoice product;
    private final Problems problems;
    private final FileFindings findings;

    ListingSources(AbstractWantedMojo mojo, ProductChoice product, Problems problems, FileFindings findings) {
        this.findings = findings;
        this.mojo = mojo;
        this.product = product;
        this.problems = problems;
    }

    /** Where the submission file of this product usually is; a flight has none, since its members are others. */
    Optional<Path> usualSubmissionFile() {
        if (product.isFlight()) {
            return Optional.empty();
        }
        return product.isAddon()
                ? addonFolder().map(folder -> folder.resolve(FILE))
                : Optional.of(store().resolve(FILE));
    }

    /** Texts and images; what is wrong with them are findings. */
    FolderListing read() throws IOException {
        if (product.isFlight()) {
            if (Files.isDirectory(store().resolve("listings"))) {
                mojo.getLog()
                        .info("A flight has no listing of its own: the texts and images in " + store()
                                + " are not sent with it");
            }
            return FolderListing.none();
        }
        if (product.isAddon()) {
            AbstractServiceMojo.needFolder(mojo.storeDirectory, "storeDirectory", problems);
            AbstractServiceMojo.needFolder(mojo.addonDirectory, "addonDirectory", problems);
            Optional<Path> folder = addonFolder();
            return folder.isEmpty() ? FolderListing.none() : addon(folder.get());
        }
        AbstractServiceMojo.needFolder(mojo.storeDirectory, "storeDirectory", problems);
        checkCase(store());
        FolderListing listing = FolderListing.of(StoreFolder.readApp(store(), texts(), findings::add));
        return new ReleaseNotesSource(mojo, problems, findings)
                .read()
                .map(listing::with)
                .orElse(listing);
    }

    private FolderListing addon(Path folder) throws IOException {
        checkCase(folder);
        return FolderListing.of(StoreFolder.readAddon(folder, boundary(), texts(), findings::add));
    }

    private void checkCase(Path folder) throws IOException {
        EntryCase.differing(mojo.folder(), folder)
                .ifPresent(other -> findings.add(other.toString(), "", wrongCase(folder)));
    }

    /** Windows and macOS would read the folder, Linux passes over it in silence. */
    static String wrongCase(Path wanted) {
        return "is not read, since its name differs in case from " + wanted + "; rename it";
    }

    /** What no link of the product's folder may lead out of. */
    Path boundary() {
        return product.isAddon() ? boundary(store().toFile(), mojo.addonDirectory) : store();
    }

    /** Of an add-on: its own folder where somebody has named it, else the store folder. */
    static Path boundary(File storeDirectory, File addonDirectory) {
        return addonDirectory == null ? storeDirectory.toPath() : addonDirectory.toPath();
    }

    private Optional<Path> addonFolder() {
        return addonFolder(store().toFile(), mojo.addonDirectory, mojo.addonProductId);
    }

    /** The folder of an add-on: the one that is named, else by its product id where that makes a folder name. */
    static Optional<Path> addonFolder(File storeDirectory, File addonDirectory, String productId) {
        return addonDirectory == null
                ? Problems.given(productId).flatMap(id -> StoreFolder.addonDirectory(storeDirectory.toPath(), id))
                : Optional.of(addonDirectory.toPath());
    }

    private Path store() {
        return mojo.storeFolder(mojo.storeDirectory).toPath();
    }

    private TextSource texts() {
        return mojo.filtering ? ProjectFilter.of(mojo.session, mojo.project) : TextSource.asWritten();
    }
}
