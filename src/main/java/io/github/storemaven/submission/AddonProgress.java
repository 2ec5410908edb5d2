package io.github.storemaven.submission;

import io.github.storemaven.http.TimeSource;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Tells once a minute how far many add-ons are, and how long the rest takes at the throttle's limit. */
final class AddonProgress {
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    /** Create, update, read-back, commit and status. */
    private static final int REQUESTS_OF_A_CHANGE = 5;

    private final TimeSource time;
    private final ReleaseLog log;
    private final int requestsPerMinute;
    private final Collection<AddonEntry> entries;
    private Duration told;

    AddonProgress(TimeSource time, ReleaseLog log, int requestsPerMinute, Collection<AddonEntry> entries) {
        this.time = time;
        this.log = log;
        this.requestsPerMinute = requestsPerMinute;
        this.entries = entries;
        this.told = time.elapsed();
    }

    /** Before anything is compared: how long that takes, where it takes long. */
    void tellComparing(int requests) {
        if (requests > requestsPerMinute) {
            log.info("Comparing takes " + AddonsReport.number(requests) + " requests, and the Store allows "
                    + AddonsReport.number(requestsPerMinute) + " a minute: " + minutes(requests)
                    + " until the first is sent");
        }
    }

    /** While they are compared. */
    boolean compared(int done, int all, int requestsLeft) {
        boolean due = isDue();
        if (due) {
            log.info("Compared " + AddonsReport.number(done) + " of " + AddonsReport.number(all) + " add-ons, "
                    + minutes(requestsLeft) + " left");
        }
        return due;
    }

    /** While they are sent. */
    boolean sent() {
        if (!isDue()) {
            return false;
        }
        List<AddonResult.Kind> ends = entries.stream()
                .flatMap(entry -> entry.result().stream())
                .map(AddonResult::kind)
                .toList();
        int left = entries.stream().mapToInt(AddonProgress::requestsLeft).sum();
        log.info(AddonsReport.number(ends.size()) + " of " + AddonsReport.number(entries.size()) + " ("
                + AddonsReport.counts(ends) + "), " + minutes(left) + " left");
        return true;
    }

    private static int requestsLeft(AddonEntry entry) {
        if (entry.isChanged()) {
            return REQUESTS_OF_A_CHANGE + (entry.isListed() ? 0 : 1);
        }
        return entry.result().isPresent() ? 0 : 1;
    }

    private synchronized boolean isDue() {
        Duration now = time.elapsed();
        boolean due = now.minus(told).compareTo(INTERVAL) >= 0;
        told = due ? now : told;
        return due;
    }

    private String minutes(int requests) {
        int minutes = (requests + requestsPerMinute - 1) / requestsPerMinute;
        return AddonsReport.number(minutes) + (minutes == 1 ? " minute" : " minutes");
    }
}
