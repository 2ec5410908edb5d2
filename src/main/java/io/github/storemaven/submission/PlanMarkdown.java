package io.github.storemaven.submission;

import io.github.storemaven.text.ForeignText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A plan as Markdown, fit for a comment on a pull request. */
public final class PlanMarkdown {
    private static final Pattern RUN = Pattern.compile("`+");
    private static final int LONGEST_LINE = 2000;
    private static final ChangeRenderer.Style STYLE = new ChangeRenderer.Style("\u2192", "\u2026", true);

    private PlanMarkdown() {}

    /** @param isWhole whether nothing is cut */
    public static String of(Plan plan, boolean isWhole) {
        ChangeRenderer changes = new ChangeRenderer(plan, STYLE, isWhole);
        StringBuilder text = new StringBuilder("### Store release of " + plain(changes.product()) + "\n\n");
        if (plan.isEmpty()) {
            text.append("No change, compared with ").append(plan.base()).append(".\n");
            plan.notSentLine()
                    .ifPresent(line -> text.append("\n").append(plain(line)).append(".\n"));
        } else {
            text.append("Compared with ").append(plan.base()).append(":\n");
            groups(plan, isWhole)
                    .forEach(lines -> lines.forEach(line -> text.append(line).append("\n")));
            text.append("\n").append(changes.total()).append("\n");
        }
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
            text.append("\n| file to upload | from | bytes |\n| --- | --- | ---: |\n");
            plan.files()
                    .forEach(file -> text.append("| " + cell(file.name()) + " | " + source(file) + " | "
                            + String.format(Locale.ROOT, "%,d", file.bytes()) + " |\n"));
        }
        return text.toString();
    }

    /** How many items are added, changed and removed, and what is uploaded. */
    static String total(Plan plan) {
        return new ChangeRenderer(plan, STYLE, false).total();
    }

    /** The lines of each group; in a block of code nothing is Markdown, and no line of ours begins with its fence. */
    static List<List<String>> groups(Plan plan, boolean isWhole) {
        List<List<String>> groups = new ArrayList<>();
        new ChangeRenderer(plan, STYLE, isWhole).groups().forEach((title, items) -> {
            List<String> lines = new ArrayList<>(List.of("", "**" + plain(title) + "**", "", "~~~diff"));
            lines.addAll(items);
            lines.add("~~~");
            groups.add(lines);
        });
        return groups;
    }

    private static String source(Plan.PlannedFile file) {
        return file.source().isEmpty() ? "" : cell(file.source());
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
