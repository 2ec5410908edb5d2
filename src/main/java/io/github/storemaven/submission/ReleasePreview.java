package io.github.storemaven.submission;

import io.github.storemaven.check.Findings;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.preview.Preview;
import io.github.storemaven.preview.PreviewRequest;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The page of what customers would see after a release.
 *
 * @param planned what the release would do to what the Store holds; empty where the Store was not asked
 * @param basis sentences that tell what the page is made of
 */
public record ReleasePreview(
        ReleaseConfiguration configuration,
        ReleaseRequestReader.Result sources,
        Optional<PlannedRelease> planned,
        String basis,
        Findings findings) {
    /**
     * Writes it.
     *
     * @param output the folder of the results
     * @param mask takes the secrets of this build out of a text
     * @return what was written, for a log
     */
    public String write(Path output, UnaryOperator<String> mask) throws IOException {
        ReleaseRequest request = sources.request();
        JsonObject document =
                planned.map(plan -> plan.plan().merged()).orElseGet(() -> request.applyTo(JsonValue.EMPTY_JSON_OBJECT));
        return Preview.write(
                new PreviewRequest(
                        request.type(),
                        product(configuration.product()),
                        document,
                        planned.map(PlannedRelease::published),
                        basis,
                        name -> request.files().find(name),
                        packages(),
                        findings,
                        configuration.folder(),
                        mask),
                output);
    }

    /** How pages name the product, before its id is asked for. */
    public static String product(ProductSelector product) {
        return product.isUnnamed() ? "the app of this folder" : product.named();
    }

    private Map<String, PackageInfo> packages() {
        Map<String, PackageInfo> packages = new HashMap<>();
        for (PackageFile file : sources.request().packages()) {
            sources.packages().stream()
                    .filter(info -> info.file().equals(file.file()))
                    .forEach(info -> packages.put(file.name(), info));
        }
        return packages;
    }
}
