package io.github.storemaven.submission;

import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.submission.ReleaseReport.ReleasedPackage;
import io.github.storemaven.text.ForeignText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The end of a release as Markdown, for the page of a CI service. */
public final class SummaryMarkdown {
    /** Of changes; the log and {@code plan} have them all. */
    private static final int MOST_LINES = 40;

    private static final int DIGITS = 12;

    private final StringBuilder text;

    /** A heading, and a table whose rows are to follow. */
    public SummaryMarkdown(String title) {
        text = new StringBuilder("### ").append(title).append("\n\n| | |\n| --- | --- |\n");
    }

    /** A heading that tells how the release of something ended. */
    public static String title(String product, ReleaseOutcome outcome, boolean rehearsal) {
        return (rehearsal ? "REHEARSAL " : "") + "Microsoft Store: "
                + (product.isEmpty() ? "" : PlanMarkdown.plain(product) + ", ") + outcome.phrase();
    }

    /** One line, for a release that has changed nothing. */
    public static String line(String title, String message) {
        return title + ". " + sentence(message) + "\n";
    }

    /** Heading, table, changes, warnings and what is to follow. */
    public static String of(ReleaseReport report) {
        SummaryMarkdown summary = new SummaryMarkdown(report.title())
                .row("result", report.outcome().word());
        report.version().ifPresent(version -> summary.row("version", version));
        report.packages().forEach(one -> summary.add("package", described(one)));
        report.submissionId().ifPresent(id -> summary.row("submission", id));
        report.status().map(SubmissionStatus::name).ifPresent(name -> summary.row("state", name));
        report.pending().ifPresent(pending -> summary.row("pending", pending.submissionId() + ", " + pending.status()));
        report.link().ifPresent(link -> summary.add("Partner Center", link));
        summary.sentence(report.message(), "");
        report.plan().ifPresent(plan -> changes(summary.text, plan));
        return summary.end(report.warnings(), report.next());
    }

    /** A row of the table, with a value in which nothing is Markdown. */
    public SummaryMarkdown row(String name, String value) {
        return add(name, PlanMarkdown.cell(value));
    }

    private SummaryMarkdown add(String name, String value) {
        text.append("| ").append(name).append(" | ").append(value).append(" |\n");
        return this;
    }

    /** What the table is followed by: a sentence, and Markdown. */
    public SummaryMarkdown sentence(String message, String markdown) {
        text.append("\n").append(sentence(message)).append("\n").append(markdown);
        return this;
    }

    /** Changes as the log shows them, in a block of code. */
    public static String changes(List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        int more = lines.size() - MOST_LINES;
        return lines.stream().limit(MOST_LINES).collect(Collectors.joining("\n", "\n~~~diff\n", "\n~~~\n"))
                + (more > 0 ? "\nand " + more + " more\n" : "");
    }

    /** The whole of it, with warnings, and with what is to follow. */
    public String end(List<String> warnings, Optional<String> next) {
        list(text, "Warnings", warnings);
        next.ifPresent(what ->
                text.append("\n**What next:** ").append(PlanMarkdown.code(what)).append("\n"));
        return text.toString();
    }

    private static String described(ReleasedPackage one) {
        return PlanMarkdown.cell(one.source().name()) + ", "
                + PlanMarkdown.cell(one.source().version()) + ", "
                + PlanMarkdown.cell(one.source().architecture())
                + String.format(Locale.ROOT, ", %,d bytes", one.bytes())
                + one.sha256()
                        .map(digest -> ", SHA-256 " + digest.substring(0, DIGITS))
                        .orElse("")
                + (one.sent() ? "" : ", not sent");
    }

    private static void changes(StringBuilder text, Plan plan) {
        if (plan.isEmpty()) {
            return;
        }
        List<List<String>> groups = PlanMarkdown.groups(plan, false);
        int lines = 0;
        int shown = 0;
        for (List<String> group : groups) {
            if (lines + group.size() > MOST_LINES) {
                break;
            }
            group.forEach(line -> text.append(line).append("\n"));
            lines += group.size();
            shown++;
        }
        if (shown < groups.size()) {
            text.append("\nand ")
                    .append(groups.size() - shown)
                    .append(groups.size() - shown == 1 ? " more group\n" : " more groups\n");
        }
        text.append("\n").append(PlanMarkdown.total(plan)).append("\n");
    }

    private static void list(StringBuilder text, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n").append(heading).append(":\n\n");
            lines.forEach(line -> text.append("- ").append(sentence(line)).append("\n"));
        }
    }

    private static String sentence(String text) {
        return PlanMarkdown.plain(ForeignText.oneLine(text, ForeignText.LONGEST_MESSAGE));
    }
}
