package io.github.storemaven.transfer.bench;

import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobClientBuilder;
import com.azure.storage.blob.models.ParallelTransferOptions;
import io.github.storemaven.http.HttpTransport;
import io.github.storemaven.http.Proxy;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.transfer.BlockUpload;
import io.github.storemaven.transfer.RenewableSas;
import io.github.storemaven.transfer.SasUrl;
import io.github.storemaven.transfer.UploadArchive;
import io.github.storemaven.transfer.UploadListener;
import io.github.storemaven.transfer.UploadSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A way to bring the files of a folder into a blob. */
enum Contender {
    OURS("this plugin", new OurUpload()),
    AZURE("Azure SDK for Java, ready archive", new AzureUpload(0, 0)),
    AZURE_TUNED("Azure SDK for Java, 8 × 4 MiB, ready archive", new AzureUpload(4 << 20, 8)),
    ONE_PUT("one PUT of a ready archive", new OnePut()),
    DEFLATE("archive deflated to disk, then Azure SDK", new DeflateFirst());

    final String title;
    final Way way;

    Contender(String title, Way way) {
        this.title = title;
        this.way = way;
    }

    /** What a contender does. */
    @FunctionalInterface
    interface Way {
        void send(Sources sources, String address) throws Exception;
    }

    /** The archive that never exists, as the plugin sends it. */
    private static final class OurUpload implements Way {
        @Override
        public void send(Sources sources, String address) throws Exception {
            BlockUpload upload = new BlockUpload(
                    new HttpTransport(Proxy.Selector.direct()),
                    TimeSource.system(),
                    new RetryPolicy(TimeSource.system(), Math::random),
                    UploadSettings.chosen());
            upload.send(
                    UploadArchive.of(sources.entries()),
                    new RenewableSas(SasUrl.of(address), Optional::empty),
                    new UploadListener() {});
        }
    }

    /**
     * A ready archive with the Azure SDK.
     *
     * @param blockSize in bytes, 0 for the SDK's own choice
     * @param parallelism connections, 0 for the SDK's own choice
     */
    private record AzureUpload(long blockSize, int parallelism) implements Way {
        @Override
        public void send(Sources sources, String address) {
            send(sources.readyArchive(), address);
        }

        void send(Path file, String address) {
            BlobClient client = new BlobClientBuilder().endpoint(address).buildClient();
            if (blockSize == 0) {
                client.uploadFromFile(file.toString(), true);
                return;
            }
            ParallelTransferOptions options = new ParallelTransferOptions()
                    .setBlockSizeLong(blockSize)
                    .setMaxSingleUploadSizeLong(blockSize)
                    .setMaxConcurrency(parallelism);
            client.uploadFromFile(file.toString(), options, null, null, null, null, null);
        }
    }

    /** What the public example does. */
    private static final class OnePut implements Way {
        @Override
        public void send(Sources sources, String address) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .header("x-ms-blob-type", "BlockBlob")
                    .PUT(BodyPublishers.ofFile(sources.readyArchive()))
                    .build();
            int status = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
            if (status != 201) {
                throw new IOException("status " + status);
            }
        }
    }

    /** What Microsoft's own tool does: a temporary archive, deflated, then the Azure SDK. */
    private static final class DeflateFirst implements Way {
        @Override
        public void send(Sources sources, String address) throws Exception {
            Path archive = Files.createTempFile(sources.folder(), "deflated", ".zip");
            try {
                write(sources, archive);
                new AzureUpload(0, 0).send(archive, address);
            } finally {
                Files.delete(archive);
            }
        }

        private static void write(Sources sources, Path archive) throws IOException {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
                for (UploadArchive.Entry entry : sources.entries()) {
                    zip.putNextEntry(new ZipEntry(entry.name()));
                    Files.copy(entry.file(), zip);
                    zip.closeEntry();
                }
            }
        }
    }
}
