package io.github.storemaven.submission;

import io.github.storemaven.document.Change;
import java.util.List;
import java.util.Optional;

/** A plan as Markdown, fit for a comment on a pull request. */
public final class PlanMarkdown {
    private PlanMarkdown() {}

    /** @param what the plan was made on, as {@link StoreDocument#what} says it */
    public static String of(Plan plan, String what) {
        StringBuilder text =
                new StringBuilder("### Store release of " + plan.wanted().product() + "\n\n");
        text.append(
                        plan.changes().isEmpty()
                                ? "No change to "
                                : count(plan.changes().size(), "change") + " to ")
                .append(what)
                .append(plan.changes().isEmpty() ? ".\n" : ":\n\n");
        plan.changes().forEach(change -> change(text, change, plan));
        plan.dangerLine()
                .ifPresent(line -> text.append("\n**Mind:** ").append(line).append(".\n"));
        if (!plan.files().isEmpty()) {
            text.append("\n")
                    .append(count(plan.files().size(), "file"))
                    .append(" to send:\n\n| file | from | bytes |\n| --- | --- | ---: |\n");
            plan.files()
                    .forEach(file ->
                            text.append("| `" + file.name() + "` | " + source(file) + " | " + file.size() + " |\n"));
        }
        return text.toString();
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String source(Plan.PlannedFile file) {
        return file.source().isEmpty() ? "" : "`" + file.source() + "`";
    }

    private static void change(StringBuilder text, Change change, Plan plan) {
        Optional<List<String>> difference = Plan.textDifference(change);
        if (difference.isEmpty()) {
            text.append("- `")
                    .append(ChangeReport.line(change, plan.merged()).replace("`", "'"))
                    .append("`\n");
            return;
        }
        text.append("- `").append(change.path()).append("`\n\n  ~~~diff\n");
        difference.get().forEach(line -> text.append("  ").append(line).append("\n"));
        text.append("  ~~~\n");
    }
}
