package io.github.storemaven.submission;

import io.github.storemaven.http.SecureUri;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.SubmissionHead;
import io.github.storemaven.transfer.ArchiveEntry;
import io.github.storemaven.transfer.BlockUpload;
import io.github.storemaven.transfer.FileSnapshot;
import io.github.storemaven.transfer.SasUrl;
import io.github.storemaven.transfer.UploadArchive;
import io.github.storemaven.transfer.UploadContent;
import io.github.storemaven.transfer.UploadListener;
import io.github.storemaven.transfer.UploadReport;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/** Sends the pending files as one archive that is never written to disk, or a ready archive as it is. */
public final class ArchiveUploader implements Uploader {
    private final BlockUpload upload;
    private final UploadListener listener;
    private final boolean realService;
    private final ReleaseLog log;

    private UploadReport report;

    /** @param serviceUrl root of the service; the real one hands out addresses of Azure storage alone */
    public ArchiveUploader(BlockUpload upload, UploadListener listener, URI serviceUrl, ReleaseLog log) {
        this.upload = upload;
        this.listener = listener;
        this.realService = !SecureUri.isLoopback(serviceUrl);
        this.log = log;
    }

    /** Bytes of the archive that was uploaded; 0 before. */
    public long bytes() {
        return report == null ? 0 : report.bytes();
    }

    @Override
    public void upload(NavigableSet<String> names, ReleaseRequest wanted, JsonObject draft, Asking asking)
            throws ReleaseRefused, StoreRefusedException, IOException, InterruptedException {
        NavigableSet<String> missing = OwnFiles.missing(names, wanted);
        if (!missing.isEmpty()) {
            throw new ReleaseRefused(
                    "The submission waits for files that are not there: " + String.join(", ", missing));
        }
        UploadContent content = wanted.archive().isPresent()
                ? FileSnapshot.of(wanted.archive().get())
                : UploadArchive.of(entries(names, wanted.files()));
        report = upload.send(content, address(draft), listener, () -> fresh(asking));
        log.info("Uploaded " + report.summary());
    }

    private static List<ArchiveEntry> entries(NavigableSet<String> names, FileSources files) throws IOException {
        List<ArchiveEntry> entries = new ArrayList<>();
        for (String name : names) {
            entries.add(new ArchiveEntry(name, files.find(name).orElseThrow()));
        }
        return entries;
    }

    /** The address is a secret: no message of ours repeats it. */
    private SasUrl address(JsonObject draft) throws ReleaseRefused {
        String text = SubmissionHead.of(draft)
                .uploadUrl()
                .orElseThrow(() -> new ReleaseRefused("The Store gave no upload address for this submission"));
        try {
            SasUrl address = SasUrl.of(text);
            if (isTrusted(URI.create(address.toString()))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new ReleaseRefused("The Store's upload address cannot be used: " + e.getMessage(), e);
        }
        throw new ReleaseRefused("The Store's upload address is not one of Azure storage; nothing was uploaded");
    }

    private boolean isTrusted(URI address) {
        return realService ? address.getHost().endsWith(".blob.core.windows.net") : SecureUri.isLoopback(address);
    }

    private Optional<SasUrl> fresh(Asking asking) throws IOException, InterruptedException {
        try {
            return Optional.of(address(asking.draft()));
        } catch (StoreRefusedException | ReleaseRefused noneGiven) {
            return Optional.empty();
        }
    }
}
