package io.github.storemaven.goal;

import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.Release;
import io.github.storemaven.submission.ReleaseLog;
import io.github.storemaven.submission.ReleaseOptions;
import io.github.storemaven.submission.ReleaseRefusedException;
import io.github.storemaven.submission.ReleaseRequest;
import io.github.storemaven.submission.ReleaseResult;
import io.github.storemaven.submission.StatusPoller;
import io.github.storemaven.submission.StatusReport;
import io.github.storemaven.submission.SubmissionUpload;
import io.github.storemaven.transfer.BlockUpload;
import io.github.storemaven.transfer.UploadSettings;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.maven.plugin.MojoFailureException;

/** Runs a release within a build: its log, its result files, and what an interruption leaves to be said. */
final class ReleaseRun {
    private final SubmitMojo mojo;
    private final Connection connection;
    private final ReleaseReporter reporter;
    private final ReleaseLog log;
    private final ReleaseClock clock = new ReleaseClock(System::nanoTime);
    private final Release release;
    private final ReleaseRequest wanted;

    ReleaseRun(
            SubmitMojo mojo,
            Connection connection,
            ReleaseReporter reporter,
            Product product,
            ReleaseRequest wanted,
            ReleaseOptions options,
            BiFunction<JsonObject, JsonObject, ConfigurationProblems> check) {
        this.mojo = mojo;
        this.connection = connection;
        this.reporter = reporter;
        this.wanted = wanted;
        this.log = reporter.log(clock);
        SubmissionUpload uploader = uploader();
        access().calls().listen(clock::called);
        this.release =
                new Release(connection.service(), uploader, access().time(), log, product, wanted, options, check);
        reporter.begins(new ReleaseReporter.Run(
                product, release.progress(), release.digests(), access().calls(), uploader, clock));
    }

    /**
     * Releases.
     *
     * @return whether it has come to its end; else the goals behind this one are to have their turn
     */
    boolean advance()
            throws ReleaseRefusedException, StoreRefusedException, MojoFailureException, IOException,
                    InterruptedException {
        Interruption interruption = Interruption.watch(this::sayWhatIsLeft);
        try {
            Optional<ReleaseResult> result = mojo.isDeferred() ? release.advance() : Optional.of(release.run());
            if (result.isPresent()) {
                reporter.ended(result.get(), conclude(result.get()));
            }
            return result.isPresent();
        } catch (StatusPoller.TimedOutException timeOut) { // Its message says what becomes of the submission.
            throw timeOut;
        } catch (ReleaseRefusedException
                | StoreRefusedException
                | IOException
                | InterruptedException
                | RuntimeException
                | Error failure) { // Whatever it is, the draft that is left has to be told.
            if (!reporter.tolerates(failure)) { // Else it is part of the one warning.
                sayWhatIsLeft();
            }
            throw failure;
        } finally {
            interruption.close();
        }
    }

    private SubmissionUpload uploader() {
        return new SubmissionUpload(
                new BlockUpload(access().transport(), access().time(), access().retryPolicy(), UploadSettings.chosen()),
                UploadProgress.of(mojo.session, access().time(), log::info),
                connection.serviceUrl());
    }

    private StoreAccess access() {
        return connection.access();
    }

    /** The Store of a rehearsal ends with the build, so nothing is left in it. */
    private void sayWhatIsLeft() {
        if (!mojo.rehearse) {
            release.resumeHint().ifPresent(log::warn);
        }
    }

    /** Tells the end. @return the sentence of it */
    private String conclude(ReleaseResult result) throws MojoFailureException {
        String page =
                PartnerCenter.page(result.product(), result.submissionId()).toString();
        if (result.kind() == ReleaseResult.Kind.FAILED) {
            String refusal = refusal(result);
            reporter.ended(result, refusal);
            throw new MojoFailureException(refusal);
        }
        if (result.kind() != ReleaseResult.Kind.OVERTAKEN) {
            new ReleaseSummary(mojo.shared()).add(result);
        }
        return switch (result.kind()) {
            case RELEASED -> {
                StatusReport.addedListings(result.status()).forEach(line -> log.info("From the Store: " + line));
                StatusReport.linesAfterRelease(result.status()).forEach(line -> log.warn("From the Store: " + line));
                log.released(result, wanted.packages(), clock.line());
                yield ReleaseLog.reached(result.status().name()) + " " + result.product() + ". Submission "
                        + result.submissionId() + " is in the state "
                        + result.status().name() + ". " + page;
            }
            case DRAFTED -> told(mojo.rehearse ? "The draft ends with the rehearsal" : "The draft is at " + page);
            case ALREADY_PUBLISHED ->
                told("Nothing to do: " + result.product() + " is published with all that this release sends. "
                        + PartnerCenter.page(result.product()));
            case OVERTAKEN -> "A newer version was published while this release waited; nothing was sent";
            case AWAITS_MANUAL_PUBLISH -> {
                log.released(result, wanted.packages(), clock.line());
                yield log.awaitsPublishNow(result.product(), result.submissionId());
            }
            default -> {
                log.released(result, wanted.packages(), clock.line());
                yield log.awaitsItsDate(result.product(), result.submissionId());
            }
        };
    }

    private String told(String line) {
        log.info(line);
        return line;
    }

    private String refusal(ReleaseResult result) {
        String refusal = StatusReport.refusal(result) + lastCorrelationId();
        return mojo.rehearse ? Rehearsal.withoutLinks(refusal) : refusal;
    }

    /** What Microsoft's support asks for. */
    private String lastCorrelationId() {
        List<String> ids = access().calls().correlationIds();
        return ids.isEmpty() ? "" : " Correlation id " + ids.get(ids.size() - 1);
    }
}
