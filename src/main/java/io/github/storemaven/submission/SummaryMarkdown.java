package io.github.storemaven.submission;

import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.submission.ReleaseReport.ReleasedPackage;
import io.github.storemaven.text.ForeignText;
import java.util.List;
import java.util.Locale;

/** The end of a release as Markdown, for the page of a CI service. */
public final class SummaryMarkdown {
    /** Of changes; the log and {@code plan} have them all. */
    private static final int MOST_LINES = 40;

    private static final int DIGITS = 12;

    private SummaryMarkdown() {}

    /** One line, for a release that has changed nothing. */
    public static String line(ReleaseReport report) {
        return title(report) + ". " + sentence(report.message()) + "\n";
    }

    private static String title(ReleaseReport report) {
        return (report.rehearsal() ? "REHEARSAL " : "") + "Microsoft Store: "
                + report.product()
                        .map(product -> PlanMarkdown.plain(product.toString()) + ", ")
                        .orElse("")
                + report.outcome().phrase();
    }

    /** Heading, table, changes, warnings and what is to follow. */
    public static String of(ReleaseReport report) {
        StringBuilder text = new StringBuilder("### ").append(title(report)).append("\n\n");
        table(text, report);
        text.append("\n").append(sentence(report.message())).append("\n");
        report.plan().ifPresent(plan -> changes(text, plan));
        list(text, "Warnings", report.warnings());
        report.next()
                .ifPresent(next -> text.append("\n**What next:** ")
                        .append(PlanMarkdown.code(next))
                        .append("\n"));
        return text.toString();
    }

    private static void table(StringBuilder text, ReleaseReport report) {
        text.append("| | |\n| --- | --- |\n");
        row(text, "result", PlanMarkdown.cell(report.outcome().word()));
        report.version().ifPresent(version -> row(text, "version", PlanMarkdown.cell(version)));
        report.packages().forEach(one -> row(text, "package", described(one)));
        report.submissionId().ifPresent(id -> row(text, "submission", PlanMarkdown.cell(id)));
        report.status().map(SubmissionStatus::name).ifPresent(name -> row(text, "state", PlanMarkdown.cell(name)));
        report.pending()
                .ifPresent(pending ->
                        row(text, "pending", PlanMarkdown.cell(pending.submissionId() + ", " + pending.status())));
        report.link().ifPresent(link -> row(text, "Partner Center", link));
    }

    private static void row(StringBuilder text, String name, String value) {
        text.append("| ").append(name).append(" | ").append(value).append(" |\n");
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
