package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import io.github.storemaven.document.StoreDate;
import java.time.Duration;
import java.time.Instant;

/** When a submission is published: listing rules, section 9. */
final class PublishRules {
    private static final Duration AHEAD = Duration.ofHours(24);
    private static final String EXAMPLE = "a time such as " + StoreDate.EXAMPLE;

    private final Instant now;

    PublishRules(Instant now) {
        this.now = now;
    }

    void check(Node document, DocumentReport report) {
        Node mode = document.member("targetPublishMode");
        Node date = document.member("targetPublishDate");
        if (mode.is("Manual")) {
            report.warning("PUB-05", mode, "somebody has to press \"Publish now\" in Partner Center", "");
        }
        StoreDate read = StoreDate.of(date.text().orElse(""));
        if (read.problem().isPresent()) {
            report.error(
                    "PUB-02",
                    date,
                    Quote.of(date.text().orElse("")) + " " + read.problem().get(),
                    EXAMPLE);
        } else if (mode.is("SpecificDate")) {
            checkSpecific(mode, date, read, report);
        }
    }

    private void checkSpecific(Node mode, Node date, StoreDate read, DocumentReport report) {
        if (read.instant().isEmpty()) {
            Node where = date.isMissing() ? mode : date;
            report.error("PUB-02", where, "SpecificDate has no targetPublishDate", EXAMPLE);
        } else if (read.instant().get().isBefore(now.plus(AHEAD))) {
            boolean past = read.instant().get().isBefore(now);
            String message = past ? "the date is in the past" : "the date is less than 24 hours ahead";
            report.warning("PUB-03", date, message, "24 hours ahead or more");
        }
    }
}
