package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import io.github.storemaven.document.StoreDate;
import jakarta.json.JsonNumber;
import java.math.BigDecimal;
import java.util.Optional;

/** Gradual rollout and mandatory update: listing rules, sections 7 and 8. */
final class DeliveryRules {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final String ALLOWED_DATE = "a date in UTC, such as " + StoreDate.EXAMPLE;

    private DeliveryRules() {}

    static void check(Node document, DocumentReport report) {
        Node delivery = document.member("packageDeliveryOptions");
        checkRollout(delivery.member("packageRollout"), report);
        checkDate(delivery, report);
        Node mandatory = delivery.member("isMandatoryUpdate");
        if (mandatory.isTrue()) {
            checkMandatory(mandatory, report);
        }
    }

    private static void checkRollout(Node rollout, DocumentReport report) {
        Node percentage = rollout.member("packageRolloutPercentage");
        Node on = rollout.member("isPackageRollout");
        if (on.isTrue() && !percentage.isGiven()) {
            report.error("ROL-01", on, "a rollout has no packageRolloutPercentage", "a number from 0 to 100");
        }
        if (percentage.value() instanceof JsonNumber number) {
            checkPercentage(number.bigDecimalValue(), on.isTrue(), percentage, report);
        }
    }

    private static void checkPercentage(BigDecimal percent, boolean on, Node node, DocumentReport report) {
        if (percent.signum() < 0 || percent.compareTo(ALL) > 0) {
            report.error("ROL-02", node, "the percentage is outside its range", "a number from 0 to 100");
        } else if (on && percent.compareTo(ALL) == 0) {
            report.warning("ROL-07", node, "a rollout to 100 % still has to be finalised", "isPackageRollout false");
        }
    }

    private static void checkDate(Node delivery, DocumentReport report) {
        Node flag = delivery.member("isMandatoryUpdate");
        Node date = delivery.member("mandatoryUpdateEffectiveDate");
        StoreDate read = StoreDate.of(date.text().orElse(""));
        Optional<String> problem = read.problem();
        if (problem.isEmpty() && flag.isTrue() && !read.isUtc()) {
            problem = Optional.of(
                    read.instant().isPresent() ? "is not in UTC" : "is no date, and the update is mandatory");
        }
        if (problem.isPresent()) {
            String value = date.hasText() ? Quote.of(date.text().get()) : "mandatoryUpdateEffectiveDate";
            report.error("MAN-01", date.isGiven() ? date : flag, value + " " + problem.get(), ALLOWED_DATE);
        }
    }

    private static void checkMandatory(Node flag, DocumentReport report) {
        report.warning(
                "MAN-06",
                flag,
                "the API may answer 409 for products with mandatory updates",
                "isMandatoryUpdate false");
    }
}
