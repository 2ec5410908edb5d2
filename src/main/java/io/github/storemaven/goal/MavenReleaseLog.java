package io.github.storemaven.goal;

import io.github.storemaven.submission.ReleaseLog;
import org.apache.maven.plugin.logging.Log;

/** A release's lines in Maven's log. */
record MavenReleaseLog(Log log) implements ReleaseLog {
    @Override
    public void info(String line) {
        log.info(line);
    }

    @Override
    public void warn(String line) {
        log.warn(line);
    }
}
