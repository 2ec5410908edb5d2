package io.github.storemaven.transfer;

import io.github.storemaven.http.HttpTransport;
import io.github.storemaven.http.Proxy;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.ThrowingSupplier;
import io.github.storemaven.testing.FakeTimeSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** An archive of a package and two images, a storage, and an upload between them. */
final class UploadFixture implements AutoCloseable {
    static final int BLOCK = 10_000;

    final BlobServer server;
    final FakeTimeSource time = new FakeTimeSource();
    final RecordingUploadListener listener = new RecordingUploadListener();
    private final List<UploadArchive.Entry> entries;
    private final int parallelism;

    UploadFixture(Path directory) throws IOException {
        this(
                new BlobServer(),
                4,
                List.of(
                        new UploadArchive.Entry("app.msix", Contents.file(directory, "app.msix", 300_000)),
                        new UploadArchive.Entry("img/1.png", Contents.file(directory, "1.png", 2_000)),
                        new UploadArchive.Entry("img/2.png", Contents.file(directory, "2.png", 25_000))));
    }

    private UploadFixture(BlobServer server, int parallelism, List<UploadArchive.Entry> entries) {
        this.server = server;
        this.parallelism = parallelism;
        this.entries = entries;
    }

    UploadFixture withParallelism(int other) {
        return new UploadFixture(server, other, entries);
    }

    UploadArchive archive() throws IOException {
        return UploadArchive.of(entries);
    }

    int blocks() throws IOException {
        return (int) ((archive().size() + BLOCK - 1) / BLOCK);
    }

    UploadReport send() throws IOException, InterruptedException {
        return send(server.address(""), Optional::empty);
    }

    UploadReport send(SasUrl address, ThrowingSupplier<Optional<SasUrl>, IOException> fresh)
            throws IOException, InterruptedException {
        HttpTransport transport = new HttpTransport(Proxy.Selector.direct());
        UploadSettings settings = new UploadSettings(parallelism, BLOCK);
        BlockUpload upload = new BlockUpload(transport, time, new RetryPolicy(time, () -> 0.5), settings);
        return upload.send(archive(), new RenewableSas(address, fresh), listener);
    }

    boolean holdsHeader(BlobRequest block) {
        try {
            int index = ByteBuffer.wrap(Base64.getDecoder().decode(block.parameter("blockid")))
                    .getInt();
            return archive().needsChecksums((long) index * BLOCK, block.body().length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void touchThePackage() {
        try {
            Files.setLastModifiedTime(entries.get(0).file(), FileTime.fromMillis(1_000_000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void changeTheLastImage() throws IOException {
        Files.write(entries.get(2).file(), new byte[25_000]);
    }

    @Override
    public void close() {
        server.close();
    }
}
