package io.github.storemaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.testing.Documents;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** A document that just passes a rule and one that just fails it; both are JSON with single quotes for brevity. */
record RuleCase(String rule, Severity severity, String passes, String fails) {
    /** Runs some rules over a document. */
    interface Check {
        void run(ParsedJson document, FindingCollector report) throws Exception;
    }

    static RuleCase error(String rule, String passes, String fails) {
        return new RuleCase(rule, Severity.ERROR, passes, fails);
    }

    static RuleCase warning(String rule, String passes, String fails) {
        return new RuleCase(rule, Severity.WARNING, passes, fails);
    }

    static RuleCase advice(String rule, String passes, String fails) {
        return new RuleCase(rule, Severity.ADVICE, passes, fails);
    }

    void assertRule(Check check) throws Exception {
        assertThat(found(check, fails)).as("fails: %s", fails).contains(severity);
        assertThat(found(check, passes)).as("passes: %s", passes).doesNotContain(severity);
    }

    /** The severities of this rule's findings. */
    private List<Severity> found(Check check, String text) throws Exception {
        return findings(check, text).all().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(Finding::severity)
                .toList();
    }

    static Findings findings(Check check, String text) throws Exception {
        FindingCollector report = new FindingCollector();
        check.run(json(text), report);
        return report.findings();
    }

    /** Reads JSON that was written with single quotes. */
    static ParsedJson json(String text) throws Exception {
        byte[] utf8 = Documents.quoted(text).getBytes(StandardCharsets.UTF_8);
        return ParsedJson.of("submission.json", utf8);
    }

    /** So many letters. */
    static String letters(int count) {
        return "x".repeat(count);
    }

    /** A JSON array of the same item so many times. */
    static String array(int count, String item) {
        return "[" + String.join(",", Collections.nCopies(count, item)) + "]";
    }

    @Override
    public String toString() {
        return rule + " " + severity;
    }
}
