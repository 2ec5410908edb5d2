package io.github.storemaven.submission;

import io.github.storemaven.credential.ClientSecret;
import io.github.storemaven.credential.Credential;
import io.github.storemaven.credential.CredentialChain;
import io.github.storemaven.credential.CredentialException;
import io.github.storemaven.credential.TokenCache;
import io.github.storemaven.credential.TokenEndpoint;
import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.EmbeddedStoreBuilder;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.ProductSeed.FlightSeed;
import io.github.storemaven.emulator.RecordedRequest;
import io.github.storemaven.emulator.catalog.StoreBehaviour.RawPlus;
import io.github.storemaven.emulator.catalog.StoreBehaviour.Switch;
import io.github.storemaven.http.DirectTransport;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.http.Transport;
import io.github.storemaven.json.Json;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.RequestLog;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreConnection;
import io.github.storemaven.service.Throttle;
import io.github.storemaven.submission.ReleaseOptions.OnPending;
import io.github.storemaven.submission.ReleaseOptions.OnRollout;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.testing.Documents;
import io.github.storemaven.testing.FakeTimeSource;
import io.github.storemaven.testing.MsixBuilder;
import io.github.storemaven.text.Secrets;
import io.github.storemaven.transfer.BlockUpload;
import io.github.storemaven.transfer.UploadListener;
import io.github.storemaven.transfer.UploadReport;
import io.github.storemaven.transfer.UploadSettings;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A release against the embedded Store, both on a clock of the test's. */
final class ReleaseFixture implements AutoCloseable {
    static final Product APP = new Product.Application("9PAPPDEMO001");
    static final String FLIGHT = "aaaaaaaa-0000-4000-8000-00000000000f";

    static final Product.Application IN_ROLLOUT = new Product.Application("9PAPPDEMO002");

    /** Asks the Stores of all fixtures without sockets; a test whose subject is the wire brings its own. */
    static final DirectTransport NETWORK = new DirectTransport();

    final FakeTimeSource time = new FakeTimeSource();
    final List<String> log = new CopyOnWriteArrayList<>();
    Consumer<String> heard = line -> {};
    final EmbeddedStore store;
    final Path folder;

    Product product = APP;
    OnPending onPending = OnPending.REPLACE;
    OnRollout onRollout = OnRollout.FAIL;
    WaitFor waitFor = WaitFor.COMMIT;
    boolean commit = true;
    boolean isMachine;
    Duration timeout = Duration.ofHours(1);
    Duration busyTimeout = Duration.ZERO;
    JsonObject patch = JsonValue.EMPTY_JSON_OBJECT;
    JsonObject parameters = JsonValue.EMPTY_JSON_OBJECT;
    PackageMode mode = PackageMode.REPLACE;
    int keepPackages;
    Optional<String> promoteFlight = Optional.empty();
    List<PackageFile> packages = List.of();
    Optional<Path> archive = Optional.empty();
    FolderListing listing = FolderListing.none();
    BiFunction<JsonObject, JsonObject, ConfigurationProblems> guard = (published, merged) -> problems();

    ReleaseFixture(Path folder) throws IOException {
        this(folder, EmbeddedStore.builder());
    }

    ReleaseFixture(Path folder, EmbeddedStoreBuilder builder) throws IOException {
        this.folder = folder;
        this.store = builder.rawPlus(RawPlus.ALWAYS).clock(time).start();
        NETWORK.add(store);
        store.add(ApplicationSeed.published(APP.id()));
    }

    /** A package file in the folder, to release. */
    PackageFile packageFile(String name, String version) throws IOException {
        Path file = MsixBuilder.app().version(version).write(folder.resolve(name));
        return new PackageFile(name, file, version, "x64");
    }

    /** What a guard finds wrong. */
    static ConfigurationProblems problems(String... lines) {
        ConfigurationProblems problems = new ConfigurationProblems();
        List.of(lines).forEach(problems::add);
        return problems;
    }

    ReleaseResult run() throws Exception {
        return release(NETWORK).run();
    }

    Release release(Transport transport) {
        ReleaseOptions options =
                new ReleaseOptions(onPending, commit, waitFor, timeout, draftRecord(), false, onRollout, busyTimeout);
        return release(
                isMachine ? addressOfMachine(transport) : address(),
                transport,
                time,
                log(),
                product,
                wanted(),
                options,
                guard);
    }

    PlannedRelease planned() throws Exception {
        return PlannedRelease.of(
                service(NETWORK), product, wanted(), onPending, onRollout, busyUntil(), draftRecord(), log());
    }

    private Optional<Instant> busyUntil() {
        return Optional.of(time.instant().plus(busyTimeout)).filter(end -> !busyTimeout.isZero());
    }

    Path draftRecord() {
        return folder.resolve("store/draft.json");
    }

    /** A document as the Store has it published, in a rollout to some of the customers. */
    JsonObject inRollout(String publishedProduct, String status, String percentage) {
        JsonObject rollout = Documents.json("{'packageDeliveryOptions':{'packageRollout':{'isPackageRollout':true,"
                + "'packageRolloutPercentage':" + percentage + ",'packageRolloutStatus':'" + status
                + "','fallbackSubmissionId':'1152921500000000001'}}}");
        return Json.PROVIDER
                .createMergePatch(rollout)
                .apply(store.published(publishedProduct).orElseThrow())
                .asJsonObject();
    }

    /** Another app, whose published submission is in a rollout. */
    Product.Application addInRollout(String status, String percentage) {
        store.add(ApplicationSeed.published(IN_ROLLOUT.id()).document(inRollout(APP.id(), status, percentage)));
        return IN_ROLLOUT;
    }

    /** The rollout of what a product has published, as the Store has it. */
    JsonObject rollout(Product of) {
        return store.published(of.id())
                .orElseThrow()
                .getJsonObject("packageDeliveryOptions")
                .getJsonObject("packageRollout");
    }

    /** The Store's resources, by way of a transport. */
    StoreClient service(Transport transport) {
        return service(address(), transport, time);
    }

    Address address() {
        return new Address(
                store.serviceUrl(),
                store.loginUrl(),
                new ClientSecret(store.tenantId(), store.clientId(), store.clientSecret(), "test"));
    }

    /** The same for a machine that has an identity and no secret. */
    private Address addressOfMachine(Transport transport) {
        store.behaviour().set(Switch.MANAGED_IDENTITY, true);
        Map<String, String> variables = Map.of(
                "AZURE_MANAGED_IDENTITY",
                "true",
                "IDENTITY_ENDPOINT",
                store.serviceUrl() + "/msi/token",
                "IDENTITY_HEADER",
                store.clientSecret());
        Transport repeating = retryPolicy(time).wrap(transport);
        try {
            Credential credential = new CredentialChain(
                            "test", Optional.empty(), variables, repeating, repeating, new Secrets(), List.of())
                    .find();
            return new Address(store.serviceUrl(), store.loginUrl(), credential);
        } catch (CredentialException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** A flight called Testers that has published a package. */
    void publishFlight(PackageFile file) {
        JsonObject document = Documents.json("{'flightPackages':[{'fileName':'" + file.name()
                + "','fileStatus':'Uploaded','minimumDirectXVersion':'None','minimumSystemRam':'None','version':'"
                + file.version() + "','architecture':'" + file.architecture() + "','languages':['en-us'],"
                + "'capabilities':[]}],'packageDeliveryOptions':{'packageRollout':{'isPackageRollout':false,"
                + "'packageRolloutPercentage':0.0,'packageRolloutStatus':'PackageRolloutNotStarted',"
                + "'fallbackSubmissionId':'0'},'isMandatoryUpdate':false,"
                + "'mandatoryUpdateEffectiveDate':'1601-01-01T00:00:00.0000000Z'},'targetPublishMode':'Immediate',"
                + "'targetPublishDate':'','notesForCertification':''}");
        store.add(FlightSeed.published(FLIGHT, "Testers", APP.id()).document(document));
    }

    /** Where a Store is, and who asks it. */
    record Address(URI serviceUrl, URI loginUrl, Credential credential) {}

    private static StoreClient service(Address address, Transport transport, TimeSource time) {
        TokenCache tokens = new TokenCache(
                new TokenEndpoint(address.loginUrl(), retryPolicy(time).wrap(transport), time), address.credential());
        Throttle throttled = new Throttle(new RequestLog(line -> {}).wrap(transport), time, 20, new ArrayDeque<>());
        return new StoreClient(new StoreConnection(address.serviceUrl(), tokens, throttled, retryPolicy(time)));
    }

    private static RetryPolicy retryPolicy(TimeSource time) {
        return new RetryPolicy(time, () -> 0.5);
    }

    /** A release put together as a goal does it, but for the clock. */
    static Release release(
            Address address,
            Transport transport,
            TimeSource time,
            ReleaseLog log,
            Product product,
            ReleaseRequest wanted,
            ReleaseOptions options,
            BiFunction<JsonObject, JsonObject, ConfigurationProblems> guard) {
        SubmissionUpload uploader = new SubmissionUpload(
                new BlockUpload(transport, time, retryPolicy(time), UploadSettings.chosen()),
                silent(),
                address.serviceUrl());
        return new Release(service(address, transport, time), uploader, time, log, product, wanted, options, guard);
    }

    private ReleaseRequest wanted() {
        Map<String, Path> named = new java.util.HashMap<>();
        packages.forEach(file -> named.put(file.name(), file.file()));
        return new ReleaseRequest(
                product.type(),
                patch,
                listing,
                parameters,
                packages,
                mode,
                keepPackages,
                promoteFlight,
                new UploadFiles(named, listing.files(), Optional.of(folder), archive));
    }

    /** The calls of the service so far, without the paths' common beginning. */
    List<String> calls() {
        return store.requests().stream()
                .filter(request -> request.path().startsWith("/v1.0/my/"))
                .map(request -> request.method() + " " + request.path().replaceAll("/v1.0/my/|\\d{19}", "") + " "
                        + request.status())
                .toList();
    }

    long count(String method, String pathPart) {
        return store.requests().stream()
                .filter(request -> request.method().equals(method)
                        && request.path().contains(pathPart)
                        && request.status() / 100 == 2)
                .count();
    }

    String published() {
        return store.published(product.id()).map(JsonObject::toString).orElse("");
    }

    /** Lets time pass until nothing is in progress any more. */
    void settle() {
        for (int i = 0; i < 20; i++) {
            time.sleep(Duration.ofMinutes(10));
            store.pending(product.id());
        }
    }

    List<RecordedRequest> requests() {
        return store.requests();
    }

    ReleaseLog log() {
        return new ReleaseLog() {
            @Override
            public void info(String line) {
                tell(line);
            }

            @Override
            public void warn(String line) {
                tell("WARN " + line);
            }
        };
    }

    private void tell(String line) {
        log.add(line);
        heard.accept(line);
    }

    private static UploadListener silent() {
        return new UploadListener() {
            @Override
            public void started(String cleanAddress, long total) {}

            @Override
            public void progressed(long bytesSoFar) {}

            @Override
            public void succeeded(UploadReport report) {}

            @Override
            public void failed(Exception problem) {}
        };
    }

    @Override
    public void close() {
        NETWORK.remove(store);
        store.close();
    }
}
