package io.github.storemaven.emulator;

import io.github.storemaven.emulator.api.ApiEndpoint;
import io.github.storemaven.emulator.api.SubmissionClone;
import io.github.storemaven.emulator.catalog.Catalog;
import io.github.storemaven.emulator.catalog.StoreBehaviour;
import io.github.storemaven.emulator.commit.CommitProcessing;
import io.github.storemaven.emulator.fault.Fault;
import io.github.storemaven.emulator.fault.FaultInjector;
import io.github.storemaven.emulator.fault.FaultSwitches;
import io.github.storemaven.emulator.installer.InstallerCatalog;
import io.github.storemaven.emulator.installer.InstallerEndpoint;
import io.github.storemaven.emulator.installer.InstallerErrorException;
import io.github.storemaven.emulator.storage.BlobEndpoint;
import io.github.storemaven.emulator.storage.SasSignature;
import io.github.storemaven.emulator.storage.UploadContainer;
import io.github.storemaven.emulator.token.AccessTokens;
import io.github.storemaven.emulator.token.Account;
import io.github.storemaven.emulator.token.ManagedIdentityEndpoint;
import io.github.storemaven.emulator.token.TokenEndpoint;
import io.github.storemaven.emulator.web.OperatorRemarks;
import io.github.storemaven.emulator.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** What a Store is started with, all of which has a default, and how its parts are put together. */
public final class EmbeddedStoreBuilder {
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(3599);

    private final StoreBehaviour behaviour = new StoreBehaviour();
    private int port;
    private InstantSource clock = InstantSource.system();
    private Optional<Path> directory = Optional.empty();
    private String tenantId = "00000000-0000-4000-8000-00000000e001";
    private String clientId = "00000000-0000-4000-8000-00000000e002";
    private Optional<String> clientSecret = Optional.empty();
    private Consumer<String> listener = remark -> {};

    EmbeddedStoreBuilder() {}

    /** The port on loopback; 0, the default, for any that is free. */
    public EmbeddedStoreBuilder port(int number) {
        port = number;
        return this;
    }

    /** How long a submission stays in each transient state; by default no time at all. */
    public EmbeddedStoreBuilder pace(Duration time) {
        behaviour.setPace(time);
        return this;
    }

    /** The time; by default the system's. */
    public EmbeddedStoreBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /** A folder that keeps the state; it must be empty, absent, or one of ours. */
    public EmbeddedStoreBuilder directory(Path folder) {
        directory = Optional.of(folder);
        return this;
    }

    /** The one tenant. */
    public EmbeddedStoreBuilder tenantId(String id) {
        tenantId = id;
        return this;
    }

    /** The one client. */
    public EmbeddedStoreBuilder clientId(String id) {
        clientId = id;
        return this;
    }

    /** The client's secret; by default a random one. */
    public EmbeddedStoreBuilder clientSecret(String secret) {
        clientSecret = Optional.of(secret);
        return this;
    }

    /** Turns a switch on. */
    public EmbeddedStoreBuilder with(StoreBehaviour.Switch which) {
        behaviour.set(which, true);
        return this;
    }

    /** Turns a switch off. */
    public EmbeddedStoreBuilder without(StoreBehaviour.Switch which) {
        behaviour.set(which, false);
        return this;
    }

    /** How often upload URLs have a raw plus sign; by default never. */
    public EmbeddedStoreBuilder rawPlus(StoreBehaviour.RawPlus often) {
        behaviour.set(often);
        return this;
    }

    /**
     * Sets switches as users write them, {@code name=value} with commas.
     *
     * @throws IllegalArgumentException for what is not known, with what is
     */
    public EmbeddedStoreBuilder switches(String text) {
        behaviour.set(text);
        return this;
    }

    /** Who is told what the Store knows and its clients are not told, such as why a commit failed. */
    public EmbeddedStoreBuilder remarks(Consumer<String> told) {
        listener = told;
        return this;
    }

    /**
     * Starts serving.
     *
     * @throws java.net.BindException when the port is in use
     * @throws IOException when a folder cannot be used, which it names
     */
    public EmbeddedStore start() throws IOException {
        WebServer server = new WebServer(port);
        try {
            return started(server, StateFolder.open(directory));
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private EmbeddedStore started(WebServer server, StateFolder folder) throws IOException {
        URI root = URI.create("http://127.0.0.1:" + server.port());
        Account account =
                new Account(tenantId, clientId, clientSecret.orElseGet(() -> folder.secret(EmbeddedStore.MADE_UP)));
        SasSignature signature = new SasSignature(folder.key(), EmbeddedStore.MADE_UP);
        UploadContainer uploads = new UploadContainer(folder.blobs(), signature, root);
        AccessTokens tokens = new AccessTokens(
                folder.key(), EmbeddedStore.MADE_UP, account, clock, server.port(), folder.tokenGeneration());
        AtomicReference<InstallerCatalog> both = new AtomicReference<>(); // They are saved in one file.
        Catalog catalog = new Catalog(clock, changed -> {
            changed.endedUploads().forEach(uploads::delete);
            folder.save(changed, both.get(), tokens.generation());
        });
        InstallerCatalog installers = new InstallerCatalog(catalog);
        both.set(installers);
        restore(folder, catalog, installers, uploads);
        FaultSwitches faults = new FaultSwitches();
        OperatorRemarks remarks = new OperatorRemarks(listener);
        SubmissionClone clones = new SubmissionClone(catalog, uploads, behaviour);
        TokenEndpoint login = new TokenEndpoint(account, tokens, clock, root, () -> tokenLife(faults));
        EmbeddedStore.Parts parts = new EmbeddedStore.Parts(
                root,
                account,
                catalog,
                installers,
                behaviour,
                faults,
                remarks,
                new RequestLog(),
                login,
                new PartnerCenter(catalog, clones, behaviour.pace()));
        CommitProcessing commits = new CommitProcessing(catalog, uploads, behaviour, faults, remarks, folder.work());
        RequestDispatcher dispatcher = new RequestDispatcher(
                new ApiEndpoint(catalog, tokens, uploads, clones, commits, behaviour, faults, remarks),
                new InstallerEndpoint(installers, tokens, uploads, faults, behaviour::pace),
                login,
                new ManagedIdentityEndpoint(
                        account,
                        tokens,
                        clock,
                        () -> tokenLife(faults),
                        () -> behaviour.on(StoreBehaviour.Switch.MANAGED_IDENTITY),
                        folder.work()),
                new BlobEndpoint(uploads, signature, clock, remarks),
                new ControlEndpoint(parts, clock),
                new FaultInjector(faults, tokens, clock, InstallerErrorException::madeUp),
                parts.log(),
                clock,
                remarks);
        server.serve(dispatcher);
        return new EmbeddedStore(server, dispatcher, folder, parts);
    }

    private static void restore(
            StateFolder folder, Catalog catalog, InstallerCatalog installers, UploadContainer uploads)
            throws IOException {
        try {
            folder.restore(catalog, installers, uploads);
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    private static Duration tokenLife(FaultSwitches faults) {
        return faults.find(Fault.Kind.TOKEN_LIFE)
                .map(fault -> Duration.ofSeconds(fault.number("seconds", 60)))
                .orElse(TOKEN_LIFE);
    }
}
