package io.github.storemaven.submission;

import io.github.storemaven.document.Change;
import io.github.storemaven.text.ForeignText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A plan as Markdown, fit for a comment on a pull request. */
public final class PlanMarkdown {
    private static final Pattern RUN = Pattern.compile("`+");
    private static final int LONGEST_LINE = 2000;

    private PlanMarkdown() {}

    /** @param base what the plan was made on, as {@link StoreDocument#description} has it */
    public static String of(Plan plan, String base) {
        StringBuilder text = new StringBuilder("### Store release of " + plan.product() + "\n\n");
        text.append(
                        plan.changes().isEmpty()
                                ? "No change to "
                                : count(plan.changes().size(), "change") + " to ")
                .append(base)
                .append(plan.changes().isEmpty() ? ".\n" : ":\n\n");
        changes(plan).forEach(lines -> lines.forEach(line -> text.append(line).append("\n")));
        plan.warnings()
                .forEach(line -> text.append("\n**Mind:** ").append(plain(line)).append(".\n"));
        if (!plan.olderPackages().isEmpty()) {
            text.append("\n").append(plan.olderPackages().get(0)).append("\n\n");
            plan.olderPackages().stream()
                    .skip(1)
                    .forEach(
                            line -> text.append("- ").append(code(line.strip())).append("\n"));
        }
        if (!plan.files().isEmpty()) {
            text.append("\n")
                    .append(count(plan.files().size(), "file"))
                    .append(" to send:\n\n| file | from | bytes |\n| --- | --- | ---: |\n");
            plan.files()
                    .forEach(file -> text.append(
                            "| " + cell(file.name()) + " | " + source(file) + " | " + file.size() + " |\n"));
        }
        return text.toString();
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String source(Plan.PlannedFile file) {
        return file.source().isEmpty() ? "" : cell(file.source());
    }

    /** The changes, each in lines of its own. */
    static List<List<String>> changes(Plan plan) {
        return plan.changes().stream().map(change -> lines(change, plan)).toList();
    }

    private static List<String> lines(Change change, Plan plan) {
        Optional<List<String>> difference = ChangeRenderer.textDifference(change);
        if (difference.isEmpty()) {
            return List.of("- " + code(ChangeRenderer.line(change, plan.merged())));
        }
        List<String> lines = new ArrayList<>(List.of("- " + code(change.path()), "", "  ~~~diff"));
        difference.get().forEach(line -> lines.add("  " + ChangeRenderer.textLine(line)));
        lines.add("  ~~~");
        return lines;
    }

    /** A name as a code span, in which nothing is Markdown: its fence is longer than any run of backticks in it. */
    static String code(String name) {
        String line = ForeignText.oneLine(name, LONGEST_LINE);
        String fence = "`".repeat(1 + longestRun(line));
        String blank = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + blank + line + blank + fence;
    }

    /** In a table a bar would end the cell, in code as well. */
    static String cell(String name) {
        return code(name).replace("|", "\\|");
    }

    private static int longestRun(String line) {
        return RUN.matcher(line)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
    }

    /** A sentence with values of somebody else: no HTML, no link or image, no mention. */
    static String plain(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("[", "\\[")
                .replace("*", "\\*")
                .replace("`", "\\`")
                .replace("@", "@\u200B");
    }
}
