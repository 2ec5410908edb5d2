package io.github.storemaven.check;

import java.nio.file.Path;

/** Names the file, and the place inside it, of what is found in a package. */
record PackageReport(Report report, Path file) {
    void error(String rule, String place, String message, String allowed) {
        report.error(rule, file.toString(), place, message, allowed);
    }

    void warning(String rule, String place, String message, String allowed) {
        report.warning(rule, file.toString(), place, message, allowed);
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
