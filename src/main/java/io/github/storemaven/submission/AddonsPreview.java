package io.github.storemaven.submission;

import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The pages of what customers would see of the add-ons of a store folder, one for each in a folder of its product id.
 *
 * @param output that the folders are made in
 * @param mask takes the secrets of this build out of a text
 */
public record AddonsPreview(AddonReader reader, Path output, UnaryOperator<String> mask) {
    /**
     * Writes the pages of the files of this machine only.
     *
     * @param basis sentences that tell what they are made of
     * @return what was written, for a log
     */
    public List<String> write(List<AddonEntry> entries, String basis) throws IOException {
        List<String> written = new ArrayList<>();
        for (AddonEntry entry : entries) {
            written.add(write(entry, Optional.empty(), basis));
        }
        return written;
    }

    /** Writes the pages of the files of this machine and what the Store holds, which is only read. */
    public List<String> write(
            List<AddonEntry> entries,
            Product.Application application,
            StoreClient store,
            OnPending onPending,
            ReleaseLog log)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        new AddonList(store, application).match(entries);
        AddonComparison comparison = new AddonComparison(store, reader, onPending, output.resolve("draft.json"), log);
        List<String> written = new ArrayList<>();
        for (AddonEntry entry : entries) {
            PlannedRelease planned = comparison.compare(entry).planned();
            written.add(write(
                    entry,
                    Optional.of(planned),
                    "Made of the files of this machine and " + planned.description()
                            + ". What differs from the published submission is marked."));
        }
        return written;
    }

    private String write(AddonEntry entry, Optional<PlannedRelease> planned, String basis) throws IOException {
        AddonReader.Sources sources = reader.read(entry.folder(), new ConfigurationProblems());
        ReleasePreview preview =
                new ReleasePreview(sources.configuration(), sources.read(), planned, basis, reader.findings(sources));
        return preview.write(
                output.resolve("addons").resolve(entry.folder().path().getFileName()), mask);
    }
}
