package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.catalog.StatusDetails;
import io.github.storemaven.emulator.catalog.Submission;
import io.github.storemaven.emulator.catalog.SubmissionStatus;
import io.github.storemaven.emulator.document.Dates;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.fault.Call;
import io.github.storemaven.emulator.fault.Fault;
import io.github.storemaven.emulator.fault.FaultSwitches;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans when a committed submission enters which state (reference, section 10). */
public final class SubmissionLifecycle {
    private final Duration pace;

    /** @param pace how long each transient state lasts */
    public SubmissionLifecycle(Duration pace) {
        this.pace = pace;
    }

    /** The steps of a commit that is refused. */
    public List<Submission.Step> refused(Instant commit, JsonObject details) {
        return List.of(new Submission.Step(SubmissionStatus.COMMIT_FAILED, commit.plus(pace), details));
    }

    /** The steps of a commit that is accepted and whose packages are refused afterwards. */
    public List<Submission.Step> refusedInProcessing(Instant commit, JsonObject details, JsonObject refused) {
        return List.of(
                new Submission.Step(SubmissionStatus.PRE_PROCESSING, commit.plus(pace), details),
                new Submission.Step(
                        SubmissionStatus.PRE_PROCESSING_FAILED, commit.plus(pace.multipliedBy(2)), refused));
    }

    /**
     * The steps of a commit that is accepted, as far as it comes without Partner Center. A date is not waited for: whoever
     * rehearses wants to see the publication today.
     */
    public List<Submission.Step> accepted(Instant commit, JsonObject document, JsonObject details) {
        boolean manual = Json.text(document, "targetPublishMode").equals("Manual");
        List<Submission.Step> steps = new ArrayList<>();
        Instant at = commit;
        for (SubmissionStatus status : SubmissionStatus.LIFECYCLE.subList(1, SubmissionStatus.LIFECYCLE.size())) {
            if (manual && status == SubmissionStatus.PENDING_PUBLICATION) {
                return steps;
            }
            at = at.plus(pace);
            steps.add(new Submission.Step(status, at, details));
        }
        return steps;
    }

    /** The steps after "Publish now". */
    public List<Submission.Step> released(Instant now, JsonObject details) {
        return List.of(
                new Submission.Step(SubmissionStatus.PENDING_PUBLICATION, now, details),
                new Submission.Step(SubmissionStatus.PUBLISHING, now.plus(pace), details),
                new Submission.Step(SubmissionStatus.PUBLISHED, now.plus(pace.multipliedBy(2)), details));
    }

    /** The steps that do not end well, or not as expected, where a fault is switched on (reference 12.7). */
    public List<Submission.Step> withFaults(FaultSwitches faults, String product, List<Submission.Step> steps) {
        if (taken(faults, product, Fault.Kind.FALL_BACK).isPresent()) {
            Submission.Step first = steps.get(0);
            return List.of(new Submission.Step(SubmissionStatus.PENDING_COMMIT, first.since(), first.details()));
        }
        Optional<Fault> stuck = taken(faults, product, Fault.Kind.STUCK);
        if (stuck.isPresent()) {
            return stuck.get().flag("errors", false) ? List.of(stuckWithErrors(steps.get(0))) : List.of();
        }
        List<Submission.Step> ending = taken(faults, product, Fault.Kind.FAIL)
                .map(fault -> failing(steps, fault))
                .orElse(steps);
        return taken(faults, product, Fault.Kind.SKIP_STATES)
                .map(fault -> skipping(ending, fault))
                .orElse(ending);
    }

    private static Optional<Fault> taken(FaultSwitches faults, String product, Fault.Kind kind) {
        return faults.take(kind, Call.COMMIT_SUBMISSION, product);
    }

    private static Submission.Step stuckWithErrors(Submission.Step first) {
        JsonObject error = StatusDetails.item("ServiceError", "The commit did not end.");
        return new Submission.Step(
                SubmissionStatus.COMMIT_STARTED, first.since(), StatusDetails.with(first.details(), "errors", error));
    }

    /** Ends in a failed state at the time of the state that it fails in. */
    private static List<Submission.Step> failing(List<Submission.Step> steps, Fault fault) {
        SubmissionStatus failed = SubmissionStatus.of(fault.text("state", "CertificationFailed"));
        List<Submission.Step> shorter = new ArrayList<>();
        for (Submission.Step step : steps) {
            boolean here = replaces(failed, step.status());
            if (here) {
                shorter.add(failed(failed, step, fault, shorter.isEmpty() ? step : shorter.get(shorter.size() - 1)));
                return shorter;
            }
            shorter.add(step);
        }
        return shorter;
    }

    /** A failure comes where the next state would have begun. */
    private static boolean replaces(SubmissionStatus failed, SubmissionStatus next) {
        return switch (failed) {
            case COMMIT_FAILED -> next == SubmissionStatus.PRE_PROCESSING;
            case PRE_PROCESSING_FAILED -> next == SubmissionStatus.CERTIFICATION;
            case CERTIFICATION_FAILED -> next == SubmissionStatus.RELEASE;
            case RELEASE_FAILED -> next == SubmissionStatus.PENDING_PUBLICATION;
            default -> next == SubmissionStatus.PUBLISHED;
        };
    }

    private static Submission.Step failed(
            SubmissionStatus status, Submission.Step instead, Fault fault, Submission.Step before) {
        JsonObject error = StatusDetails.item(
                fault.text("code", "ServiceError"), fault.text("details", "A fault switch refused the submission."));
        JsonObject details = StatusDetails.with(before.details(), "errors", error);
        String report = fault.text("report", "");
        if (!report.isEmpty()) {
            details = StatusDetails.with(
                    details, "certificationReports", StatusDetails.report(Dates.text(instead.since()), report));
        }
        return new Submission.Step(status, instead.since(), details);
    }

    /** Skipped states take no time: the next one begins when they would have. */
    private static List<Submission.Step> skipping(List<Submission.Step> steps, Fault fault) {
        List<String> skipped = fault.texts("states");
        return steps.stream()
                .filter(step ->
                        !skipped.contains(step.status().apiName()) || step.status() == SubmissionStatus.PUBLISHED)
                .toList();
    }
}
