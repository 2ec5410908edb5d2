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
}
