package io.github.storemaven.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what the rules find, up to a bound; not thread safe. */
public final class Report {
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
                    "there are more than " + MOST + " findings; the others are not shown",
                    ""));
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

    void error(String rule, String file, String place, String message, String allowed) {
        add(new Finding(rule, Severity.ERROR, file, place, message, allowed));
    }

    void warning(String rule, String file, String place, String message, String allowed) {
        add(new Finding(rule, Severity.WARNING, file, place, message, allowed));
    }
}
