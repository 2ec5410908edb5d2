package io.github.storemaven.submission;

import io.github.storemaven.http.SecureUri;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.SubmissionHead;
import io.github.storemaven.service.Submissions;
import io.github.storemaven.transfer.ArchiveEntry;
import io.github.storemaven.transfer.BlockUpload;
import io.github.storemaven.transfer.FileSnapshot;
import io.github.storemaven.transfer.SasUrl;
import io.github.storemaven.transfer.UploadArchive;
import io.github.storemaven.transfer.UploadContent;
import io.github.storemaven.transfer.UploadListener;
import io.github.storemaven.transfer.UploadReport;
import io.github.storemaven.zip.FileContent;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** Sends the pending files of a draft as one archive that is never written to disk, or a ready archive as it is. */
public final class SubmissionUpload {
    private final BlockUpload upload;
    private final UploadListener listener;
    private final boolean realService;
    private final ReleaseLog log;

    private UploadReport report;

    /** @param serviceUrl root of the service; the real one gives only addresses of Azure storage */
    public SubmissionUpload(BlockUpload upload, UploadListener listener, URI serviceUrl, ReleaseLog log) {
        this.upload = upload;
        this.listener = listener;
        this.realService = !SecureUri.isLoopback(serviceUrl);
        this.log = log;
    }

    /** Bytes of the archive that was uploaded; 0 before. */
    public long bytes() {
        return report == null ? 0 : report.bytes();
    }

    /**
     * Uploads.
     *
     * @param names the paths in the archive that the draft waits for
     * @param draft as the Store holds it, with the upload address; asked for once more where that has expired
     * @throws ReleaseRefusedException when a file is missing or the address is not to be trusted
     */
    void send(NavigableSet<String> names, UploadFiles files, JsonObject draft, Submissions submissions, String id)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        NavigableSet<String> missing = files.missing(names);
        if (!missing.isEmpty()) {
            throw new ReleaseRefusedException(
                    "The submission waits for files that are not there: " + String.join(", ", missing));
        }
        log.uploadBegins();
        UploadContent content = files.archive().isPresent()
                ? FileSnapshot.of(files.archive().get())
                : UploadArchive.of(entries(names, files));
        report = upload.send(content, address(draft), listener, () -> renewedAddress(submissions, id));
        log.uploaded(report.summary());
        log.uploadEnds();
    }

    private static List<ArchiveEntry> entries(NavigableSet<String> names, UploadFiles files) throws IOException {
        List<ArchiveEntry> entries = new ArrayList<>();
        for (String name : names) {
            Optional<FileContent> read = files.read(name);
            entries.add(
                    read.isPresent()
                            ? new ArchiveEntry(name, read.get())
                            : new ArchiveEntry(name, files.find(name).orElseThrow()));
        }
        return entries;
    }

    /** The address is a secret: no message of ours repeats it. */
    private SasUrl address(JsonObject draft) throws ReleaseRefusedException {
        String text = SubmissionHead.of(draft)
                .uploadUrl()
                .orElseThrow(() -> new ReleaseRefusedException("The Store gave no upload address for this submission"));
        try {
            SasUrl address = SasUrl.of(text);
            if (isTrusted(URI.create(address.toString()))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new ReleaseRefusedException("The Store's upload address cannot be used: " + e.getMessage(), e);
        }
        throw new ReleaseRefusedException(
                "The Store's upload address is not one of Azure storage; nothing was uploaded");
    }

    private boolean isTrusted(URI address) {
        return realService ? address.getHost().endsWith(".blob.core.windows.net") : SecureUri.isLoopback(address);
    }

    private Optional<SasUrl> renewedAddress(Submissions submissions, String id)
            throws IOException, InterruptedException {
        try {
            return Optional.of(address(submissions.get(id)));
        } catch (StoreRefusedException | ReleaseRefusedException noneGiven) {
            return Optional.empty();
        }
    }
}
