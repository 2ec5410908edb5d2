package io.github.storemaven.check;

import java.util.List;
import java.util.stream.Stream;

/** The findings as workflow commands, which GitHub Actions shows beside the lines of a change. */
public final class GitHubAnnotations {
    private GitHubAnnotations() {}

    /** One command a finding, {@code ::error file=…,line=…,title=…::message}: errors first, advice last as a notice. */
    public static List<String> of(Findings findings) {
        return Stream.of(findings.errors(), findings.warnings(), findings.advice())
                .flatMap(List::stream)
                .map(GitHubAnnotations::command)
                .toList();
    }

    private static String command(Finding finding) {
        String kind = switch (finding.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case ADVICE -> "notice";
        };
        StringBuilder command = new StringBuilder("::" + kind + " file=" + property(finding.file()));
        finding.line().ifPresent(line -> command.append(",line=").append(line));
        return command.append(",title=")
                .append(property(finding.rule()))
                .append("::")
                .append(data(finding.text()))
                .toString();
    }

    /** What follows the two colons: the percent sign and line breaks would be read as something else. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** A value before them, where colon and comma separate. */
    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
