package io.github.storemaven.goal;

import io.github.storemaven.json.Json;
import io.github.storemaven.service.CallRecord;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.submission.Outcome;
import io.github.storemaven.submission.ReplacedFile;
import io.github.storemaven.text.Secrets;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine-readable result of a release (design, section 1). */
final class ResultFile {
    private ResultFile() {}

    /** Where it is in the folder for result files. */
    static Path in(Path output) {
        return output.resolve("submission.json");
    }

    /** Takes away the result of an earlier release, which would be taken for that of one that came to no end. */
    static void forget(Path output) throws IOException {
        Files.deleteIfExists(in(output));
    }

    /** The result as JSON; {@code bytes} and {@code seconds} are those of the upload and of the whole release. */
    static JsonObject of(Outcome outcome, CallRecord calls, long bytes, double seconds) {
        JsonObjectBuilder result = Json.PROVIDER.createObjectBuilder();
        result.add("product", product(outcome.product()));
        result.add("submissionId", outcome.submissionId());
        result.add("status", outcome.status().name());
        result.add("statusDetails", outcome.status().details());
        result.add(
                "link",
                PartnerCenter.page(outcome.product(), outcome.submissionId()).toString());
        result.add("correlationIds", Json.PROVIDER.createArrayBuilder(calls.correlationIds()));
        result.add(
                "counts",
                Json.PROVIDER
                        .createObjectBuilder()
                        .add("requests", calls.requests())
                        .add("bytes", bytes)
                        .add("seconds", seconds));
        return result.build();
    }

    static void write(Path file, JsonObject result) throws IOException {
        write(file, result, new Secrets());
    }

    /** Writes what texts of others are in, without the secrets of this run. */
    static void write(Path file, JsonObject result, Secrets secrets) throws IOException {
        ReplacedFile.write(file, secrets.mask(Json.indented(result)));
    }

    private static JsonObject product(Product product) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("kind", product.kind())
                .add("id", product.id())
                .build();
    }
}
