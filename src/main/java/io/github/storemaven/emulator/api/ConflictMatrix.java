package io.github.storemaven.emulator.api;

import io.github.storemaven.emulator.catalog.PackageRollout;
import io.github.storemaven.emulator.catalog.Product;
import io.github.storemaven.emulator.catalog.StoreBehaviour;
import io.github.storemaven.emulator.catalog.Submission;
import io.github.storemaven.emulator.document.ProductType;
import io.github.storemaven.emulator.document.ServiceErrorException;
import io.github.storemaven.emulator.fault.Call;

/**
 * Which call gets a 409 (Conflict), by the call matrix of reference 12.1: a row is a state of a submission with its origin and its rollout, a column is a call
 * that changes something. Reading is always allowed.
 */
enum ConflictMatrix {
    // update, commit, delete, rollout, create
    DRAFT(Cell.OK, Cell.OK, Cell.OK, Cell.NO_ROLLOUT, Cell.EXISTS),
    DRAFT_OF_PARTNER_CENTER(Cell.NOT_OURS, Cell.NOT_OURS, Cell.NOT_OURS, Cell.NO_ROLLOUT, Cell.EXISTS),
    DRAFT_EDITED_IN_PARTNER_CENTER(Cell.NOT_OURS, Cell.NOT_OURS, Cell.OK, Cell.NO_ROLLOUT, Cell.EXISTS),
    COMMITTED(Cell.NO_DRAFT, Cell.NO_DRAFT, Cell.NO_DRAFT, Cell.NO_ROLLOUT, Cell.EXISTS),
    FAILED(Cell.NO_DRAFT, Cell.NO_DRAFT, Cell.OK, Cell.NO_ROLLOUT, Cell.EXISTS),
    PUBLISHED(Cell.NO_DRAFT, Cell.NO_DRAFT, Cell.NO_DRAFT, Cell.NO_ROLLOUT, Cell.OK),
    IN_ROLLOUT(Cell.NO_DRAFT, Cell.NO_DRAFT, Cell.NO_DRAFT, Cell.OK, Cell.EXISTS),
    CANCELED(Cell.NO_DRAFT, Cell.NO_DRAFT, Cell.NO_DRAFT, Cell.NO_ROLLOUT, Cell.OK);

    private final Cell update;
    private final Cell commit;
    private final Cell delete;
    private final Cell rollout;
    private final Cell create;

    ConflictMatrix(Cell update, Cell commit, Cell delete, Cell rollout, Cell create) {
        this.update = update;
        this.commit = commit;
        this.delete = delete;
        this.rollout = rollout;
        this.create = create;
    }

    /** What a call gets. */
    private enum Cell {
        OK,
        NOT_OURS,
        NO_DRAFT,
        NO_ROLLOUT,
        EXISTS;

        void require(String target, String whatCannotBeDone) throws ServiceErrorException {
            switch (this) {
                case NOT_OURS -> throw ServiceErrorException.notMadeByApi();
                case NO_DRAFT -> throw ServiceErrorException.noDraft(target, whatCannotBeDone);
                case NO_ROLLOUT -> throw ServiceErrorException.noRollout();
                case EXISTS -> throw ServiceErrorException.submissionExists();
                case OK -> {
                    // It runs.
                }
            }
        }
    }

    private static ConflictMatrix of(Submission submission) {
        return switch (submission.status()) {
            case PENDING_COMMIT -> draft(submission.origin());
            case PUBLISHED -> PackageRollout.isInProgress(submission) ? IN_ROLLOUT : PUBLISHED;
            case CANCELED -> CANCELED;
            default -> submission.status().isFailed() ? FAILED : COMMITTED;
        };
    }

    private static ConflictMatrix draft(Submission.Origin origin) {
        return switch (origin) {
            case API -> DRAFT;
            case PARTNER_CENTER -> DRAFT_OF_PARTNER_CENTER;
            case EDITED -> DRAFT_EDITED_IN_PARTNER_CENTER;
        };
    }

    /** Refuses a call that the state of a submission does not allow; creating is a call beside this submission. */
    static void require(Call call, Submission submission) throws ServiceErrorException {
        ConflictMatrix row = of(submission);
        switch (call) {
            case UPDATE_SUBMISSION -> row.update.require("submission", "updated");
            case COMMIT_SUBMISSION -> row.commit.require("submission", "committed");
            case DELETE_SUBMISSION -> row.delete.require("submissionId", "deleted");
            case UPDATE_ROLLOUT, HALT_ROLLOUT, FINALIZE_ROLLOUT -> row.rollout.require("", "");
            case CREATE_SUBMISSION -> row.create.require("", "");
            default -> {
                // Reads.
            }
        }
    }

    /** Refuses a new submission beside what the product has. */
    static void requireCreatable(Product product, StoreBehaviour behaviour) throws ServiceErrorException {
        if (product.pending().isPresent()) {
            require(Call.CREATE_SUBMISSION, product.pending().get());
        }
        if (product.published().isPresent()) {
            require(Call.CREATE_SUBMISSION, product.published().get());
        } else if (product.type() == ProductType.APPLICATION
                && behaviour.on(StoreBehaviour.Switch.FIRST_SUBMISSION_REFUSED)) {
            throw ServiceErrorException.submissionExists();
        }
    }
}
