package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfDocument;
import io.github.storemaven.document.Node;
import io.github.storemaven.document.StoreDate;
import jakarta.json.JsonNumber;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a submission is published: listing rules, section 9. */
final class PublishRules {
    private static final Duration AHEAD = Duration.ofHours(24);
    private static final String EXAMPLE = "write a time such as " + StoreDate.EXAMPLE;

    private final Instant now;

    PublishRules(Instant now) {
        this.now = now;
    }

    void check(Node document, OfDocument report) {
        Node mode = document.member("targetPublishMode");
        Node date = document.member("targetPublishDate");
        if (mode.is("Manual")) {
            report.warning(
                    "PUB-05",
                    mode,
                    "targetPublishMode is Manual",
                    "somebody has to press \"Publish now\" in Partner Center");
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

    private void checkSpecific(Node mode, Node date, StoreDate read, OfDocument report) {
        if (read.instant().isEmpty()) {
            Node where = date.isMissing() ? mode : date;
            report.error(
                    "PUB-02", where, "targetPublishMode is SpecificDate, and there is no targetPublishDate", EXAMPLE);
        } else if (read.instant().get().isBefore(now.plus(AHEAD))) {
            boolean past = read.instant().get().isBefore(now);
            String message = past ? "the date is in the past" : "the date is less than 24 hours ahead";
            report.warning("PUB-03", date, message, "choose one at least 24 hours ahead");
        }
    }

    /** Gradual rollout and mandatory update: listing rules, sections 7 and 8. */
    static final class Delivery {
        private static final BigDecimal ALL = BigDecimal.valueOf(100);
        private static final String WRITE_DATE = "write a date in UTC, such as " + StoreDate.EXAMPLE;

        private Delivery() {}

        static void check(Node document, OfDocument report) {
            Node delivery = document.member("packageDeliveryOptions");
            checkRollout(delivery.member("packageRollout"), report);
            checkDate(delivery, report);
            Node mandatory = delivery.member("isMandatoryUpdate");
            if (mandatory.isTrue()) {
                checkMandatory(mandatory, report);
            }
        }

        private static void checkRollout(Node rollout, OfDocument report) {
            Node percentage = rollout.member("packageRolloutPercentage");
            Node on = rollout.member("isPackageRollout");
            if (on.isTrue() && !percentage.isGiven()) {
                report.error(
                        "ROL-01", on, "the rollout has no packageRolloutPercentage", "write a number from 0 to 100");
            }
            if (percentage.value() instanceof JsonNumber number) {
                checkPercentage(number.bigDecimalValue(), on.isTrue(), percentage, report);
            }
        }

        private static void checkPercentage(BigDecimal percent, boolean on, Node node, OfDocument report) {
            if (percent.signum() < 0 || percent.compareTo(ALL) > 0) {
                report.error(
                        "ROL-02",
                        node,
                        "the rollout is to " + percent.toPlainString() + " %",
                        "write a number from 0 to 100");
            } else if (on && percent.compareTo(ALL) == 0) {
                report.warning(
                        "ROL-07",
                        node,
                        "a rollout to 100 % still has to be finalized",
                        "set isPackageRollout to false instead");
            }
        }

        private static void checkDate(Node delivery, OfDocument report) {
            Node flag = delivery.member("isMandatoryUpdate");
            Node date = delivery.member("mandatoryUpdateEffectiveDate");
            StoreDate read = StoreDate.of(date.text().orElse(""));
            Optional<String> problem = read.problem();
            if (problem.isEmpty() && flag.isTrue() && !read.isUtc()) {
                problem = Optional.of(
                        read.instant().isPresent() ? "is not in UTC" : "is not a date, and the update is mandatory");
            }
            if (problem.isPresent()) {
                String value = date.hasText() ? Quote.of(date.text().get()) : "mandatoryUpdateEffectiveDate";
                report.error("MAN-01", date.isGiven() ? date : flag, value + " " + problem.get(), WRITE_DATE);
            }
        }

        private static void checkMandatory(Node flag, OfDocument report) {
            report.warning(
                    "MAN-06",
                    flag,
                    "the API may answer 409 for products with mandatory updates",
                    "set isMandatoryUpdate to false, and make the update mandatory in Partner Center");
        }
    }
}
