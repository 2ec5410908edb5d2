package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.catalog.Catalog;
import io.github.storemaven.emulator.catalog.Product;
import io.github.storemaven.emulator.catalog.ProductResource;
import io.github.storemaven.emulator.catalog.StatusDetails;
import io.github.storemaven.emulator.catalog.StoreBehaviour;
import io.github.storemaven.emulator.catalog.Submission;
import io.github.storemaven.emulator.catalog.SubmissionStatus;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.fault.Call;
import io.github.storemaven.emulator.fault.Fault;
import io.github.storemaven.emulator.fault.FaultSwitches;
import io.github.storemaven.emulator.storage.UploadContainer;
import io.github.storemaven.emulator.web.OperatorRemarks;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Processes commits: opens the upload, judges it, and plans the lifecycle. The outcome is found at once, and shows when
 * the clock says so (reference 5.9, 12.5).
 */
public final class CommitProcessing {
    private final Catalog catalog;
    private final UploadContainer uploads;
    private final StoreBehaviour behaviour;
    private final FaultSwitches faults;
    private final OperatorRemarks remarks;
    private final Path folder;

    /** @param folder for files that are needed for a moment */
    public CommitProcessing(
            Catalog catalog,
            UploadContainer uploads,
            StoreBehaviour behaviour,
            FaultSwitches faults,
            OperatorRemarks remarks,
            Path folder) {
        this.catalog = catalog;
        this.uploads = uploads;
        this.behaviour = behaviour;
        this.faults = faults;
        this.remarks = remarks;
        this.folder = folder;
    }

    /** One commit, from its begin to its outcome. */
    public final class Commit {
        private final Product product;
        private final Submission submission;
        private final JsonObject document;
        private final UploadedFiles files;

        private Commit(Product product, Submission submission) {
            this.product = product;
            this.submission = submission;
            this.document = submission.document();
            this.files = new UploadedFiles(product.type(), document, folder);
        }

        /**
         * Reads the upload and plans what follows. The upload may be large: meanwhile the submission is in {@code
         * CommitStarted}, and others are served. When it cannot be read, the submission is a draft again.
         */
        public void run() throws IOException {
            boolean read = false;
            try {
                files.read(submission.upload().flatMap(uploads::data));
                read = true;
            } finally {
                boolean whole = read;
                catalog.update(all -> whole ? plan() : draftAgain());
            }
        }

        private Submission draftAgain() {
            enter(SubmissionStatus.PENDING_COMMIT);
            return submission;
        }

        private void enter(SubmissionStatus status) {
            submission.enter(
                    new Submission.Step(status, catalog.now(), submission.details()), List.of(), Optional.empty());
        }

        private Submission plan() {
            Outcome outcome = judge();
            String subject = submission.friendlyName() + " of " + product.type().label() + " " + product.id() + ": ";
            outcome.causes().forEach(cause -> remarks.add(subject + cause));
            boolean accepted = outcome.errors().isEmpty();
            JsonObject after = accepted ? withoutDropped(outcome.document()) : outcome.document();
            submission.replacePackages(accepted ? outcome.packages() : Map.of());
            Submission.Step now =
                    new Submission.Step(SubmissionStatus.COMMIT_STARTED, submission.since(), submission.details());
            SubmissionLifecycle lifecycle = new SubmissionLifecycle(behaviour.pace());
            List<Submission.Step> steps =
                    lifecycle.withFaults(faults, product.id(), steps(lifecycle, now, outcome, after));
            submission.enter(now, steps, accepted ? Optional.of(after) : Optional.empty());
            return submission;
        }

        private static List<Submission.Step> steps(
                SubmissionLifecycle lifecycle, Submission.Step now, Outcome outcome, JsonObject after) {
            if (!outcome.errors().isEmpty()) {
                return lifecycle.refused(now.since(), outcome.details(outcome.errors()));
            }
            return outcome.processingErrors().isEmpty()
                    ? lifecycle.accepted(now.since(), after, outcome.details(outcome.errors()))
                    : lifecycle.refusedInProcessing(
                            now.since(),
                            outcome.details(outcome.errors()),
                            outcome.details(outcome.processingErrors()));
        }

        private Outcome judge() {
            Product application = catalog.applicationOf(product);
            CommitChecks checks = new CommitChecks(product, document);
            List<JsonObject> errors = new ArrayList<>(files.errors());
            List<String> causes = new ArrayList<>(files.causes());
            if (errors.isEmpty()) {
                errors.addAll(checks.incomplete(behaviour.on(StoreBehaviour.Switch.AGE_RATINGS_DONE)));
                causes.addAll(checks.causes());
            }
            JsonObject after = errors.isEmpty()
                    ? new CommittedDocument(catalog, files.packages(), product).of(document)
                    : document;
            PackageRules rules = new PackageRules(product, application, files.packages());
            if (errors.isEmpty()) {
                errors.addAll(rules.errors(after));
                errors.addAll(
                        behaviour.on(StoreBehaviour.Switch.TITLES_STRICT)
                                ? CommitChecks.titlesOfPackages(after)
                                : List.of());
            }
            if (errors.isEmpty() && application.adoptsIdentity()) {
                files.packages().values().stream().findFirst().ifPresent(first -> adoptIdentity(application, first));
            }
            return new Outcome(
                    errors,
                    errors.isEmpty() ? rules.usedNames(catalog) : List.of(),
                    checks.warnings(after, files.packages()),
                    causes,
                    rules.digests(),
                    errors.isEmpty() ? after : document);
        }

        /** A report tells of a Store that took the commit, lost the new package without a word, and kept the old one. */
        private JsonObject withoutDropped(JsonObject after) {
            String member = product.type().packagesMember();
            if (member.isEmpty()
                    || faults.take(Fault.Kind.DROP_PACKAGES, Call.COMMIT_SUBMISSION, product.id())
                            .isEmpty()) {
                return after;
            }
            JsonObject published = product.published()
                    .map(Submission::document)
                    .orElseGet(() -> product.type().defaultDocument());
            return Json.with(after, member, Json.items(published, member));
        }
    }

    /** Begins the commit of a draft; whoever calls holds the catalog's lock. */
    public Commit begin(Product product, Submission submission) {
        Commit commit = new Commit(product, submission);
        commit.enter(SubmissionStatus.COMMIT_STARTED);
        return commit;
    }

    private static void adoptIdentity(Product application, PackageFacts first) {
        application.replaceMembers(
                ProductResource.withIdentity(application.members(), first.name(), first.publisher()));
        application.adoptIdentity(false);
    }

    /**
     * How a commit ends.
     *
     * @param errors {@code {code, details}}; none when the data are accepted
     * @param processingErrors what is found wrong after the data were accepted
     * @param warnings {@code {code, details}}
     * @param causes what errors mean that name no cause, for whoever runs this Store
     * @param packages the digests of the new packages, by their full names
     * @param document the document with its files taken over; as it was when there are errors
     */
    private record Outcome(
            List<JsonObject> errors,
            List<JsonObject> processingErrors,
            List<JsonObject> warnings,
            List<String> causes,
            Map<String, String> packages,
            JsonObject document) {
        Outcome {
            errors = List.copyOf(errors);
            processingErrors = List.copyOf(processingErrors);
            warnings = List.copyOf(warnings);
            causes = List.copyOf(causes);
            packages = new LinkedHashMap<>(packages);
        }

        JsonObject details(List<JsonObject> which) {
            return StatusDetails.of(which, warnings, List.of());
        }
    }
}
