package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.document.Dates;
import io.github.storemaven.emulator.fault.Fault;
import io.github.storemaven.emulator.fault.FaultKind;
import io.github.storemaven.emulator.fault.Faults;
import io.github.storemaven.emulator.product.Status;
import io.github.storemaven.emulator.product.StatusDetails;
import io.github.storemaven.emulator.product.Step;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ways through the states that do not end well, or not as expected (reference 12.7). */
record FaultyWay(Faults faults, String product) {
    List<Step> spoil(List<Step> way) {
        if (struck(FaultKind.FALL_BACK).isPresent()) {
            Step first = way.get(0);
            return List.of(new Step(Status.PENDING_COMMIT, first.since(), first.details()));
        }
        Optional<Fault> stuck = struck(FaultKind.STUCK);
        if (stuck.isPresent()) {
            return stuck.get().flag("errors", false) ? List.of(stuckWithErrors(way.get(0))) : List.of();
        }
        List<Step> ending =
                struck(FaultKind.FAIL).map(fault -> failing(way, fault)).orElse(way);
        return struck(FaultKind.SKIP_STATES)
                .map(fault -> skipping(ending, fault))
                .orElse(ending);
    }

    private Optional<Fault> struck(FaultKind kind) {
        return faults.take(kind, Call.COMMIT_SUBMISSION.word(), product);
    }

    private static Step stuckWithErrors(Step first) {
        JsonObject error = StatusDetails.item("ServiceError", "The commit did not end.");
        return new Step(Status.COMMIT_STARTED, first.since(), StatusDetails.with(first.details(), "errors", error));
    }

    /** Ends in a failed state at the time of the state that it fails in. */
    private static List<Step> failing(List<Step> way, Fault fault) {
        Status failed = Status.of(fault.text("state", "CertificationFailed"));
        List<Step> shorter = new ArrayList<>();
        for (Step step : way) {
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
    private static boolean replaces(Status failed, Status next) {
        return switch (failed) {
            case COMMIT_FAILED -> next == Status.PRE_PROCESSING;
            case PRE_PROCESSING_FAILED -> next == Status.CERTIFICATION;
            case CERTIFICATION_FAILED -> next == Status.RELEASE;
            case RELEASE_FAILED -> next == Status.PENDING_PUBLICATION;
            default -> next == Status.PUBLISHED;
        };
    }

    private static Step failed(Status status, Step instead, Fault fault, Step before) {
        JsonObject error = StatusDetails.item(
                fault.text("code", "ServiceError"), fault.text("details", "A fault switch refused the submission."));
        JsonObject details = StatusDetails.with(before.details(), "errors", error);
        String report = fault.text("report", "");
        if (!report.isEmpty()) {
            details = StatusDetails.with(
                    details, "certificationReports", StatusDetails.report(Dates.text(instead.since()), report));
        }
        return new Step(status, instead.since(), details);
    }

    /** Skipped states take no time: the next one begins when they would have. */
    private static List<Step> skipping(List<Step> way, Fault fault) {
        List<String> skipped = fault.texts("states");
        return way.stream()
                .filter(step -> !skipped.contains(step.status().word()) || step.status() == Status.PUBLISHED)
                .toList();
    }
}
