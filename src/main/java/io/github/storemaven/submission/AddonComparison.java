package io.github.storemaven.submission;

import io.github.storemaven.document.PriceGuard;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseOptions.OnRollout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Compares what an add-on's folder asks for with what the Store holds, by reading only: one request for one that is published. */
final class AddonComparison {
    private final StoreClient store;
    private final AddonReader reader;
    private final OnPending onPending;
    private final Path draftRecord;
    private final ReleaseLog log;

    AddonComparison(StoreClient store, AddonReader reader, OnPending onPending, Path draftRecord, ReleaseLog log) {
        this.store = store;
        this.reader = reader;
        this.onPending = onPending;
        this.draftRecord = draftRecord;
        this.log = log;
    }

    /**
     * What a comparison found.
     *
     * @param problems why nothing may be sent
     */
    record Compared(StoreState state, PlannedRelease planned, ConfigurationProblems problems) {
        /** Whether there is nothing to send and nothing to wait for. */
        boolean isUnchanged() {
            return planned.plan().isEmpty() && state.pendingId().isEmpty();
        }

        /** The prices that change, each in a sentence. */
        List<String> prices() {
            return PriceGuard.changes(planned.plan().changes());
        }
    }

    /** Reads the folder once more, and what the Store holds. */
    Compared compare(AddonEntry entry) throws StoreRefusedException, IOException, InterruptedException {
        ConfigurationProblems problems = new ConfigurationProblems();
        AddonReader.Sources sources = reader.read(entry.folder(), problems);
        StoreState state = entry.read(store);
        PlannedRelease planned = PlannedRelease.of(
                state,
                entry.product(),
                sources.request(),
                onPending,
                OnRollout.FAIL,
                Optional.empty(),
                draftRecord,
                new AddonLog(log, entry.productId()));
        if (!planned.plan().isEmpty()) {
            check(sources, state, planned, entry.folder().name() + ": ", problems);
        }
        return new Compared(state, planned, problems);
    }

    private static void check(
            AddonReader.Sources sources,
            StoreState state,
            PlannedRelease planned,
            String place,
            ConfigurationProblems problems) {
        sources.checks()
                .merged(sources.request(), List.of())
                .apply(state.publishedOrBlank(), planned.checked())
                .lines()
                .forEach(line -> problems.add(place + line));
        try {
            if (planned.isUpdate()) {
                planned.plan().guardPrice();
            }
        } catch (ReleaseRefusedException refused) {
            problems.add(place + refused.getMessage());
        }
    }
}
