package io.github.storemaven.submission;

import io.github.storemaven.json.Json;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.submission.AddonComparison.Compared;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a release of many add-ons would change now, found by reading only. */
public final class AddonsPlan {
    private final StoreClient store;
    private final AddonReader reader;
    private final OnPending onPending;
    private final Path draftRecord;
    private final boolean isWhole;
    private final ReleaseLog log;
    private final JsonArrayBuilder addons = Json.PROVIDER.createArrayBuilder();
    private final StringBuilder markdown = new StringBuilder();

    /**
     * A plan.
     *
     * @param draftRecord where a release notes its drafts
     * @param isWhole whether no value is cut
     */
    public AddonsPlan(
            StoreClient store,
            AddonReader reader,
            OnPending onPending,
            Path draftRecord,
            boolean isWhole,
            ReleaseLog log) {
        this.isWhole = isWhole;
        this.store = store;
        this.reader = reader;
        this.onPending = onPending;
        this.draftRecord = draftRecord;
        this.log = log;
    }

    /**
     * Compares one after the other, and tells of each.
     *
     * @param problems take why a release would send nothing
     */
    public AddonsPlan of(List<AddonEntry> entries, Product.Application application, ConfigurationProblems problems)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        new AddonList(store, application).match(entries);
        AddonComparison comparison = new AddonComparison(store, reader, onPending, draftRecord, log);
        for (AddonEntry entry : entries) {
            Compared compared = comparison.compare(entry);
            compared.problems().lines().forEach(problems::add);
            tell(entry, compared.planned());
        }
        return this;
    }

    private void tell(AddonEntry entry, PlannedRelease planned) {
        Plan plan = planned.plan();
        String base = planned.description() + (entry.isListed() ? "" : "; the add-on is created first");
        log.info("Plan for add-on " + entry.productId() + " on " + base);
        plan.lines(isWhole).forEach(log::info);
        plan.warnings().forEach(line -> log.warn(entry.productId() + ": " + line));
        planned.pending()
                .flatMap(PlannedRelease.Pending::reason)
                .ifPresent(reason -> log.warn(entry.productId() + ": submit-addons would stop: " + reason));
        addons.add(Json.PROVIDER
                .createObjectBuilder()
                .add("productId", entry.productId())
                .addAll(Json.PROVIDER.createObjectBuilder(planned.json())));
        markdown.append(PlanMarkdown.of(plan, isWhole)).append('\n');
    }

    /** {@code {"addons": [{"productId", "changes", "files"}]}}. */
    public JsonObject json() {
        return Json.PROVIDER.createObjectBuilder().add("addons", addons).build();
    }

    /** The same for people. */
    public String markdown() {
        return markdown.toString();
    }
}
