package io.github.storemaven.check;

import static io.github.storemaven.check.RuleCase.array;
import static io.github.storemaven.check.RuleCase.error;
import static io.github.storemaven.check.RuleCase.letters;
import static io.github.storemaven.check.RuleCase.warning;

import io.github.storemaven.document.ProductType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules on the documents of add-ons and flights, and on the requests that create them. */
class AddonAndFlightRulesTest {
    static List<RuleCase> addons() {
        return List.of(
                error("ADD-20", "{'contentType': 'OnlineDownload'}", "{'contentType': 'NotSet'}"),
                error("ADD-22", "{'lifetime': 'OneYear'}", "{'lifetime': 'TwoYears'}"),
                error("ADD-24", keywords(10, 30), keywords(11, 30)),
                error("ADD-24", keywords(1, 30), keywords(1, 31)),
                error("ADD-25", "{'tag': '" + letters(3000) + "'}", "{'tag': '" + letters(3001) + "'}"),
                error("ADD-26", "{'listings': {}}", "{'listings': null}"),
                error("ADD-27", listing("'title': '" + letters(100) + "'"), listing("'title': '" + letters(101) + "'")),
                error("ADD-27", listing("'title': 'a'"), listing("'title': 'a\\nb'")),
                error("ADD-27", listing("'description': 'a'"), listing("'title': ''")),
                error(
                        "ADD-28",
                        listing("'description': '" + letters(200) + "'"),
                        listing("'description': '" + letters(201) + "'")),
                warning("ADD-30", icon(letters(96) + ".png"), icon(letters(97) + ".png")),
                error("ADD-31", "{'pricing': {'priceId': 'Tier2'}}", "{'pricing': {'trialPeriod': 'NoFreeTrial'}}"),
                error("PRC-01", "{'pricing': {'priceId': 'Free'}}", "{'pricing': {'priceId': ''}}"),
                error("PUB-06", "{'visibility': 'Private'}", "{'visibility': 'private'}"),
                error("LST-03", listing("'title': 'a'"), "{'listings': {'e-n': {}}}"),
                error("DOC-05", "{'notesForCertification': ''}", "{'notesForCertification': 'a'}"),
                error("PUB-01", "{'targetPublishMode': 'NotSet'}", "{'targetPublishMode': 'notSet'}"),
                warning("ADD-24", "{'keywords': ['a b']}", "{'keywords': ['a,b']}"),
                warning(
                        "DOC-07",
                        "{'listings': {'en-us': {'description': '<'}}}",
                        "{'listings': {'en-us': {'description': '<i>a</i>'}}}"),
                error("DOC-05", "{'tag': ''}", "{'applicationCategory': 'Music'}"));
    }

    static List<RuleCase> flights() {
        return List.of(
                error("FLT-09", "{'notesForCertification': ''}", "{'visibility': 'Public'}"),
                error("FLT-09", "{'flightPackages': []}", "{'applicationPackages': null}"),
                error(
                        "PKG-10",
                        "{'flightPackages': [{'fileName': 'a'}]}",
                        "{'flightPackages': [{'fileName': 'a'}, {'fileName': 'a'}]}"),
                error("PUB-01", "{'targetPublishMode': 'Manual'}", "{'targetPublishMode': 'Never'}"),
                error("ROL-02", rollout("100"), rollout("101")));
    }

    static List<RuleCase> addonRequests() {
        return List.of(
                error("ADD-01", id(letters(100)), id(letters(101))),
                error("ADD-01", id("a"), id("")),
                error("ADD-02", id("a-b.c_d e"), id("a+b")),
                error("ADD-06", "{'productType': 'Durable'}", "{'productType': 'durable'}"),
                error("ADD-07", "{'productType': 'Consumable'}", "{'productType': 'Subscription'}"),
                error(
                        "ADD-08",
                        "{'applicationIds': ['9PAPPDEMO001']}",
                        "{'applicationIds': ['9PAPPDEMO001', '9PAPPDEMO002']}"),
                warning("ADD-08", "{'applicationIds': ['9PAPPDEMO001']}", "{'applicationIds': ['app']}"),
                error("DOC-01", "{'productType': 'Durable'}", "{'produktType': 'Durable'}"));
    }

    static List<RuleCase> flightRequests() {
        return List.of(
                error("FLT-02", "{'friendlyName': 'testers'}", "{'friendlyName': ''}"),
                error("FLT-03", "{'groupIds': ['1']}", "{'groupIds': []}"),
                error("FLT-04", "{'groupIds': ['1']}", "{'groupIds': [1]}"),
                error("FLT-04", "{'groupIds': ['1']}", "{'groupIds': ['testers']}"),
                error("FLT-04", "{'groupIds': ['1']}", "{'groupIds': '1'}"),
                warning(
                        "FLT-05",
                        "{'rankHigherThan': 'testers'}",
                        "{'rankHigherThan': '0f7d3c1a-6f55-4c1e-9a40-3b1d0a9e7c12'}"),
                error("DOC-02", "{'rankHigherThan': null}", "{'rankHigherThan': 1}"));
    }

    @ParameterizedTest
    @MethodSource("addons")
    void addonDocumentHoldsAtItsLimit(RuleCase rule) throws Exception {
        rule.assertRule((json, report) ->
                new DocumentRules(ProductType.ADDON, Instant.EPOCH).check(json.object(), json::locationOf, report));
    }

    @ParameterizedTest
    @MethodSource("flights")
    void flightDocumentHoldsAtItsLimit(RuleCase rule) throws Exception {
        rule.assertRule((json, report) ->
                new DocumentRules(ProductType.FLIGHT, Instant.EPOCH).check(json.object(), json::locationOf, report));
    }

    @ParameterizedTest
    @MethodSource("addonRequests")
    void addonRequestHoldsAtItsLimit(RuleCase rule) throws Exception {
        rule.assertRule((json, report) -> new AddonRules.Request().check(json.object(), json::locationOf, report));
    }

    @ParameterizedTest
    @MethodSource("flightRequests")
    void flightRequestHoldsAtItsLimit(RuleCase rule) throws Exception {
        rule.assertRule((json, report) -> new FlightRules().check(json.object(), json::locationOf, report));
    }

    private static String keywords(int count, int characters) {
        return "{'keywords': " + array(count, "'" + letters(characters) + "'") + "}";
    }

    private static String listing(String members) {
        return "{'listings': {'en-us': {" + members + "}}}";
    }

    private static String icon(String name) {
        return listing("'icon': {'fileName': '" + name + "'}");
    }

    private static String rollout(String percentage) {
        return "{'packageDeliveryOptions': {'packageRollout': {'packageRolloutPercentage': " + percentage + "}}}";
    }

    private static String id(String id) {
        return "{'productId': '" + id + "'}";
    }
}
