package io.github.storemaven.emulator;

import io.github.storemaven.emulator.fault.FaultKind;
import io.github.storemaven.emulator.fault.Faults;
import io.github.storemaven.emulator.fault.FaultyAnswers;
import io.github.storemaven.emulator.product.Catalog;
import io.github.storemaven.emulator.service.Drafts;
import io.github.storemaven.emulator.service.Rules;
import io.github.storemaven.emulator.service.ServiceEndpoint;
import io.github.storemaven.emulator.service.Uploads;
import io.github.storemaven.emulator.storage.BlobEndpoint;
import io.github.storemaven.emulator.storage.BlobStore;
import io.github.storemaven.emulator.storage.Signature;
import io.github.storemaven.emulator.token.Account;
import io.github.storemaven.emulator.token.TokenEndpoint;
import io.github.storemaven.emulator.token.Tokens;
import io.github.storemaven.emulator.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/** The parts of a running Store and how they hang together. */
final class Machinery implements AutoCloseable {
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(3599);

    private final Account account;
    private final Home home;
    private final Catalog catalog;
    private final RequestLog log = new RequestLog();
    private final Faults faults = new Faults();
    private final PartnerCenter partnerCenter;
    private final TokenEndpoint tokenEndpoint;
    private final WebServer server;

    Machinery(EmbeddedStore.Builder wanted) throws IOException {
        account = new Account(wanted.tenantId, wanted.clientId, wanted.clientSecret);
        home = Home.open(wanted.directory);
        catalog = new Catalog(wanted.clock);
        BlobStore blobs = new BlobStore(home.blobs());
        Signature signature = new Signature(home.key(), EmbeddedStore.MADE_UP);
        Uploads uploads = new Uploads(blobs, signature, this::root);
        Rules rules = new Rules(wanted.pace, wanted.uploadLife, wanted.switches, home.work());
        Drafts drafts = new Drafts(catalog, uploads, rules);
        partnerCenter = new PartnerCenter(catalog, drafts, wanted.pace);
        home.restore(catalog, blobs);
        Tokens tokens = new Tokens(home.key(), EmbeddedStore.MADE_UP, account, wanted.clock);
        tokenEndpoint = new TokenEndpoint(account, tokens, wanted.clock, this::tokenLife);
        Front front = new Front(
                new ServiceEndpoint(catalog, tokens, uploads, drafts, rules, faults, () -> home.save(catalog)),
                tokenEndpoint,
                new BlobEndpoint(blobs, signature, wanted.clock),
                new Control(this),
                new FaultyAnswers(faults, tokens, wanted.clock),
                log);
        server = serve(wanted.port, front);
    }

    private WebServer serve(int port, Front front) throws IOException {
        try {
            return new WebServer(port, front);
        } catch (IOException e) {
            home.close();
            throw e;
        }
    }

    private Duration tokenLife() {
        return faults.find(FaultKind.TOKEN_LIFE)
                .map(fault -> Duration.ofSeconds(fault.number("seconds", 60)))
                .orElse(TOKEN_LIFE);
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
            home.save(catalog);
        }
    }

    @Override
    public void close() {
        server.close();
        synchronized (catalog) {
            home.save(catalog);
            home.close();
        }
    }
}
