package io.github.storemaven.check;

import java.time.Duration;
import java.time.Instant;

/** When a submission is published: listing rules, section 9. */
final class PublishRules {
    private static final Duration AHEAD = Duration.ofHours(24);
    private static final String EXAMPLE = "a time such as 2030-12-24T09:00:00Z";

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
        if (mode.is("SpecificDate")) {
            checkSpecific(mode, date, report);
        } else if (date.hasText() && StoreDate.parse(date).isEmpty()) {
            report.error("PUB-02", date, Quote.of(date.text().orElse("")) + " is no time with a zone", EXAMPLE);
        }
    }

    private void checkSpecific(Node mode, Node date, DocumentReport report) {
        var time = StoreDate.parse(date).filter(StoreDate::isSet);
        if (time.isEmpty()) {
            Node where = date.missing() ? mode : date;
            report.error("PUB-02", where, "SpecificDate has no targetPublishDate", EXAMPLE);
        } else if (time.get().isBefore(now.plus(AHEAD))) {
            boolean past = time.get().isBefore(now);
            String message = past ? "the date is in the past" : "the date is less than 24 hours ahead";
            report.warning("PUB-03", date, message, "24 hours ahead or more");
        }
    }
}
