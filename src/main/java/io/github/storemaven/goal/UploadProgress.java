package io.github.storemaven.goal;

import io.github.storemaven.http.Durations;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.text.ByteSize;
import io.github.storemaven.transfer.UploadListener;
import io.github.storemaven.transfer.UploadReport;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;

/**
 * Tells how far an upload is, how fast, and how long it will take: every ten seconds to somebody who looks on, once a minute
 * to the log of a CI service. Maven's own listener, which shows the rest, is told first.
 */
final class UploadProgress implements UploadListener {
    private static final Duration LOOKED_AT = Duration.ofSeconds(10);
    private static final Duration IN_BATCH = Duration.ofMinutes(1);

    private final UploadListener maven;
    private final TimeSource time;
    private final Consumer<String> log;
    private final Executor later;

    private String host = "";
    private long total;
    private long bytes;
    private long bytesTold;
    private Duration told = Duration.ZERO;
    private Duration moved = Duration.ZERO;
    private boolean ended;

    /** @param later runs what it is given when the next line is due */
    UploadProgress(UploadListener maven, TimeSource time, Consumer<String> log, Executor later) {
        this.maven = maven;
        this.time = time;
        this.log = log;
        this.later = later;
    }

    /** Of a build. A Java that always has a console leaves the decision to Maven. */
    @SuppressWarnings("SystemConsoleNull")
    static UploadProgress of(MavenSession session, TimeSource time, Consumer<String> log) {
        return new UploadProgress(
                new TransferProgress(session.getRepositorySession()),
                time,
                log,
                CompletableFuture.delayedExecutor(
                        interval(session, System.console() != null).toSeconds(), TimeUnit.SECONDS));
    }

    /** Maven has no one word for a build that nobody looks at. */
    static Duration interval(MavenSession session, boolean hasConsole) {
        String ci = session.getSystemProperties().getProperty("env.CI", "false");
        boolean isLookedAt = hasConsole && session.getRequest().isInteractiveMode() && ci.equalsIgnoreCase("false");
        return isLookedAt ? LOOKED_AT : IN_BATCH;
    }

    @Override
    public void started(String address, long totalBytes) {
        maven.started(address, totalBytes);
        synchronized (this) {
            host = URI.create(address).getAuthority();
            total = totalBytes;
            told = time.elapsed();
            moved = told;
        }
        later.execute(this::tell);
    }

    @Override
    public void progressed(long bytesSoFar) {
        maven.progressed(bytesSoFar);
        synchronized (this) {
            bytes = bytesSoFar;
            moved = time.elapsed();
        }
    }

    @Override
    public void succeeded(UploadReport report) {
        end();
        maven.succeeded(report);
    }

    @Override
    public void failed(Exception problem) {
        end();
        maven.failed(problem);
    }

    private synchronized void end() {
        ended = true;
    }

    private synchronized void tell() {
        if (ended) {
            return;
        }
        Duration now = time.elapsed();
        log.accept("Upload: " + share() + " % of " + ByteSize.of(total) + ", " + pace(now));
        told = now;
        bytesTold = bytes;
        later.execute(this::tell);
    }

    private long share() {
        return total == 0 ? 100 : bytes * 100 / total;
    }

    private String pace(Duration now) {
        long sent = bytes - bytesTold;
        double seconds = now.minus(told).toMillis() / 1000.0;
        if (sent <= 0 || seconds <= 0) {
            return "no answer from " + host + " for "
                    + Durations.readable(Duration.ofSeconds(now.minus(moved).toSeconds()));
        }
        Duration left = Duration.ofSeconds(Math.round((total - bytes) * seconds / sent));
        return ByteSize.speed(sent, seconds) + ", " + Durations.readable(left) + " left";
    }
}
