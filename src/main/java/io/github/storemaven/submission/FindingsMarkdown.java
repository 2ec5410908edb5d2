package io.github.storemaven.submission;

import io.github.storemaven.check.Finding;
import io.github.storemaven.check.Findings;
import java.util.List;
import java.util.stream.Stream;

/** Findings and other lines as Markdown, for the page of a CI service. */
public final class FindingsMarkdown {
    private static final int MOST = 40;

    private FindingsMarkdown() {}

    /** The findings of a check; empty where there is no more than advice. */
    public static String of(Findings findings) {
        if (findings.errors().isEmpty() && findings.warnings().isEmpty()) {
            return "";
        }
        List<String> lines = Stream.of(findings.errors(), findings.warnings(), findings.advice())
                .flatMap(List::stream)
                .map(Finding::text)
                .toList();
        return of(
                "Store: " + count(findings.errors().size(), "error") + ", "
                        + count(findings.warnings().size(), "warning"),
                lines);
    }

    /** Lines under a heading. */
    public static String of(String heading, List<String> lines) {
        StringBuilder text =
                new StringBuilder("### ").append(PlanMarkdown.plain(heading)).append("\n\n");
        lines.stream()
                .limit(MOST)
                .forEach(line -> text.append("- ")
                        .append(PlanMarkdown.plain(line.strip()))
                        .append('\n'));
        if (lines.size() > MOST) {
            text.append("- and ").append(lines.size() - MOST).append(" more\n");
        }
        return text.toString();
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
