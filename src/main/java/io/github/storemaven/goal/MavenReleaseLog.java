package io.github.storemaven.goal;

import io.github.storemaven.submission.ReleaseLog;
import org.apache.maven.plugin.logging.Log;

/**
 * A release's lines in Maven's log.
 *
 * @param rehearsal whether links would lead to what is not there
 * @param clock notes when the Store has accepted the commit
 */
record MavenReleaseLog(Log log, boolean rehearsal, ReleaseClock clock) implements ReleaseLog {
    private static final String ACCEPTED = "CommitStarted -> ";

    @Override
    public void info(String line) {
        if (line.startsWith(ACCEPTED)) {
            clock.accepted();
        }
        log.info(shown(line));
    }

    @Override
    public void warn(String line) {
        log.warn(shown(line));
    }

    private String shown(String line) {
        return rehearsal ? Rehearsal.withoutLinks(line) : line;
    }
}
