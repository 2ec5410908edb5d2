package io.github.storemaven.submission;

import io.github.storemaven.check.Finding;
import io.github.storemaven.json.Json;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.SubmissionStatus;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is told of the end of a release, whatever end it is: {@code submission.json}, and what the other result files and
 * a CI service are told is made of it.
 *
 * @param message the sentence of the log's end, in one line
 * @param product empty where the release ended before the product was known
 * @param submissionId the submission that holds what was wanted; empty before there is one
 * @param status of it, as far as it is known
 * @param pending what holds the product's place for a submission, where that is the reason of the end
 * @param plan what was to be changed; empty before that was known, and where nothing was
 * @param warnings of the log, in their order
 * @param findings of the checks, errors and warnings
 * @param tag that the CI service builds; empty where it names none
 * @param next the command or the action that is to follow; empty when nothing is to be done
 */
public record ReleaseReport(
        ReleaseOutcome outcome,
        String message,
        Optional<Product> product,
        Optional<String> submissionId,
        Optional<SubmissionStatus> status,
        Optional<Pending> pending,
        List<ReleasedPackage> packages,
        Optional<Plan> plan,
        List<String> warnings,
        List<Finding> findings,
        Optional<String> next,
        Optional<String> tag,
        boolean rehearsal,
        Activity activity) {
    /**
     * A submission that holds the product's only place for one that is pending.
     *
     * @param madeBy {@code api} or {@code partnerCenter}; empty where it cannot be told
     */
    public record Pending(String submissionId, String status, Optional<String> madeBy) {
        private JsonObject json() {
            JsonObjectBuilder json = Json.PROVIDER
                    .createObjectBuilder()
                    .add("submissionId", submissionId)
                    .add("status", status);
            madeBy.ifPresent(maker -> json.add("madeBy", maker));
            return json.build();
        }
    }

    /**
     * A package of the release.
     *
     * @param bytes its size
     * @param sha256 in hexadecimal digits; empty where nobody has read the whole file
     * @param sent false for one that the Store has already
     */
    public record ReleasedPackage(PackageFile source, long bytes, Optional<String> sha256, boolean sent) {
        /** The file on this machine. */
        public Path file() {
            return source.file();
        }

        private JsonObject json() {
            JsonObjectBuilder json = Json.PROVIDER
                    .createObjectBuilder()
                    .add("file", source.file().toString())
                    .add("fileName", source.name())
                    .add("version", source.version())
                    .add("architecture", source.architecture())
                    .add("bytes", bytes);
            sha256.ifPresent(digest -> json.add("sha256", digest));
            return json.add("sent", sent).build();
        }
    }

    /**
     * When the release was at work, and what it did.
     *
     * @param correlationIds of the last answers of the Store
     * @param counts requests, bytes and seconds; an empty object where the Store was not asked
     */
    public record Activity(Instant startedAt, Instant endedAt, List<String> correlationIds, JsonObject counts) {}

    /** The page of the submission, or of the one that holds its place; empty in a rehearsal and before there is one. */
    public Optional<String> link() {
        return rehearsal
                ? Optional.empty()
                : pending.map(Pending::submissionId)
                        .or(() -> submissionId)
                        .flatMap(id ->
                                product.map(one -> PartnerCenter.page(one, id).toString()));
    }

    /** The version of the packages; empty without packages, and with packages of several versions. */
    public Optional<String> version() {
        List<String> versions =
                packages.stream().map(one -> one.source().version()).distinct().toList();
        return versions.size() == 1 ? Optional.of(versions.get(0)) : Optional.empty();
    }

    /** The content of {@code submission.json}. */
    public JsonObject json() {
        JsonObjectBuilder json = Json.PROVIDER.createObjectBuilder();
        json.add("result", outcome.word());
        json.add("message", message);
        product.ifPresent(one -> json.add("product", one.json()));
        submissionId.ifPresent(id -> json.add("submissionId", id));
        status.ifPresent(one -> json.add("status", one.name()).add("statusDetails", one.details()));
        pending.ifPresent(one -> json.add("pending", one.json()));
        if (rehearsal) {
            json.add("rehearsal", true);
        }
        link().ifPresent(page -> json.add("link", page));
        version().ifPresent(one -> json.add("version", one));
        tag.ifPresent(one -> json.add("tag", one));
        JsonArrayBuilder files = Json.PROVIDER.createArrayBuilder();
        packages.forEach(one -> files.add(one.json()));
        json.add("packages", files);
        next.ifPresent(one -> json.add("next", one));
        json.add("startedAt", activity.startedAt().toString());
        json.add("endedAt", activity.endedAt().toString());
        json.add("correlationIds", Json.PROVIDER.createArrayBuilder(activity.correlationIds()));
        if (!activity.counts().isEmpty()) {
            json.add("counts", activity.counts());
        }
        return json.build();
    }

    /** A heading for a person. */
    public String title() {
        return SummaryMarkdown.title(product.map(Product::toString).orElse(""), outcome, rehearsal);
    }

    /** The values for later steps of a CI job, by name; empty texts where there is nothing to tell. */
    public Map<String, String> outputs() {
        Map<String, String> outputs = outputs(
                outcome,
                product.map(Product::id).orElse(""),
                submissionId,
                status.map(SubmissionStatus::name),
                rehearsal);
        outputs.put("STORE_VERSION", version().orElse(""));
        outputs.put("STORE_LINK", link().orElse(""));
        return outputs;
    }

    /** Those of any release, without a version and a link. */
    public static Map<String, String> outputs(
            ReleaseOutcome outcome,
            String product,
            Optional<String> submissionId,
            Optional<String> status,
            boolean rehearsal) {
        Optional<String> submission = rehearsal ? Optional.empty() : submissionId;
        Map<String, String> outputs = new LinkedHashMap<>();
        outputs.put("STORE_RESULT", outcome.word());
        outputs.put("STORE_PRODUCT", product);
        outputs.put("STORE_SUBMISSION_ID", submission.orElse(""));
        outputs.put("STORE_STATUS", submission.flatMap(id -> status).orElse(""));
        outputs.put("STORE_VERSION", "");
        outputs.put("STORE_LINK", "");
        outputs.put("STORE_REHEARSAL", Boolean.toString(rehearsal));
        return outputs;
    }
}
