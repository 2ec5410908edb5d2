package io.github.storemaven.documentation;

import io.github.storemaven.check.Rules.Rule;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The site's page of rules, made from the list that the checks take their numbers from. */
final class RulePage {
    private static final String START = """
            # Rules

            `mvn store:validate`, and the first step of `submit` and `plan`, check these offline. `"-Dstore.warnOnly=TXT-05,IMG-06"` turns errors
            of rules into warnings, `"-Dstore.failOnWarning=true"` lets warnings fail the build. What cannot be read at all is reported as `FILE`.
            A package that cannot be read (`PKG-01`, `PKG-02`, `PKG-08`) stays an error, since a release would leave it out. What is published
            already and not touched by a release is a warning in `plan` and `submit`, since the Store took it; a price never is.

            A rule without a word about its weight is an error. This page is generated from the list that the checks use.
            """;

    private static final Map<String, String> HEADINGS = headings();

    private RulePage() {}

    static String of(Collection<Rule> checked, Collection<Rule> leftOut) {
        StringBuilder page = new StringBuilder(START);
        checked.stream()
                .collect(Collectors.groupingBy(rule -> group(rule), LinkedHashMap::new, Collectors.toList()))
                .forEach((group, rules) -> page.append(table(heading(group), "what is wanted", rules)));
        return page.append(table("Not checked", "why", leftOut)).toString();
    }

    private static String table(String heading, String column, Collection<Rule> rules) {
        return rules.stream()
                .map(rule -> "| " + rule.number() + " | " + escaped(rule.sentence()) + " |\n")
                .collect(Collectors.joining(
                        "", "\n## " + heading + "\n\n| rule | " + column + " |\n| --- | --- |\n", ""));
    }

    private static String escaped(String sentence) {
        return sentence.replace("\\", "\\\\")
                .replace("*", "\\*")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static String group(Rule rule) {
        return rule.number().substring(0, rule.number().indexOf('-'));
    }

    private static String heading(String group) {
        if (!HEADINGS.containsKey(group)) {
            throw new IllegalArgumentException("RulePage has no heading for the rules " + group);
        }
        return HEADINGS.get(group);
    }

    private static Map<String, String> headings() {
        Map<String, String> headings = new LinkedHashMap<>();
        headings.put("DOC", "Documents");
        headings.put("TXT", "Texts");
        headings.put("LST", "Listings");
        headings.put("IMG", "Images");
        headings.put("TRL", "Trailers");
        headings.put("PKG", "Packages");
        headings.put("IDN", "Identity");
        headings.put("VER", "Versions");
        headings.put("DEV", "Device families");
        headings.put("CAP", "Capabilities");
        headings.put("APX", "Manifests and what is packed");
        headings.put("UPD", "Updates");
        headings.put("ROL", "Rollout");
        headings.put("MAN", "Mandatory updates");
        headings.put("PUB", "Publishing");
        headings.put("PRC", "Prices");
        headings.put("CAT", "Categories");
        headings.put("PRP", "Properties");
        headings.put("FLT", "Flights");
        headings.put("ADD", "Add-ons");
        headings.put("MSI", "MSI and EXE products");
        return headings;
    }
}
