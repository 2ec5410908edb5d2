package io.github.storemaven.goal;

import io.github.storemaven.submission.ReleaseLog;
import org.apache.maven.plugin.logging.Log;

/** A release's lines in Maven's log, and its events for the clock. */
class MavenReleaseLog extends ReleaseLog {
    private final Log log;
    private final boolean rehearsal;
    private final ReleaseClock clock;

    /** @param rehearsal whether links would lead to what is not there */
    MavenReleaseLog(Log log, boolean rehearsal, ReleaseClock clock) {
        this.log = log;
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    @Override
    public void info(String line) {
        log.info(shown(line));
    }

    @Override
    public void warn(String line) {
        log.warn(shown(line));
    }

    @Override
    protected void uploadBegins() {
        clock.uploadBegins();
    }

    @Override
    protected void uploadEnds() {
        clock.uploadEnds();
    }

    @Override
    protected void updateEnds() {
        clock.updateEnds();
    }

    @Override
    protected void accepted() {
        clock.accepted();
    }

    private String shown(String line) {
        return rehearsal ? Rehearsal.withoutLinks(line) : line;
    }
}
