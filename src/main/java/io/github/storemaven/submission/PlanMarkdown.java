package io.github.storemaven.submission;

import java.util.List;

/** A plan as Markdown, fit for a comment on a pull request. */
public final class PlanMarkdown {
    private PlanMarkdown() {}

    public static String of(Plan plan) {
        StringBuilder text =
                new StringBuilder("## Store release of " + plan.wanted().product() + "\n\n");
        text.append(plan.changes().isEmpty() ? "No change.\n" : plan.changes().size() + " changes:\n\n");
        plan.changes().forEach(change -> change(text, change, plan));
        if (!plan.files().isEmpty()) {
            text.append("\nFiles to send:\n\n| file | bytes |\n| --- | ---: |\n");
            plan.files()
                    .forEach(file -> text.append("| `")
                            .append(file.name())
                            .append("` | ")
                            .append(file.bytes())
                            .append(" |\n"));
        }
        if (!plan.dangers().isEmpty()) {
            text.append("\n**Inherited:** ")
                    .append(String.join(", ", plan.dangers()))
                    .append("\n");
        }
        return text.toString();
    }

    private static void change(StringBuilder text, Change change, Plan plan) {
        List<String> difference = Plan.textDifference(change).orElse(List.of());
        if (difference.isEmpty()) {
            text.append("- `")
                    .append(ChangeReport.line(change, plan.merged()).replace("`", "'"))
                    .append("`\n");
        } else {
            text.append("- `").append(change.path()).append("`\n\n  ~~~diff\n");
            difference.forEach(line -> text.append("  ").append(line).append("\n"));
            text.append("  ~~~\n");
        }
    }
}
