package io.github.storemaven.goal;

import io.github.storemaven.submission.ReleaseLog;
import java.util.function.Predicate;

/** A release's lines in Maven's log, and its events for the clock. */
class MavenReleaseLog extends ReleaseLog {
    private final HarmlessLog log;
    private final Predicate<String> isNews;
    private final MavenColours colours = MavenColours.ofMaven();
    private final boolean rehearsal;
    private final ReleaseClock clock;
    private final boolean fullDiff;

    /**
     * A log.
     *
     * @param isNews whether no goal has told a line of this module in this build
     * @param rehearsal whether links would lead to what is not there
     * @param fullDiff whether changes are shown whole
     */
    MavenReleaseLog(
            HarmlessLog log, Predicate<String> isNews, boolean rehearsal, ReleaseClock clock, boolean fullDiff) {
        this.fullDiff = fullDiff;
        this.log = log;
        this.isNews = isNews;
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    @Override
    public void info(String line) {
        log.info(shown(line));
    }

    @Override
    protected void once(String line) {
        if (isNews.test(line)) {
            info(line);
        }
    }

    @Override
    public void warn(String line) {
        log.warn(shown(line));
    }

    @Override
    public void error(String line) {
        log.error(shown(line));
    }

    @Override
    protected void change(String line) {
        log.info(shown(line), colours);
    }

    @Override
    protected boolean showsAll() {
        return fullDiff;
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
