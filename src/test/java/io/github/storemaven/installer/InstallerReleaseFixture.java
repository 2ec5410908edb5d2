package io.github.storemaven.installer;

import static io.github.storemaven.testing.Documents.json;

import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.check.Severity;
import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.credential.TokenAudience;
import io.github.storemaven.credential.TokenCache;
import io.github.storemaven.credential.TokenEndpoint;
import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.RecordedRequest;
import io.github.storemaven.emulator.installer.InstallerRoute;
import io.github.storemaven.http.DirectTransport;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.Transport;
import io.github.storemaven.installer.InstallerOptions.OnPending;
import io.github.storemaven.installer.InstallerOptions.WaitFor;
import io.github.storemaven.json.Json;
import io.github.storemaven.listing.TextSource;
import io.github.storemaven.service.StoreConnection;
import io.github.storemaven.testing.Documents;
import io.github.storemaven.testing.FakeTimeSource;
import io.github.storemaven.text.Secrets;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A release of an MSI product to the embedded Store, both on a clock of the test's. */
final class InstallerReleaseFixture implements AutoCloseable {
    static final String PRODUCT = "11111111-2222-4333-8444-555555555555";
    static final String PACKAGE = "{'packageUrl':'https://example.com/tide-2.0.0.msi','languages':['en-us'],"
            + "'architectures':['X64'],'isSilentInstall':true,'packageType':'msi'}";

    private static final DirectTransport NETWORK = new DirectTransport();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration HASTE = Duration.ofMillis(250);

    final FakeTimeSource time = new FakeTimeSource();
    final List<String> log = new CopyOnWriteArrayList<>();
    final List<String> problems = new CopyOnWriteArrayList<>();
    final EmbeddedStore store;
    final Path folder;

    OnPending onPending = OnPending.REPLACE;
    WaitFor waitFor = WaitFor.COMMIT;
    boolean commit = true;
    boolean sendImages;
    Duration timeout = Duration.ofHours(1);
    Duration busyTimeout = Duration.ZERO;
    Transport network = request -> NETWORK.send(request.timeout(PATIENCE));

    InstallerReleaseFixture(Path folder) throws IOException {
        this.folder = folder;
        this.store =
                EmbeddedStore.builder().clock(time).pace(Duration.ofMinutes(1)).start();
        NETWORK.add(store);
        store.installers().add(PRODUCT);
    }

    Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, Documents.quoted(text));
    }

    void packages(String... packages) throws IOException {
        write("installers.json", "[" + String.join(",", packages) + "]");
    }

    void product(String patch) throws IOException {
        write("product.json", patch);
    }

    void text(String language, String member, String text) throws IOException {
        write("store/listings/" + language + "/" + member + ".txt", text);
    }

    /** A PNG as far as its header says. */
    void image(String language, String type, String name, int width, int height, int content) throws IOException {
        Path file = folder.resolve("store/listings/" + language + "/images/" + type + "/" + name);
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                ByteBuffer.allocate(64)
                        .putLong(0x8950_4E47_0D0A_1A0AL)
                        .putInt(13)
                        .putInt(0x4948_4452)
                        .putInt(width)
                        .putInt(height)
                        .putInt(content)
                        .array());
    }

    InstallerRequest request() throws IOException {
        FindingCollector report = new FindingCollector();
        InstallerRequest request = new InstallerRequestReader(
                        folder, TextSource.asWritten(), TextSource.asWritten(), report, log::add)
                .read(
                        Optional.of(folder.resolve("installers.json")).filter(Files::exists),
                        Optional.of(folder.resolve("product.json")).filter(Files::exists),
                        folder.resolve("store"));
        problems.addAll(report.findings().lines(Severity.ERROR));
        return request;
    }

    Path record() {
        return folder.resolve("installer-draft.json");
    }

    InstallerResult run() throws Exception {
        RetryPolicy retryPolicy = new RetryPolicy(time, () -> 0.5);
        Transport watched = request -> network.send(request);
        Secrets secrets = new Secrets();
        TokenCache tokens = new TokenCache(
                new TokenEndpoint(store.loginUrl(), retryPolicy.wrap(watched), time, secrets, TokenAudience.INSTALLER),
                new ClientSecret(store.tenantId(), store.clientId(), store.clientSecret(), "test"));
        StoreConnection connection = new StoreConnection(
                store.installerServiceUrl(), tokens, watched, retryPolicy, InstallerClient.api(store.sellerId()));
        return new InstallerRelease(
                        PRODUCT,
                        new InstallerClient(connection, PRODUCT),
                        retryPolicy.wrap(watched),
                        secrets,
                        request(),
                        new InstallerOptions(onPending, commit, waitFor, timeout, busyTimeout, sendImages, record()),
                        time,
                        new InstallerLog(log::add, log::add, line -> log.add("WARN " + line), false))
                .run();
    }

    /** Waits for the first response of one call only for a moment, since its fault holds it back. */
    void hurry(String call) {
        AtomicInteger left = new AtomicInteger(1);
        network = request -> {
            boolean isMeant = call.equals(call(request)) && left.getAndDecrement() > 0;
            return NETWORK.send(request.timeout(isMeant ? HASTE : PATIENCE));
        };
    }

    private static String call(Request request) {
        List<String> path = List.of(request.uri().getPath().substring(1).split("/", -1));
        if (InstallerRoute.isAt(path)) {
            return InstallerRoute.match(request.method(), path).call().apiName();
        }
        return request.method().equals("PUT") ? "putBlob" : "token";
    }

    /** A stop from outside. */
    static final class HaltException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Stops at a request, counted from 1: before it is sent, or when its response is there. */
    void haltAt(int number, boolean before) {
        AtomicInteger count = new AtomicInteger();
        network = request -> {
            boolean isMeant = count.incrementAndGet() == number;
            if (isMeant && before) {
                throw new HaltException();
            }
            Response response = NETWORK.send(request.timeout(PATIENCE));
            if (isMeant) {
                throw new HaltException();
            }
            return response;
        };
    }

    /** Nothing is in the way any more. */
    void goOn() {
        store.faults().clear();
        network = request -> NETWORK.send(request.timeout(PATIENCE));
    }

    /** The draft as the Store holds it. */
    JsonObject draft() {
        return store.installers().draft(PRODUCT).orElseThrow();
    }

    /** The states of what was submitted after the seed. */
    List<String> submissions() {
        List<String> all = store.installers().submissionStates(PRODUCT);
        return all.subList(1, all.size());
    }

    void fault(String fault) {
        store.faults().set(json(fault));
    }

    /** How often calls of a name came. */
    long calls(String name) {
        return store.requests().stream()
                .map(RecordedRequest::call)
                .filter(name::equals)
                .count();
    }

    /** The calls that change something, in their order. */
    List<String> writes() {
        return store.requests().stream()
                .map(RecordedRequest::call)
                .filter(call -> !call.startsWith("get") && !call.equals("token"))
                .toList();
    }

    static String text(JsonObject object) {
        return Json.compact(object);
    }

    @Override
    public void close() {
        NETWORK.remove(store);
        store.close();
    }
}
