package io.github.storemaven.check;

import jakarta.json.JsonNumber;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Gradual rollout and mandatory update: listing rules, sections 7 and 8. */
final class DeliveryRules {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private DeliveryRules() {}

    static void check(Node document, DocumentReport report) {
        Node delivery = document.member("packageDeliveryOptions");
        checkRollout(delivery.member("packageRollout"), report);
        if (delivery.member("isMandatoryUpdate").isTrue()) {
            checkMandatory(delivery, report);
        }
    }

    private static void checkRollout(Node rollout, DocumentReport report) {
        Node percentage = rollout.member("packageRolloutPercentage");
        Node on = rollout.member("isPackageRollout");
        if (on.isTrue() && !percentage.given()) {
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

    private static void checkMandatory(Node delivery, DocumentReport report) {
        Node flag = delivery.member("isMandatoryUpdate");
        Node date = delivery.member("mandatoryUpdateEffectiveDate");
        if (StoreDate.parse(date).filter(StoreDate::isSet).isEmpty() || !isUtc(date)) {
            Node where = date.given() ? date : flag;
            String allowed = "mandatoryUpdateEffectiveDate in UTC, such as 2030-12-24T09:00:00Z";
            report.error("MAN-01", where, "a mandatory update has no date in UTC", allowed);
        }
        report.warning(
                "MAN-06",
                flag,
                "the API may answer 409 for products with mandatory updates",
                "isMandatoryUpdate false");
    }

    private static boolean isUtc(Node date) {
        return date.text()
                .map(OffsetDateTime::parse)
                .map(OffsetDateTime::getOffset)
                .orElseThrow()
                .equals(ZoneOffset.UTC);
    }
}
