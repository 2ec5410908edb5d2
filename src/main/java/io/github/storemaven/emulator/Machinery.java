package io.github.storemaven.emulator;

import io.github.storemaven.emulator.fault.FaultKind;
import io.github.storemaven.emulator.fault.Faults;
import io.github.storemaven.emulator.fault.FaultyAnswers;
import io.github.storemaven.emulator.product.Catalog;
import io.github.storemaven.emulator.service.Drafts;
import io.github.storemaven.emulator.service.ServiceEndpoint;
import io.github.storemaven.emulator.service.StoreBehaviour;
import io.github.storemaven.emulator.service.Switches;
import io.github.storemaven.emulator.service.Uploads;
import io.github.storemaven.emulator.storage.BlobEndpoint;
import io.github.storemaven.emulator.storage.BlobStore;
import io.github.storemaven.emulator.storage.Signature;
import io.github.storemaven.emulator.token.Account;
import io.github.storemaven.emulator.token.TokenEndpoint;
import io.github.storemaven.emulator.token.Tokens;
import io.github.storemaven.emulator.web.Remarks;
import io.github.storemaven.emulator.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The parts of a running Store and how they hang together. */
final class Machinery implements AutoCloseable {
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(3599);

    private final Account account;
    private final StateFolder folder;
    private final Catalog catalog;
    private final RequestLog log = new RequestLog();
    private final Faults faults = new Faults();
    private final Remarks remarks;
    private final Switches switches;
    private final Uploads uploads;
    private final Tokens tokens;
    private final PartnerCenter partnerCenter;
    private final TokenEndpoint tokenEndpoint;
    private final WebServer server;

    Machinery(EmbeddedStore.Builder wanted) throws IOException {
        server = new WebServer(wanted.port);
        folder = open(wanted.directory);
        account = new Account(
                wanted.tenantId,
                wanted.clientId,
                wanted.clientSecret.orElseGet(() -> folder.secret(EmbeddedStore.MADE_UP)));
        catalog = new Catalog(wanted.clock);
        BlobStore blobs = new BlobStore(folder.blobs());
        Signature signature = new Signature(folder.key(), EmbeddedStore.MADE_UP);
        remarks = new Remarks(wanted.remarks);
        switches = wanted.switches;
        uploads = new Uploads(blobs, signature, switches, this::root);
        StoreBehaviour behaviour = new StoreBehaviour(wanted.pace, wanted.uploadLife, switches, folder.work());
        Drafts drafts = new Drafts(catalog, uploads, behaviour);
        partnerCenter = new PartnerCenter(catalog, drafts, wanted.pace);
        tokens = new Tokens(
                folder.key(), EmbeddedStore.MADE_UP, account, wanted.clock, server.port(), folder.tokenGeneration());
        tokenEndpoint = new TokenEndpoint(account, tokens, wanted.clock, root(), this::tokenLife);
        Front front = new Front(
                new ServiceEndpoint(catalog, tokens, uploads, drafts, behaviour, faults, remarks, this::save),
                tokenEndpoint,
                new BlobEndpoint(blobs, signature, wanted.clock, remarks),
                new Control(this),
                new FaultyAnswers(faults, tokens, wanted.clock),
                log,
                remarks);
        restore(blobs);
        server.serve(front);
    }

    private StateFolder open(Optional<Path> directory) throws IOException {
        try {
            return StateFolder.open(directory);
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private void restore(BlobStore blobs) throws IOException {
        try {
            folder.restore(catalog, blobs);
        } catch (IOException e) {
            server.close();
            folder.close();
            throw e;
        }
    }

    private Duration tokenLife() {
        return faults.find(FaultKind.TOKEN_LIFE)
                .map(fault -> Duration.ofSeconds(fault.number("seconds", 60)))
                .orElse(TOKEN_LIFE);
    }

    /** Whoever calls holds the catalog's monitor. */
    private void save() {
        uploads.deleteUnneeded(catalog);
        folder.save(catalog, tokens.generation());
    }

    Remarks remarks() {
        return remarks;
    }

    Switches switches() {
        return switches;
    }

    Faults faults() {
        return faults;
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    Account account() {
        return account;
    }

    TokenEndpoint tokenEndpoint() {
        return tokenEndpoint;
    }

    RequestLog log() {
        return log;
    }

    PartnerCenter partnerCenter() {
        return partnerCenter;
    }

    <T> T look(Function<Catalog, T> question) {
        synchronized (catalog) {
            return question.apply(catalog);
        }
    }

    void change(Consumer<Catalog> change) {
        synchronized (catalog) {
            change.accept(catalog);
            save();
        }
    }

    @Override
    public void close() {
        server.close();
        synchronized (catalog) {
            save();
            folder.close();
        }
    }
}
