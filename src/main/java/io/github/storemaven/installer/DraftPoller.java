package io.github.storemaven.installer;

import io.github.storemaven.http.Durations;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.installer.InstallerClient.DraftStatus;
import io.github.storemaven.installer.InstallerClient.Entry;
import io.github.storemaven.installer.InstallerClient.Publishing;
import io.github.storemaven.installer.InstallerRefusedException.Reason;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.StoreUnreachableException;
import io.github.storemaven.text.ForeignText;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Polls until the packages are fetched, the draft is ready, or the submission is published (MSI/EXE reference, sections 8.3 and
 * 10): at a fifth of the time that has passed, within 3 s and 60 s, for no longer than the timeout of all waits together.
 */
final class DraftPoller {
    /** Without a line, so that a wait is seen to be one. */
    private static final Duration QUIET = Duration.ofMinutes(15);

    private final InstallerClient client;
    private final TimeSource time;
    private final InstallerLog log;
    private final Duration timeout;
    private Duration start;
    private Duration lastLine = Duration.ZERO;

    DraftPoller(InstallerClient client, TimeSource time, InstallerLog log, Duration timeout) {
        this.client = client;
        this.time = time;
        this.log = log;
        this.timeout = timeout;
        this.start = time.elapsed();
    }

    /**
     * Waits for the end of another submission; the time of all other waits begins then.
     *
     * @param end of the wait, on the clock's count
     * @return whether it has ended
     */
    boolean awaitPlace(String submissionId, Duration end)
            throws StoreRefusedException, IOException, InterruptedException {
        Duration since = time.elapsed();
        log.waitsForPlace(submissionId, end.minus(since));
        while (isHeld(submissionId)) {
            Duration left = end.minus(time.elapsed());
            if (left.isNegative() || left.isZero()) {
                return false;
            }
            sleep(since, left);
        }
        start = time.elapsed();
        return true;
    }

    /** A service that is not reached for a moment ends no wait. */
    private boolean isHeld(String submissionId) throws StoreRefusedException, IOException, InterruptedException {
        try {
            return client.status().ongoing().equals(submissionId);
        } catch (StoreUnreachableException passing) {
            asksAgain(passing);
            return true;
        }
    }

    private void asksAgain(StoreUnreachableException passing) {
        log.warn().accept(passing.getMessage() + "; asking again");
    }

    private void sleep(Duration since, Duration left) throws InterruptedException {
        time.sleep(Durations.shorter(
                left, client.pollInterval().after(time.elapsed().minus(since))));
    }

    /** Waits until the Store has fetched the packages; other modules may be incomplete yet. */
    void awaitPackages() throws InstallerRefusedException, StoreRefusedException, IOException, InterruptedException {
        log.waitsForPackages();
        Duration since = time.elapsed();
        while (true) {
            DraftStatus status = client.status();
            List<Entry> ofPackages = status.entries().stream()
                    .filter(entry -> entry.target().equalsIgnoreCase("packages"))
                    .toList();
            requireNoUploadError(ofPackages);
            if (status.isReady() || (ofPackages.isEmpty() && !status.entries().isEmpty())) {
                return;
            }
            pause(since, Reason.OTHER, words(ofPackages));
        }
    }

    /** Waits until the draft can be submitted; what is wrong with it is a refusal. */
    DraftStatus awaitReady()
            throws InstallerRefusedException, StoreRefusedException, IOException, InterruptedException {
        Duration since = time.elapsed();
        boolean told = false;
        while (true) {
            DraftStatus status = client.status();
            requireNoUploadError(status.entries());
            if (status.isReady()) {
                return status;
            }
            List<Entry> wrong = status.entries().stream()
                    .filter(entry -> !entry.isWarning() && !entry.target().equalsIgnoreCase("packages"))
                    .toList();
            if (!wrong.isEmpty()) {
                throw new InstallerRefusedException("The Store does not take the draft as it is: " + words(wrong));
            }
            if (!told) {
                log.waitsForDraft();
                told = true;
            }
            pause(since, Reason.OTHER, words(status.entries()));
        }
    }

    private static void requireNoUploadError(List<Entry> entries) throws InstallerRefusedException {
        List<Entry> errors = entries.stream().filter(Entry::isUploadError).toList();
        if (!errors.isEmpty()) {
            throw new InstallerRefusedException("The Store cannot take in a package: " + words(errors)
                    + ". It fetches each from its packageUrl, which has to answer 200 itself; the same file is only"
                    + " looked at again under another address or with other installerParameters");
        }
    }

    private static String words(List<Entry> entries) {
        int more = entries.size() - ForeignText.MOST_ITEMS;
        return entries.stream()
                        .limit(ForeignText.MOST_ITEMS)
                        .map(Entry::toString)
                        .collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "");
    }

    /**
     * Waits for the end of a submission.
     *
     * @param heard is told of each new state
     * @return the last state, which may be one of failure
     */
    Publishing awaitPublication(String submissionId, Consumer<String> heard)
            throws InstallerRefusedException, StoreRefusedException, IOException, InterruptedException {
        Duration since = time.elapsed();
        String told = "";
        while (true) {
            Publishing publishing = null;
            try {
                publishing = client.publishing(submissionId);
            } catch (StoreUnreachableException passing) {
                asksAgain(passing);
            }
            if (publishing != null) {
                if (!publishing.status().equals(told)) {
                    told = publishing.status();
                    log.state(submissionId, told);
                    heard.accept(told);
                }
                if (publishing.isPublished() || publishing.isFailed()) {
                    return publishing;
                }
            }
            pause(since, Reason.TIMED_OUT, "");
        }
    }

    /** @param missing what the Store lacks yet; empty where nobody knows */
    private void pause(Duration since, Reason end, String missing)
            throws InstallerRefusedException, InterruptedException {
        Duration left = timeout.minus(time.elapsed().minus(start));
        if (left.isNegative() || left.isZero()) {
            throw new InstallerRefusedException(
                    end,
                    "The Store is not done after " + Durations.readable(timeout)
                            + (missing.isEmpty() ? "" : " (" + missing + ")")
                            + ". The Store continues without this build; run the same command again to wait on, or raise"
                            + " store.timeout");
        }
        tellStillWaiting(since, missing);
        sleep(since, left);
    }

    private void tellStillWaiting(Duration since, String missing) {
        Duration now = time.elapsed();
        Duration quietSince = lastLine.compareTo(since) > 0 ? lastLine : since;
        if (now.minus(quietSince).compareTo(QUIET) >= 0) {
            log.stillWaits(now.minus(since), missing);
            lastLine = now;
        }
    }
}
