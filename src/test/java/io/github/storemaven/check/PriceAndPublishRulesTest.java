package io.github.storemaven.check;

import static io.github.storemaven.check.RuleCase.error;
import static io.github.storemaven.check.RuleCase.warning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.storemaven.document.ProductType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prices, dates and delivery in the document of an app, each rule at its limit. */
class PriceAndPublishRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    static List<RuleCase> prices() {
        return List.of(
                error("PRC-01", "{'pricing': {}}", "{'pricing': {'priceId': null}}"),
                error("PRC-01", price("Free"), price("")),
                error("PRC-01", price("Free"), "{'Pricing': {'PriceID': ' '}}"),
                error("PRC-02", "{}", "{'pricing': null}"),
                error("PRC-03", price("NotAvailable"), price("Base")),
                error("PRC-04", price("Tier2"), price("Tier02")),
                error("PRC-04", price("Free"), price("free")),
                warning("PRC-05", price("Tier96"), price("Tier97")),
                warning("PRC-05", price("Tier1424"), price("Tier1425")),
                warning("PRC-05", tier("true", "Tier1012"), tier("true", "Tier96")),
                warning("PRC-05", tier("false", "Tier2"), tier("false", "Tier1012")),
                error("PRC-06", market("'DE': 'Base'"), market("'de': 'Base'")),
                error("PRC-06", market("'XK': 'Tier2'"), market("'XY': 'Tier2'")),
                error("PRC-06", market("'DE': null"), market("'DE': 'Tier'")),
                error("PRC-07", trial("OneDay", "Tier2"), trial("OneWeek", "Tier2")),
                warning("PRC-08", trial("NoFreeTrial", "Free"), trial("OneDay", "Free")),
                warning("PRC-09", "{'pricing': {'sales': []}}", "{'pricing': {'sales': [{}]}}"));
    }

    static List<RuleCase> publishing() {
        return List.of(
                error("PUB-01", "{'targetPublishMode': 'Immediate'}", "{'targetPublishMode': 'immediate'}"),
                error("PUB-02", dated("2026-12-24T09:00:00Z"), "{'targetPublishMode': 'SpecificDate'}"),
                error("PUB-02", dated("2026-12-24T09:00:00Z"), dated("2026-12-24")),
                error("PUB-02", dated("2026-12-24T09:00:00+01:00"), dated("1601-01-01T00:00:00.0000000Z")),
                error("PUB-02", "{'targetPublishDate': ''}", "{'targetPublishDate': 'tomorrow'}"),
                warning("PUB-03", dated("2026-11-24T12:00:00Z"), dated("2026-11-24T11:59:59Z")),
                warning("PUB-05", "{'targetPublishMode': 'Immediate'}", "{'targetPublishMode': 'Manual'}"),
                error("PUB-06", "{'visibility': 'Hidden'}", "{'visibility': 'Invisible'}"),
                error("PUB-08", "{'enterpriseLicensing': 'Online'}", "{'enterpriseLicensing': 'Offline'}"),
                error(
                        "ROL-01",
                        rollout("'isPackageRollout': true, 'packageRolloutPercentage': 5"),
                        rollout("'isPackageRollout': true")),
                error(
                        "ROL-02",
                        rollout("'packageRolloutPercentage': 100.0"),
                        rollout("'packageRolloutPercentage': 100.1")),
                error("ROL-02", rollout("'packageRolloutPercentage': 0"), rollout("'packageRolloutPercentage': -1e-9")),
                error(
                        "ROL-04",
                        rollout("'packageRolloutStatus': 'PackageRolloutStopped'"),
                        rollout("'packageRolloutStatus': 'Stopped'")),
                warning(
                        "ROL-07",
                        rollout("'isPackageRollout': true, 'packageRolloutPercentage': 99.9"),
                        rollout("'isPackageRollout': true, 'packageRolloutPercentage': 1E2")),
                error("MAN-01", mandatory("2026-12-24T09:00:00Z"), mandatory("2026-12-24T09:00:00+01:00")),
                error("MAN-01", mandatory("2026-12-24T09:00:00Z"), mandatory("1601-01-01T00:00:00.0000000Z")),
                warning(
                        "MAN-06",
                        "{'packageDeliveryOptions': {'isMandatoryUpdate': false}}",
                        mandatory("2026-12-24T09:00:00Z")));
    }

    @ParameterizedTest
    @MethodSource({"prices", "publishing"})
    void holdsAtItsLimit(RuleCase rule) throws Exception {
        DocumentRules rules = new DocumentRules(ProductType.APP, NOW);
        rule.assertRule((json, report) -> rules.check(json.object(), json::locationOf, report));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-31T09:00:00, \"2027-01-31T09:00:00\" has no zone",
        "2027-01-31, \"2027-01-31\" has no time and no zone",
        "31.01.2027, \"31.01.2027\" is not a date",
        "2027-02-29T09:00:00Z, \"2027-02-29T09:00:00Z\" is not a date: there is no day 2027-02-29",
        "1601-01-01, 'targetPublishMode is SpecificDate, and there is no targetPublishDate'",
        "'', 'targetPublishMode is SpecificDate, and there is no targetPublishDate'"
    })
    void aDateThatIsNoneIsToldAsItIs(String date, String message) throws Exception {
        assertThat(messages(dated(date))).singleElement(STRING).startsWith(message);
        if (!date.isEmpty() && !date.equals("1601-01-01")) {
            assertThat(messages("{'targetPublishMode': 'Manual', 'targetPublishDate': '" + date + "'}"))
                    .anyMatch(found -> found.startsWith(message));
            assertThat(messages(mandatory(date))).anyMatch(found -> found.startsWith(message));
            assertThat(messages(mandatory(date).replace("true", "false")))
                    .singleElement(STRING)
                    .startsWith(message);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1601-01-01",
                "1601-01-01T00:00",
                "1601-01-01T02:00:00.0000000+02:00",
                "1600-12-31T19:00:00-05:00",
                ""
            })
    void noDateIsNoError(String date) throws Exception {
        assertThat(messages("{'targetPublishMode': 'Immediate', 'targetPublishDate': '" + date + "'}"))
                .isEmpty();
        assertThat(messages(mandatory(date).replace("true", "false"))).isEmpty();
    }

    /** StoreBroker writes it (submission API, 7.2 and 7.3). */
    @Test
    void notSetIsNoError() throws Exception {
        assertThat(messages("{'targetPublishMode': 'NotSet', 'visibility': 'NotSet', 'applicationCategory': 'NotSet',"
                        + " 'pricing': {'priceId': 'NotAvailable'}}"))
                .isEmpty();
        assertThat(messages("{'targetPublishMode': 'notset'}")).hasSize(1);
        assertThat(messages("{'applicationCategory': 'notset'}")).hasSize(1);
    }

    private static List<String> messages(String document) throws Exception {
        FindingCollector report = new FindingCollector();
        new DocumentRules(ProductType.APP, NOW).check(RuleCase.json(document).object(), pointer -> "a", report);
        return report.findings().errors().stream().map(Finding::message).toList();
    }

    private static String price(String price) {
        return "{'pricing': {'priceId': '" + price + "'}}";
    }

    private static String tier(String advanced, String price) {
        return "{'pricing': {'isAdvancedPricingModel': " + advanced + ", 'priceId': '" + price + "'}}";
    }

    private static String market(String market) {
        return "{'pricing': {'marketSpecificPricings': {" + market + "}}}";
    }

    private static String trial(String trial, String price) {
        return "{'pricing': {'trialPeriod': '" + trial + "', 'priceId': '" + price + "'}}";
    }

    private static String dated(String date) {
        return "{'targetPublishMode': 'SpecificDate', 'targetPublishDate': '" + date + "'}";
    }

    private static String rollout(String members) {
        return "{'packageDeliveryOptions': {'packageRollout': {" + members + "}}}";
    }

    private static String mandatory(String date) {
        return "{'packageDeliveryOptions': {'isMandatoryUpdate': true, 'mandatoryUpdateEffectiveDate': '" + date
                + "'}}";
    }
}
