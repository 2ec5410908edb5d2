package io.github.storemaven.submission;

import io.github.storemaven.service.reference.AnswerLog;
import io.github.storemaven.service.reference.Deviation;
import java.util.Map;
import java.util.stream.Collectors;

/** What the Store answered otherwise than the reference has it, as Markdown made to be attached to a bug report. */
public final class DoctorMarkdown {
    private DoctorMarkdown() {}

    /** @param version of the plugin */
    public static String of(Diagnosis diagnosis, AnswerLog answers, String version) {
        Map<Deviation, Integer> deviations = answers.deviations();
        StringBuilder text = new StringBuilder("# What the Store answered otherwise than the reference\n\n")
                .append("store-maven-plugin ")
                .append(version)
                .append(", ")
                .append(answers.answers())
                .append(answers.answers() == 1 ? " answer" : " answers")
                .append(" of the Store compared, ")
                .append(deviations.size())
                .append(deviations.size() == 1 ? " difference.\n" : " differences.\n")
                .append("No secret and no text of a product is in this file. The same id has the same mask everywhere;")
                .append(" texts are shown by their form.\n\n")
                .append("Checks: ")
                .append(diagnosis.checks().stream()
                        .map(check -> check.name() + " " + check.result().word())
                        .collect(Collectors.joining(", ")))
                .append(".\n");
        if (!deviations.isEmpty()) {
            text.append(
                    "\n| call | where | expected | found | times | reference |\n| --- | --- | --- | --- | ---: | --- |\n");
            deviations.forEach((deviation, times) -> row(text, deviation, times));
        }
        return text.toString();
    }

    private static void row(StringBuilder text, Deviation deviation, int times) {
        text.append("| ")
                .append(PlanMarkdown.cell(deviation.call()))
                .append(" | ")
                .append(deviation.place().isEmpty() ? "the answer" : PlanMarkdown.cell(deviation.place()))
                .append(" | ")
                .append(PlanMarkdown.cell(deviation.expected()))
                .append(" | ")
                .append(PlanMarkdown.cell(deviation.found()))
                .append(" | ")
                .append(times)
                .append(" | ")
                .append(deviation.section())
                .append(" |\n");
    }
}
