package io.github.storemaven.goal;

import io.github.storemaven.json.Json;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.RequestLog;
import io.github.storemaven.submission.ReleaseResult;
import io.github.storemaven.text.ReplacedFile;
import io.github.storemaven.text.Secrets;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The machine-readable result of a release: {@code submission.json} is the last product's, and each product of a build has
 * its own besides.
 *
 * @param output the folder for result files
 * @param rehearsal whether the submission exists in the embedded Store only
 */
record ResultFile(Path output, boolean rehearsal) {
    /** Where the result of the last product is. */
    Path last() {
        return output.resolve("submission.json");
    }

    /** Where the result of this product is, whatever others the build releases. */
    Path of(Product product) {
        return output.resolve("submission-" + product.id() + ".json");
    }

    /** Deletes the result of an earlier release, which would be taken for that of one that came to no end. */
    void forget() throws IOException {
        Files.deleteIfExists(last());
    }

    /** The same for a product, once its id is known. */
    void forget(Product product) throws IOException {
        Files.deleteIfExists(of(product));
    }

    /** Writes the result at both places; {@code bytes} are those of the upload. */
    void write(ReleaseResult outcome, RequestLog calls, long bytes, ReleaseClock clock, Secrets secrets)
            throws IOException {
        JsonObject result = json(outcome, calls, bytes, clock);
        write(of(outcome.product()), result, secrets);
        write(last(), result, secrets);
    }

    /** The result as JSON. */
    JsonObject json(ReleaseResult outcome, RequestLog calls, long bytes, ReleaseClock clock) {
        JsonObjectBuilder result = Json.PROVIDER.createObjectBuilder();
        result.add("product", outcome.product().json());
        result.add("submissionId", outcome.submissionId());
        result.add("status", outcome.status().name());
        result.add("statusDetails", outcome.status().details());
        if (rehearsal) {
            result.add("rehearsal", true);
        } else {
            result.add(
                    "link",
                    PartnerCenter.page(outcome.product(), outcome.submissionId())
                            .toString());
        }
        result.add("correlationIds", Json.PROVIDER.createArrayBuilder(calls.correlationIds()));
        result.add(
                "counts",
                Json.PROVIDER
                        .createObjectBuilder()
                        .add("requests", calls.requests())
                        .add("bytes", bytes)
                        .add("seconds", clock.seconds())
                        .add("parts", clock.parts()));
        return result.build();
    }

    static void write(Path file, JsonObject result) throws IOException {
        write(file, result, new Secrets());
    }

    /** Writes what texts of others are in, without the secrets of this run. */
    static void write(Path file, JsonObject result, Secrets secrets) throws IOException {
        ReplacedFile.write(file, secrets.mask(Json.indented(result)));
    }
}
