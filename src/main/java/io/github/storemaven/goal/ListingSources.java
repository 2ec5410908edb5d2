package io.github.storemaven.goal;

import io.github.storemaven.listing.AddonFolder;
import io.github.storemaven.listing.ListingProblems;
import io.github.storemaven.listing.StoreFolder;
import io.github.storemaven.listing.TextSource;
import io.github.storemaven.submission.FolderListing;
import java.io.IOException;
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

    ListingSources(AbstractWantedMojo mojo, ProductChoice product, Problems problems) {
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

    /** The folder's texts and images; what is wrong with them are problems. */
    FolderListing read() throws IOException {
        try {
            if (product.isAddon()) {
                Optional<Path> folder = addonFolder();
                return folder.isEmpty()
                        ? FolderListing.none()
                        : FolderListing.of(AddonFolder.read(folder.get(), texts()));
            }
            return product.isFlight() ? FolderListing.none() : FolderListing.of(StoreFolder.read(store(), texts()));
        } catch (ListingProblems wrong) {
            wrong.problems().forEach(problem -> problems.add(problem.toString()));
            return FolderListing.none();
        }
    }

    private Optional<Path> addonFolder() {
        return mojo.addonDirectory == null
                ? Problems.given(mojo.addonProductId).flatMap(id -> AddonFolder.of(store(), id))
                : Optional.of(mojo.addonDirectory.toPath());
    }

    private Path store() {
        return mojo.storeDirectory.toPath();
    }

    private TextSource texts() {
        return mojo.filtering ? new ProjectTexts(mojo.session, mojo.execution) : TextSource.asWritten();
    }
}
