package io.github.storemaven.submission;

import io.github.storemaven.check.Findings;
import io.github.storemaven.http.Durations;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.text.ByteSize;
import io.github.storemaven.text.ForeignText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a release does, an event a method. The words are here, so that the messages of a release are found in one place; who
 * shows them, and where, is the subclass's.
 */
public abstract class ReleaseLog {
    static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Of a product's name. */
    private static final int MAX_TITLE = 60;

    private Optional<String> title = Optional.empty();
    private List<PackageFile> notSent = List.of();

    /** A line for a release manager. */
    public abstract void info(String line);

    /** A line that somebody has to act on. */
    public abstract void warn(String line);

    /** A line of several that fail the build. */
    public void error(String line) {
        warn(line);
    }

    /** A line that several goals of a build have for the same module, and tell once. */
    protected void once(String line) {
        info(line);
    }

    /** A check has found something. */
    protected void found(Findings findings) {}

    /** A line of what changes, which may have colours. */
    protected void change(String line) {
        info(line);
    }

    /** Whether changes are shown whole (store.fullDiff). */
    protected boolean showsAll() {
        return false;
    }

    /** An upload begins, beside the update. */
    protected void uploadBegins() {}

    /** The upload has ended, in one way or the other; told by another thread. */
    protected void uploadEnds() {}

    /** The draft is updated and checked. */
    protected void updateEnds() {}

    /** The Store has accepted the commit. */
    protected void accepted() {}

    final void onItsWay(String id, String status) {
        info("Submission " + id + " has all that this release sends already (" + status + ")");
    }

    /** Another submission holds the only place of the product for one that is pending. */
    final void waitsForPlace(String named, String state, Instant end, Duration timeout) {
        info(named + " is in the state " + state + ". Waiting for it to end, until "
                + end.truncatedTo(ChronoUnit.MINUTES) + " (store.busyTimeout is " + Durations.readable(timeout) + ")");
    }

    final void placeMayBeFree(String id, String state, String after) {
        info("Submission " + id + " is " + state + " after " + after + " of waiting. Everything is looked at again");
    }

    final void overtaken(String version) {
        warn("Nothing was sent: version " + version + " was published while this release waited, and an older version"
                + " must not follow it");
    }

    final void pendingBesides(String id, Product product, String page) {
        info("Submission " + id + " of " + product + " is pending as well; it was not changed. " + page);
    }

    /** An edit of Partner Center is told before the Store is asked to take ours, which it then refuses. */
    final void resumes(String reason, List<String> edits, String page) {
        if (edits.isEmpty()) {
            info(reason);
        } else {
            warn(reason + ". It contains what this run does not send: " + ForeignText.list(edits)
                    + ". If it was edited in Partner Center, the API can no longer change or commit it: delete it there,"
                    + " and run the same command again; or submit it there, and the next run tells what still differs: "
                    + page);
        }
    }

    /** @param isForeign whether this project does not know the submission that is deleted */
    final void recreates(String reason, boolean isForeign) {
        if (isForeign) {
            warn(reason);
        } else {
            info(reason);
        }
    }

    /** Once a run, whether or not something changes. */
    public final void releaseNotes(Plan plan) {
        plan.releaseNotes().ifPresent(notes -> {
            if (notes.isWarning()) {
                warn(notes.line());
            } else {
                info(notes.line());
            }
        });
    }

    final void plan(Plan plan) {
        title = plan.title();
        notSent = plan.notSent();
        plan.lines(showsAll()).forEach(this::change);
        plan.warnings().forEach(this::warn);
    }

    /**
     * The end of a release that the Store has accepted.
     *
     * @param packages of the request
     * @param times of its parts, in one line
     */
    public final void released(ReleaseResult result, List<PackageFile> packages, String times) {
        String state = ForeignText.oneLine(result.status().name());
        info(reached(state) + " " + result.product()
                + title.map(name -> " (" + ForeignText.oneLine(name, MAX_TITLE) + ")")
                        .orElse(""));
        packages.forEach(one -> {
            boolean had = notSent.contains(one);
            info((had ? "  Not sent: " : "  Package ") + one.file().getFileName() + " (version " + one.version() + ", "
                    + one.architecture() + ")" + (had ? ", which the Store has already" : ""));
        });
        info("Submission " + result.submissionId() + " is in the state " + state + meaning(state) + ". "
                + PartnerCenter.page(result.product(), result.submissionId()));
        if (state.equals("PreProcessing") || state.equals("Certification")) {
            info("Customers get it after the certification, which takes hours, at times days; mvn store:status tells"
                    + " how far it is");
        }
        info(times);
    }

    final void storesNothing(String id) {
        warn("Draft " + id + " does not keep the update, a known fault of the Store; creating a new draft");
    }

    final void addressExpired(String id) {
        warn("The upload address of draft " + id + " has expired and the Store gave no other");
    }

    final void discarded(String id) {
        info("Deleted draft " + id + ", which this run will not commit");
    }

    final void notDiscarded(String id, Exception problem) {
        warn("Draft " + id + " is kept: " + problem.getMessage());
    }

    final void noFiles() {
        info("No file to upload");
    }

    /** @param updates whether the draft is updated meanwhile */
    final void uploads(long bytes, boolean updates) {
        info("Uploading a ZIP of " + ByteSize.of(bytes) + (updates ? " while the Store updates the draft" : ""));
    }

    /** @param updates whether the update of the draft has not ended */
    final void uploaded(String summary, boolean updates) {
        info("Uploaded " + summary + (updates ? "; waiting for the update of the draft" : ""));
    }

    /** The update goes on, so that a later run can use the draft; it may be what the release fails by as well. */
    final void uploadFailed(Exception problem) {
        String reason = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        warn("The upload has failed; waiting for the update of the draft. The reason: " + ForeignText.oneLine(reason));
    }

    final void waitsForUpload() {
        info("The draft is updated; waiting for the upload");
    }

    final void leftAsDraft(String id) {
        info("Left submission " + id + " as a draft (store.commit is false). To publish it, run the same command"
                + " without store.commit=false. A run with other files or texts deletes it, unless store.onPending is"
                + " resume or fail");
        info("Do not edit or submit this draft in Partner Center: the API can no longer commit what was edited"
                + " there, and what was sent by API, packages included, is lost");
    }

    final void committed(String id) {
        info("Committed submission " + id + ": the Store has all of it");
    }

    final void publishedAfterTheWait(String date, String timeout) {
        info("It is published at its targetPublishDate, " + date
                + ", after this wait has to end (store.timeout is " + timeout
                + "): the wait ends when it is certified");
    }

    final void rollout(RolloutState state) {
        info("Rollout of submission " + state.submissionId() + " of " + state.product() + ": "
                + RolloutState.words(state.rollout()));
    }

    final void rolloutUnchanged() {
        info("That is the case already; nothing was changed");
    }

    final void rolloutLowered(String from, String to) {
        warn(from + " -> " + to + " lowers the rollout. Partner Center only speaks of raising it, and customers who"
                + " have the packages keep them");
    }

    final void rolloutChanged(RolloutState state, String before) {
        info("Rollout of submission " + state.submissionId() + " of " + state.product() + ": " + before + " -> "
                + state.rollout().share());
        if (state.rollout().isAt(BigDecimal.valueOf(100))) {
            info(
                    "100 % is not the end of a rollout: the Store takes no next submission before it is finalized, with mvn"
                            + " store:rollout \"-Dstore.rolloutAction=finalize\"");
        }
    }

    final void rolloutHalted(RolloutState state) {
        rollout(state);
        info("Customers who have the packages keep them. " + RolloutState.AFTER_HALT);
    }

    final void finalizesFirst(RolloutState state) {
        warn("Finalizing the rollout of submission " + state.submissionId() + " first ("
                + state.rollout().share()
                + " of the customers get it, store.onRollout is finalize): everybody gets it");
    }

    final void waits(String id, Product product, SubmissionStatus status, WaitFor goal, Duration timeout) {
        info("Waiting until " + end(goal, "submission " + id + " of " + product) + ", at most "
                + Durations.readable(timeout) + " (now " + ForeignText.oneLine(status.name()) + ")");
    }

    private static String end(WaitFor goal, String submission) {
        return switch (goal) {
            case NONE, COMMIT -> "the Store has accepted " + submission;
            case CERTIFICATION -> submission + " is certified";
            case PUBLICATION -> submission + " is published";
        };
    }

    /** How far a state is, before the product's name. */
    public static String reached(String state) {
        return switch (state) {
            case "Published" -> "Published";
            case "CommitStarted" -> "Committed";
            default -> "The Store has accepted";
        };
    }

    /** What a state means; itself where nobody documented it, or where it means what it is called. */
    private static String words(String state) {
        return switch (state) {
            case "PreProcessing" -> "accepted";
            case "Certification" -> "in certification";
            case "Release" -> "certified";
            case "PendingPublication" -> "certified, to be published";
            default -> state;
        };
    }

    /** The words in brackets; nothing where a state means what it is called. */
    private static String meaning(String state) {
        String words = words(state);
        return words.equals(state) ? "" : " (" + words + ")";
    }

    /** Certified, and a person has to publish it. @return the line */
    public final String awaitsPublishNow(Product product, String id) {
        String line = "Submission " + id
                + " is certified. Publish it by hand in Partner Center (\"Publish now\"; targetPublishMode is Manual): "
                + PartnerCenter.page(product, id);
        warn(line);
        return line;
    }

    /** Certified, and published by the Store at its date. @return the line */
    public final String awaitsItsDate(Product product, String id) {
        String line = "Submission " + id
                + " is certified; the Store publishes it at its targetPublishDate, which no run has to" + " wait for: "
                + PartnerCenter.page(product, id);
        info(line);
        return line;
    }

    final void nothingPending(Product product) {
        info("Nothing of " + product + " is pending; nothing was deleted");
    }

    final void canceledAlready(Product product, String id) {
        info("Submission " + id + " of " + product + " was canceled in Partner Center already; nothing was deleted");
    }

    final void deletes(Product product, String id, String what, Collection<String> files) {
        info("Deleting submission " + id + " of " + product + ", " + what
                + (files.isEmpty() ? "" : "; it waits for " + ForeignText.list(files)));
    }

    final void deleted(String id) {
        info("Deleted submission " + id);
    }

    final void stateChanged(String from, String to, String after) {
        String words = words(to);
        info((words.equals(to) ? to : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)) + " after "
                + after + " (" + from + " -> " + to + ")");
    }

    final void sameState(String state, String duration, Instant since) {
        info("Still " + words(state) + " after " + duration + ", since " + MINUTE.format(since)
                + (meaning(state).isEmpty() ? "" : " (" + state + ")"));
    }

    final void tokenRefused() {
        warn("The Store takes no token at the moment (401); asking again");
    }

    final void unanswered(String problem) {
        warn(problem + "; asking again");
    }

    final void packagesUnknown(String id, Exception problem) {
        warn("Whether submission " + id + " has the packages that were sent is not known: " + problem.getMessage());
    }

    final void noteNotWritten(Path file, IOException problem, String consequence) {
        warn("Cannot write " + file + " (" + problem + "): " + consequence);
    }
}
