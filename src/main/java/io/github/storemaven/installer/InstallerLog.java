package io.github.storemaven.installer;

import io.github.storemaven.http.Durations;
import io.github.storemaven.text.ForeignText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the release of an MSI or EXE product does, an event a method; the words are here.
 *
 * @param info takes a line for a release manager
 * @param change takes a line of what changes, which may have colours
 * @param warn takes a line that somebody has to act on
 * @param isRehearsal whether the draft is an invented one, which nobody has changed
 */
public record InstallerLog(Consumer<String> info, Consumer<String> change, Consumer<String> warn, boolean isRehearsal) {
    void comparedBySize() {
        info.accept("Images are compared by number, order and size, since this API gives no digest; send them with"
                + " \"-Dstore.sendImages=true\"");
    }

    void plan(String productId, InstallerPlan plan) {
        info.accept(InstallerPlan.headline(productId));
        plan.lines().forEach(change);
        info.accept(plan.total());
    }

    void withoutRecord(Path record) {
        if (!isRehearsal) {
            warn.accept("There is no record of an earlier release here, and this API cannot tell who changed the draft:"
                    + " what somebody left in it in Partner Center is submitted too. Keep "
                    + ForeignText.oneLine(record.toString()) + " for the next release, on a CI service in its cache");
        }
    }

    void submitsEdits(List<String> paths) {
        warn.accept("The draft has changes that this project did not make, and they are submitted too"
                + " (store.onPending is resume): " + ForeignText.list(paths));
    }

    void resumes() {
        info.accept("Resuming the draft, of an earlier run: it has all that this release sends");
    }

    void waitsForPackages() {
        info.accept("Waiting for the Store to fetch the packages");
    }

    void waitsForDraft() {
        info.accept("Waiting until the draft is ready");
    }

    void stillWaits(Duration waited, String missing) {
        info.accept("Still waiting after " + Durations.readable(waited)
                + (missing.isEmpty() ? "" : ": " + ForeignText.oneLine(missing)));
    }

    void uploads(ImageSet set, int files) {
        info.accept("Uploading " + files + (files == 1 ? " image" : " images") + " to " + set.type() + " in "
                + set.language());
    }

    void secondAddress(String reason) {
        warn.accept(
                "The first address for an image failed (" + ForeignText.oneLine(reason) + "); using the second one");
    }

    void submitted(String submissionId) {
        info.accept("Submitted the draft as submission " + submissionId);
    }

    void waitsForPublication(String submissionId, Duration longest) {
        info.accept(
                "Waiting until submission " + submissionId + " is published, at most " + Durations.readable(longest));
    }

    void waitsForPlace(String submissionId, Duration longest) {
        info.accept("Submission " + submissionId
                + " is in progress, and it is not what this run would submit. Waiting for its" + " end, at most "
                + Durations.readable(longest) + "; nothing was sent");
    }

    void onItsWay(String submissionId) {
        info.accept("Submission " + submissionId + " has all that this release sends already");
    }

    void state(String submissionId, String status) {
        info.accept("Submission " + submissionId + " is in the state " + ForeignText.oneLine(status));
    }

    /** The end of a release. */
    public void ended(InstallerResult result) {
        info.accept(result.sentence());
        if (result.isSubmitted() && !result.isPublished()) {
            info.accept("Customers get it after the certification, which takes hours, at times days; mvn store:status"
                    + " tells how far it is");
        }
    }

    void noteNotWritten(String file, IOException problem) {
        warn.accept("Cannot write " + file + " (" + problem + "): the next run cannot tell whose the draft is");
    }
}
