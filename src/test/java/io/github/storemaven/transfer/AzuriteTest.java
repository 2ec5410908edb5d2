package io.github.storemaven.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.http.HttpTransport;
import io.github.storemaven.http.Proxy;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.ThrowingSupplier;
import io.github.storemaven.http.Transport;
import io.github.storemaven.testing.Azurite;
import io.github.storemaven.testing.FakeTimeSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our upload against somebody else's storage, with a line that has faults. */
@Tag("peers")
class AzuriteTest {
    private static final Transport WIRE = new HttpTransport(Proxy.Selector.direct());
    private static final int UNDER_WAY = 16;
    private static final AtomicInteger BLOBS = new AtomicInteger();

    @TempDir
    static Path directory;

    private static Azurite azurite;
    private static UploadArchive archive;
    private final FakeTimeSource time = new FakeTimeSource();

    @BeforeAll
    static void start() throws Exception {
        azurite = new Azurite(directory);
        archive = UploadArchive.of(List.of(
                new UploadArchive.Entry("app.msix", Contents.file(directory, "app.msix", 12_000_000)),
                new UploadArchive.Entry("img/1.png", Contents.file(directory, "1.png", 900_000))));
        assertThat(put(URI.create(azurite.account("ingestion", "rwlc") + "&restype=container"))
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        azurite.close();
    }

    private static Response put(URI uri) throws IOException, InterruptedException {
        return WIRE.send(Request.of("PUT", uri).header("x-ms-version", "2019-12-12"));
    }

    private static SasUrl newBlob() throws Exception {
        return SasUrl.of(azurite.blob("ingestion/" + BLOBS.incrementAndGet()));
    }

    private UploadReport send(Transport line, SasUrl address, ThrowingSupplier<Optional<SasUrl>, IOException> fresh)
            throws Exception {
        BlockUpload upload = new BlockUpload(line, time, new RetryPolicy(time, () -> 0.5), UploadSettings.chosen());
        return upload.send(archive, new RenewableSas(address, fresh), new UploadListener() {});
    }

    /** Read by the JDK's own client: ours takes no answer of this size. */
    private static void assertWhole(SasUrl address) throws Exception {
        HttpRequest read = HttpRequest.newBuilder(address.blob()).build();
        HttpResponse<byte[]> blob = HttpClient.newHttpClient().send(read, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(blob.body()).isEqualTo(Contents.all(archive));
    }

    @Test
    void theArchiveArrivesWhole() throws Exception {
        SasUrl address = newBlob();
        assertThat(send(WIRE, address, Optional::empty).alreadyThere()).isZero();
        assertWhole(address);
    }

    @Test
    void eachRequestMayBeLostOnce() throws Exception {
        Set<URI> seen = ConcurrentHashMap.newKeySet();
        SasUrl address = newBlob();
        send(request -> seen.add(request.uri()) ? lost() : WIRE.send(request), address, Optional::empty);
        assertWhole(address);
    }

    @Test
    void eachAnswerMayBeLostOnce() throws Exception {
        Set<URI> seen = ConcurrentHashMap.newKeySet();
        SasUrl address = newBlob();
        Transport line = request -> {
            Response answer = WIRE.send(request);
            return seen.add(request.uri()) ? lost() : answer;
        };
        send(line, address, Optional::empty);
        assertWhole(address);
    }

    private static Response lost() throws IOException {
        throw new IOException("the connection was lost");
    }

    @Test
    void throttlingIsWaitedFor() throws Exception {
        Set<URI> seen = ConcurrentHashMap.newKeySet();
        SasUrl address = newBlob();
        Response busy = new Response(503, Map.of("Retry-After", List.of("3")), new byte[0]);
        send(request -> seen.add(request.uri()) ? busy : WIRE.send(request), address, Optional::empty);
        assertThat(time.pauses()).isNotEmpty().allMatch(pause -> pause.toSeconds() == 3);
        assertWhole(address);
    }

    @Test
    void aRefusedSignatureIsReplaced() throws Exception {
        SasUrl address = newBlob();
        SasUrl refused = SasUrl.of(address.blob().toString().replaceAll("sig=.", "sig=x"));
        send(WIRE, refused, () -> Optional.of(address));
        assertWhole(address);
        assertThatThrownBy(() -> send(WIRE, refused, Optional::empty)).isInstanceOf(SasExpiredException.class);
    }

    @Test
    void aRunThatWasStoppedGoesOnWhereItWas() throws Exception {
        SasUrl address = newBlob();
        AtomicInteger blocks = new AtomicInteger();
        Transport cut = request -> {
            if (request.method().equals("PUT") && blocks.incrementAndGet() > 20) {
                throw new IOException("the machine was switched off");
            }
            return WIRE.send(request);
        };
        assertThatThrownBy(() -> send(cut, address, Optional::empty)).isInstanceOf(UploadException.class);
        UploadReport report = send(WIRE, address, Optional::empty);
        assertThat(report.alreadyThere()).isGreaterThanOrEqualTo((20L - UNDER_WAY) * (512 << 10));
        assertWhole(address);
    }

    @Test
    void blocksOfAnotherToolAreDropped() throws Exception {
        SasUrl address = newBlob();
        Request block = Request.of("PUT", URI.create(address.blob() + "&comp=block&blockid=AAAA"));
        assertThat(WIRE.send(block.body(BodyPublishers.ofString("theirs"))).status())
                .isEqualTo(201);
        send(WIRE, address, Optional::empty);
        assertWhole(address);
    }
}
