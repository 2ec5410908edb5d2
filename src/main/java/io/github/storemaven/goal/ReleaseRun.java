package io.github.storemaven.goal;

import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.StoreRefused;
import io.github.storemaven.submission.ArchiveUploader;
import io.github.storemaven.submission.DocumentGuard;
import io.github.storemaven.submission.Outcome;
import io.github.storemaven.submission.Release;
import io.github.storemaven.submission.ReleaseOptions;
import io.github.storemaven.submission.ReleaseRefused;
import io.github.storemaven.submission.ReleaseRequest;
import io.github.storemaven.submission.StatusReport;
import io.github.storemaven.transfer.BlockUpload;
import io.github.storemaven.transfer.UploadSettings;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;

/** Runs a release within a build: its log, its result file, and what an interruption leaves to be said. */
final class ReleaseRun {
    private final SubmitMojo mojo;
    private final Connection connection;
    private final MavenReleaseLog log;

    ReleaseRun(SubmitMojo mojo, Connection connection) {
        this.mojo = mojo;
        this.connection = connection;
        this.log = new MavenReleaseLog(mojo.getLog());
    }

    void run(ReleaseRequest wanted, ReleaseOptions options, DocumentGuard guard)
            throws MojoFailureException, IOException, InterruptedException {
        long start = System.nanoTime();
        ArchiveUploader uploader = uploader();
        Release release = new Release(connection.service(), uploader, access().timer(), log, wanted, options, guard);
        Interruption interruption = Interruption.watch(release, log);
        try {
            Outcome outcome = release.run();
            double seconds = (System.nanoTime() - start) / 1e9;
            ResultFile.write(
                    ResultFile.in(mojo.output()),
                    ResultFile.of(outcome, access().calls(), uploader.bytes(), seconds),
                    access().secrets());
            conclude(outcome);
        } catch (ReleaseRefused | StoreRefused refused) {
            sayWhatIsLeft(release);
            throw new MojoFailureException(refused.getMessage(), refused);
        } catch (IOException problem) {
            sayWhatIsLeft(release);
            throw problem;
        } finally {
            interruption.close();
        }
    }

    private ArchiveUploader uploader() {
        return new ArchiveUploader(
                new BlockUpload(access().transport(), access().timer(), access().rule(), UploadSettings.chosen()),
                new TransferProgress(mojo.session.getRepositorySession()),
                connection.serviceUrl(),
                log);
    }

    private StoreAccess access() {
        return connection.access();
    }

    private void sayWhatIsLeft(Release release) {
        release.howToGoOn().ifPresent(log::warn);
    }

    private void conclude(Outcome outcome) throws MojoFailureException {
        String page =
                PartnerCenter.page(outcome.product(), outcome.submissionId()).toString();
        switch (outcome.kind()) {
            case RELEASED -> {
                StatusReport.linesAfterSuccess(outcome.status()).forEach(line -> log.warn("From the Store: " + line));
                log.info("Submission " + outcome.submissionId() + " is in the state "
                        + outcome.status().name() + ". " + page);
            }
            case DRAFTED -> log.info("The draft is at " + page);
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
            case FAILED -> throw new MojoFailureException(StatusReport.refusal(outcome) + lastCorrelationId());
        }
    }

    /** What Microsoft's support asks for. */
    private String lastCorrelationId() {
        List<String> ids = access().calls().correlationIds();
        return ids.isEmpty() ? "" : " Correlation id " + ids.get(ids.size() - 1);
    }
}
