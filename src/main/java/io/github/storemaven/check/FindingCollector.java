package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import io.github.storemaven.text.ForeignText;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects what the rules find, up to a bound; not thread safe. */
public final class FindingCollector {
    /** Nobody reads more, and a document of 32 MiB could give millions. */
    static final int MOST = 10_000;

    private final Set<Finding> findings = new LinkedHashSet<>();

    /** Keeps one finding once; the first that is too many is replaced by a word about it, later ones are dropped. */
    public void add(Finding finding) {
        if (findings.size() < MOST) {
            findings.add(finding);
        } else if (findings.size() == MOST) {
            findings.add(new Finding(
                    "DOC-06",
                    Severity.ERROR,
                    finding.file(),
                    "",
                    "there are more than " + MOST + " findings; the others are not shown"));
        }
    }

    /** All that was found so far. */
    public Findings findings() {
        return new Findings(List.copyOf(findings));
    }

    /** Whether further findings would be dropped, so that looking for them is a waste of time. */
    boolean full() {
        return findings.size() > MOST;
    }

    void error(String rule, String file, String place, String message, String remedy) {
        add(new Finding(rule, Severity.ERROR, file, place, sentence(message, remedy)));
    }

    void warning(String rule, String file, String place, String message, String remedy) {
        add(new Finding(rule, Severity.WARNING, file, place, sentence(message, remedy)));
    }

    /** What is wrong and what to do; a question says it already. */
    private static String sentence(String message, String remedy) {
        return remedy.isEmpty() || message.endsWith("?") ? message : message + "; " + remedy;
    }

    /** Tells which source sets a path of a document. */
    @FunctionalInterface
    public interface Origin {
        /**
         * The file, and where it is known the line, in the form of {@link io.github.storemaven.json.ParsedJson#locationOf}:
         * {@code submission.json, line 3}.
         *
         * @param jsonPointer of a value in the document, or of the nearest object around one that is missing
         */
        String where(String jsonPointer);

        /** The same only for the submission file, whatever other sources are laid over it. */
        default Origin ofSubmissionFile() {
            return this;
        }
    }

    /** Names the file and the place of what is found in a document. */
    static final class OfDocument {
        private static final Pattern FILE_AND_LINE = Pattern.compile("(.*), (line \\d+)", Pattern.DOTALL);
        private static final int LONGEST_POINTER = 200;

        private final FindingCollector report;
        private final Origin origin;

        OfDocument(FindingCollector report, Origin origin) {
            this.report = report;
            this.origin = origin;
        }

        void error(String rule, Node node, String message, String remedy) {
            add(rule, Severity.ERROR, node, message, remedy);
        }

        void warning(String rule, Node node, String message, String remedy) {
            add(rule, Severity.WARNING, node, message, remedy);
        }

        void advice(String rule, Node node, String message, String remedy) {
            add(rule, Severity.ADVICE, node, message, remedy);
        }

        /** About the file or folder that would set a value that is missing. */
        void errorIn(Path file, String rule, Node node, String message, String remedy) {
            report.error(rule, file.toString(), node.pointer(), message, remedy);
        }

        void add(String rule, Severity severity, Node node, String message, String remedy) {
            String where = origin.where(node.pointer());
            String pointer = ForeignText.cut(node.pointer(), LONGEST_POINTER);
            Matcher parts = FILE_AND_LINE.matcher(where);
            if (parts.matches()) {
                String place = pointer.isEmpty() ? parts.group(2) : parts.group(2) + ", " + pointer;
                report.add(new Finding(rule, severity, parts.group(1), place, sentence(message, remedy)));
            } else {
                report.add(new Finding(rule, severity, where, pointer, sentence(message, remedy)));
            }
        }

        boolean full() {
            return report.full();
        }
    }

    /** Names the file, and the place inside it, of what is found in a package. */
    record OfPackage(FindingCollector report, Path file) {
        void error(String rule, String place, String message, String remedy) {
            report.error(rule, file.toString(), place, message, remedy);
        }

        void warning(String rule, String place, String message, String remedy) {
            report.warning(rule, file.toString(), place, message, remedy);
        }

        void advice(String rule, String place, String message, String remedy) {
            report.add(new Finding(rule, Severity.ADVICE, file.toString(), place, sentence(message, remedy)));
        }

        /** Sentences that say what is wrong and what to do. */
        void error(String rule, String place, String sentences) {
            error(rule, place, sentences, "");
        }

        /** Sentences that say what is likely trouble and what to do. */
        void warning(String rule, String place, String sentences) {
            warning(rule, place, sentences, "");
        }

        boolean full() {
            return report.full();
        }
    }
}
