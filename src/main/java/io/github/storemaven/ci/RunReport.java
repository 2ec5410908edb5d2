package io.github.storemaven.ci;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run has to tell a CI service.
 *
 * @param annotations the end of the run first
 * @param summary Markdown for a person; empty where there is nothing to tell
 * @param summaryFile the file that has the same text
 * @param outputs values for later steps, by name
 * @param isTolerated whether the run ended well only because an end that is a failure else was to be tolerated
 */
public record RunReport(
        List<Annotation> annotations,
        String summary,
        Optional<Path> summaryFile,
        Map<String, String> outputs,
        boolean isTolerated) {
    /** In bytes, of one product; GitHub takes a MiB a step. */
    private static final int LONGEST_SUMMARY = 64 * 1024;

    private static final String FENCE = "~~~";

    /** Markdown of one product, cut behind a line where it is too long for a page of several. */
    public static String bounded(String markdown) {
        List<String> lines = markdown.lines().toList();
        int bytes = 0;
        boolean isInCode = false;
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            bytes += line.getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes > LONGEST_SUMMARY) {
                return text.append(isInCode ? "  " + FENCE + "\n" : "")
                        .append("\nThe rest is left out; the result files have it.\n")
                        .toString();
            }
            isInCode ^= line.strip().startsWith(FENCE);
            text.append(line).append('\n');
        }
        return markdown;
    }
}
