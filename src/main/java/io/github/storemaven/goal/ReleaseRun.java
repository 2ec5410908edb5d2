package io.github.storemaven.goal;

import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.submission.ArchiveUploader;
import io.github.storemaven.submission.DocumentGuard;
import io.github.storemaven.submission.Outcome;
import io.github.storemaven.submission.Release;
import io.github.storemaven.submission.ReleaseLog;
import io.github.storemaven.submission.ReleaseOptions;
import io.github.storemaven.submission.ReleaseRefused;
import io.github.storemaven.submission.ReleaseRequest;
import io.github.storemaven.submission.StatusReport;
import io.github.storemaven.submission.Uploader;
import io.github.storemaven.submission.WaitTimedOut;
import io.github.storemaven.transfer.BlockUpload;
import io.github.storemaven.transfer.UploadSettings;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.List;
import java.util.NavigableSet;
import org.apache.maven.plugin.MojoFailureException;

/** Runs a release within a build: its log, its result files, and what an interruption leaves to be said. */
final class ReleaseRun {
    private final SubmitMojo mojo;
    private final Connection connection;
    private final ReleaseLog log;
    private final ResultFile result;
    private final ReleaseClock clock = new ReleaseClock(System::nanoTime);
    private final ArchiveUploader uploader;

    ReleaseRun(SubmitMojo mojo, Connection connection) {
        this.mojo = mojo;
        this.connection = connection;
        this.log = new MavenReleaseLog(mojo.getLog(), mojo.rehearse, clock);
        this.result = new ResultFile(mojo.output(), mojo.rehearse);
        this.uploader = uploader();
    }

    Outcome run(ReleaseRequest wanted, ReleaseOptions options, DocumentGuard guard)
            throws ReleaseRefused, StoreRefusedException, MojoFailureException, IOException, InterruptedException {
        access().calls().listen(clock::called);
        result.forget(wanted.product());
        Release release = new Release(connection.service(), this::upload, access().time(), log, wanted, options, guard);
        Interruption interruption = Interruption.watch(() -> sayWhatIsLeft(release));
        try {
            Outcome outcome = release.run();
            write(outcome);
            conclude(outcome, wanted);
            return outcome;
        } catch (WaitTimedOut timeOut) {
            SubmissionStatus last = new SubmissionStatus(timeOut.status(), JsonValue.EMPTY_JSON_OBJECT);
            write(new Outcome(wanted.product(), timeOut.submissionId(), last, Outcome.Kind.FAILED));
            throw timeOut;
        } catch (ReleaseRefused
                | StoreRefusedException
                | IOException
                | InterruptedException
                | RuntimeException
                | Error failure) { // Whatever it is, the draft that is left has to be told.
            sayWhatIsLeft(release);
            throw failure;
        } finally {
            interruption.close();
        }
    }

    private void upload(NavigableSet<String> names, ReleaseRequest wanted, JsonObject draft, Uploader.Asking asking)
            throws ReleaseRefused, StoreRefusedException, IOException, InterruptedException {
        clock.enter(ReleaseClock.Part.UPLOAD);
        uploader.upload(names, wanted, draft, asking);
        clock.enter(ReleaseClock.Part.COMMIT);
    }

    /** A release that has succeeded does not fail because a file of ours cannot be written. */
    private void write(Outcome outcome) {
        try {
            result.write(outcome, access().calls(), uploader.bytes(), clock, access().secrets());
        } catch (IOException problem) {
            log.warn("The result is not in " + result.last() + ". " + FailureTranslator.sentence(problem)
                    + ". Submission " + outcome.submissionId() + " of " + outcome.product() + " is in the state "
                    + outcome.status().name());
        }
    }

    private ArchiveUploader uploader() {
        return new ArchiveUploader(
                new BlockUpload(access().transport(), access().time(), access().retryPolicy(), UploadSettings.chosen()),
                new TransferProgress(mojo.session.getRepositorySession()),
                connection.serviceUrl(),
                log);
    }

    private StoreAccess access() {
        return connection.access();
    }

    /** The Store of a rehearsal ends with the build, so nothing is left in it. */
    private void sayWhatIsLeft(Release release) {
        if (!mojo.rehearse) {
            release.howToGoOn().ifPresent(log::warn);
        }
    }

    private void conclude(Outcome outcome, ReleaseRequest wanted) throws MojoFailureException {
        String page =
                PartnerCenter.page(outcome.product(), outcome.submissionId()).toString();
        if (outcome.kind() != Outcome.Kind.FAILED) {
            new ReleaseSummary(mojo.shared()).add(outcome);
        }
        switch (outcome.kind()) {
            case RELEASED -> {
                StatusReport.linesAfterSuccess(outcome.status()).forEach(line -> log.warn("From the Store: " + line));
                log.info("Released " + outcome.product());
                wanted.packages()
                        .forEach(one -> log.info("  Package " + one.file().getFileName() + " (version " + one.version()
                                + ", " + one.architecture() + ")"));
                log.info("Submission " + outcome.submissionId() + " is in the state "
                        + outcome.status().name() + ". " + page);
                log.info(clock.line());
            }
            case DRAFTED -> log.info(mojo.rehearse ? "The draft ends with the rehearsal" : "The draft is at " + page);
            case ALREADY_PUBLISHED ->
                log.info("What is wanted is published already; nothing was changed. "
                        + PartnerCenter.page(outcome.product()));
            case WAITS_FOR_A_PERSON ->
                log.warn("Submission " + outcome.submissionId()
                        + " is certified and waits for \"Publish now\" in Partner Center, which the API cannot press: "
                        + page);
            case WAITS_FOR_ITS_DATE ->
                log.info("Submission " + outcome.submissionId()
                        + " is certified; the Store publishes it at its targetPublishDate, which no run has to wait"
                        + " for: "
                        + page);
            case FAILED -> throw new MojoFailureException(refusal(outcome));
        }
    }

    private String refusal(Outcome outcome) {
        String refusal = StatusReport.refusal(outcome) + lastCorrelationId();
        return mojo.rehearse ? Rehearsal.withoutLinks(refusal) : refusal;
    }

    /** What Microsoft's support asks for. */
    private String lastCorrelationId() {
        List<String> ids = access().calls().correlationIds();
        return ids.isEmpty() ? "" : " Correlation id " + ids.get(ids.size() - 1);
    }
}
