package io.github.storemaven.goal;

import io.github.storemaven.listing.StoreFolder;
import io.github.storemaven.listing.TextSource;
import io.github.storemaven.submission.AddonEntry;
import io.github.storemaven.submission.AddonFolder;
import io.github.storemaven.submission.AddonFolders;
import io.github.storemaven.submission.AddonReader;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.ProductFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the parameters of a goal say about the add-ons of a store folder.
 *
 * @param addons names or patterns of folders, null for all
 */
record AddonParameters(AbstractStoreFolderMojo mojo, List<String> addons) {
    /** Whether some are named. */
    boolean areNamed() {
        return !ConfigurationProblems.given(addons).isEmpty();
    }

    /** Whether there is none, and none that is passed over for its name. */
    boolean areAbsent() throws IOException {
        return !areNamed() && folders().isEmpty() && misspelt().isEmpty();
    }

    private Optional<String> misspelt() throws IOException {
        Optional<String> store = ProductFolder.wrongCase(mojo.folder(), store());
        return store.isPresent() ? store : ProductFolder.wrongCase(store(), store().resolve(StoreFolder.ADDONS));
    }

    AddonFolders folders() {
        return new AddonFolders(store(), ConfigurationProblems.given(addons), application());
    }

    AddonReader reader() {
        return new AddonReader(
                new AddonReader.Settings(
                        mojo.folder(),
                        store(),
                        mojo.storeDirectory != null,
                        application(),
                        mojo.filtering ? ProjectFilter.of(mojo.session, mojo.project) : TextSource.asWritten(),
                        mojo.failOnWarning,
                        Set.copyOf(ConfigurationProblems.given(mojo.warnOnly))),
                mojo.secrets(),
                mojo.rehearse,
                mojo.log());
    }

    /** All add-ons, read and checked; what is wrong with the parameters and with them are problems. */
    List<AddonEntry> check(AddonReader reader, ConfigurationProblems problems) throws IOException {
        if (mojo.product().isFlight() || mojo.product().isAddon()) {
            problems.add("The add-ons of the store folder are submitted, and a flight or one add-on is named as well;"
                    + " remove store.flightId, store.flightName, store.addonId and store.addonProductId");
        } else {
            mojo.checkProduct(problems);
        }
        mojo.productFolder(mojo.storeDirectory, null).checkAll(mojo.folder(), problems);
        misspelt().ifPresent(problems::add);
        return reader.check(folders().find(problems), problems);
    }

    /** What is not created by this goal the Store of a rehearsal has. */
    Rehearsal named(Rehearsal rehearsal) throws IOException {
        String there = folders().find(new ConfigurationProblems()).stream()
                .filter(folder -> folder.productType().isEmpty())
                .map(AddonFolder::productId)
                .collect(Collectors.joining("\n"));
        return rehearsal.name("productIds", there);
    }

    private Path store() {
        return mojo.storeFolder(mojo.storeDirectory).toPath();
    }

    private Optional<String> application() {
        return ConfigurationProblems.given(mojo.applicationId);
    }
}
