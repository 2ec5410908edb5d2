package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the file and the place of what is found in a document. */
final class DocumentReport {
    private static final Pattern FILE_AND_LINE = Pattern.compile("(.*), (line \\d+)", Pattern.DOTALL);
    private static final int LONGEST_POINTER = 200;

    private final Report report;
    private final Origin origin;

    DocumentReport(Report report, Origin origin) {
        this.report = report;
        this.origin = origin;
    }

    void error(String rule, Node node, String message, String allowed) {
        add(rule, Severity.ERROR, node, message, allowed);
    }

    void warning(String rule, Node node, String message, String allowed) {
        add(rule, Severity.WARNING, node, message, allowed);
    }

    void add(String rule, Severity severity, Node node, String message, String allowed) {
        String where = origin.where(node.pointer());
        String pointer = Quote.cut(node.pointer(), LONGEST_POINTER);
        Matcher parts = FILE_AND_LINE.matcher(where);
        if (parts.matches()) {
            String place = pointer.isEmpty() ? parts.group(2) : parts.group(2) + ", " + pointer;
            report.add(new Finding(rule, severity, parts.group(1), place, message, allowed));
        } else {
            report.add(new Finding(rule, severity, where, pointer, message, allowed));
        }
    }

    boolean full() {
        return report.full();
    }
}
