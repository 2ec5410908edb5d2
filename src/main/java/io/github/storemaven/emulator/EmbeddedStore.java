package io.github.storemaven.emulator;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import io.github.storemaven.emulator.fault.Faults;
import io.github.storemaven.emulator.product.Product;
import io.github.storemaven.emulator.product.Submission;
import io.github.storemaven.emulator.service.RawPlus;
import io.github.storemaven.emulator.service.Switch;
import io.github.storemaven.emulator.service.Switches;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A Store on loopback: submission API, token endpoint and blob storage on one port, written from the reference alone.
 * Thread safe.
 */
public final class EmbeddedStore implements AutoCloseable {
    /** The start of every secret, token and signature of an embedded Store. */
    public static final String MADE_UP = "emulator-made-up-";

    private final Machinery machinery;

    private EmbeddedStore(Machinery machinery) {
        this.machinery = machinery;
    }

    /** The way to start one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The root of the service, for example {@code http://127.0.0.1:49152}. */
    public URI serviceUrl() {
        return machinery.root();
    }

    /** The root of the token endpoint: the same host and port. */
    public URI loginUrl() {
        return machinery.root();
    }

    /** The one tenant. */
    public String tenantId() {
        return machinery.account().tenantId();
    }

    /** The one client. */
    public String clientId() {
        return machinery.account().clientId();
    }

    /**
     * The client's secret. Unless another one was given it is made up and starts with {@link #MADE_UP}; it is another one
     * at each start, and a state folder keeps it.
     */
    public String clientSecret() {
        return machinery.account().clientSecret();
    }

    /** Adds an app. @throws IllegalArgumentException when the id is taken */
    public void addApplication(ApplicationSeed seed) {
        machinery.change(catalog -> new Seeding(catalog).add(seed));
    }

    /** Adds an add-on. @throws IllegalArgumentException when the id is taken or the app is not there */
    public void addAddon(AddonSeed seed) {
        machinery.change(catalog -> new Seeding(catalog).add(seed));
    }

    /** Adds a flight. @throws IllegalArgumentException when the id is taken or the app is not there */
    public void addFlight(FlightSeed seed) {
        machinery.change(catalog -> new Seeding(catalog).add(seed));
    }

    /** The last requests, at most 10,000, oldest first. */
    public List<ReceivedRequest> requests() {
        return machinery.log().last();
    }

    /** How many requests there were, those that {@link #requests} has forgotten included. */
    public long requestCount() {
        return machinery.log().total();
    }

    /** The document of the last published submission. The id is a Store ID or a flight id. */
    public Optional<JsonObject> published(String productId) {
        return look(productId, Product::published).map(Submission::shown);
    }

    /** The document of the submission in progress. The id is a Store ID or a flight id. */
    public Optional<JsonObject> pending(String productId) {
        return look(productId, Product::pending).map(Submission::shown);
    }

    /** The state of the submission in progress, for example {@code Certification}. */
    public Optional<String> pendingStatus(String productId) {
        return look(productId, Product::pending)
                .map(submission -> submission.status().word());
    }

    /** The Store IDs of all apps. */
    public List<String> applicationIds() {
        return machinery.look(catalog ->
                catalog.all(Kind.APPLICATION).stream().map(Product::id).toList());
    }

    /** Whether an app, or an add-on or flight of it, has this id, product id or friendly name. */
    public boolean holds(String applicationId, String name) {
        return machinery.look(catalog -> Arrays.stream(Kind.values())
                .flatMap(kind -> catalog.all(kind).stream())
                .anyMatch(product -> product.id().equalsIgnoreCase(name)
                        || (product.applicationId().equalsIgnoreCase(applicationId)
                                && List.of("productId", "friendlyName").stream()
                                        .anyMatch(member -> name.equals(Json.text(product.facts(), member))))));
    }

    private Optional<Submission> look(String productId, Function<Product, Optional<Submission>> which) {
        return machinery.look(catalog -> catalog.find(productId).flatMap(which));
    }

    /** Somebody makes a submission in Partner Center. */
    public void createInPartnerCenter(String productId) {
        machinery.change(catalog -> machinery.partnerCenter().create(productId));
    }

    /** Somebody edits the pending submission in Partner Center. */
    public void editInPartnerCenter(String productId) {
        machinery.change(catalog -> machinery.partnerCenter().edit(productId));
    }

    /** Somebody cancels the pending submission in Partner Center. */
    public void cancelInPartnerCenter(String productId) {
        machinery.change(catalog -> machinery.partnerCenter().cancel(productId));
    }

    /** Choices where the real behaviour is unknown or differs by account. */
    public Switches switches() {
        return machinery.switches();
    }

    /** The last things that clients are not told, such as why a commit failed; at most 100, oldest first. */
    public List<String> remarks() {
        return machinery.remarks().last();
    }

    /** Switches for what may go wrong. */
    public Faults faults() {
        return machinery.faults();
    }

    /** Stops at once; removes what was uploaded, unless a state folder keeps it. */
    @Override
    public void close() {
        machinery.close();
    }

    /** What a Store is started with; all of it has a default. */
    public static final class Builder {
        int port;
        Duration pace = Duration.ZERO;
        Duration uploadLife = Duration.ofHours(24);
        InstantSource clock = InstantSource.system();
        Optional<Path> directory = Optional.empty();
        String tenantId = "00000000-0000-4000-8000-00000000e001";
        String clientId = "00000000-0000-4000-8000-00000000e002";
        Optional<String> clientSecret = Optional.empty();
        Consumer<String> remarks = remark -> {};
        final Switches switches = new Switches();

        private Builder() {}

        /** The port on loopback; 0, the default, for any that is free. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /** How long a submission stays in each transient state; by default no time at all. */
        public Builder pace(Duration time) {
            pace = time;
            return this;
        }

        /** How long an upload URL is valid; by default a day. */
        public Builder uploadLife(Duration time) {
            uploadLife = time;
            return this;
        }

        /** The time; by default the system's. */
        public Builder clock(InstantSource source) {
            clock = source;
            return this;
        }

        /** A folder that keeps the state; it must be empty, absent, or one of ours. */
        public Builder directory(Path folder) {
            directory = Optional.of(folder);
            return this;
        }

        /** The one tenant. */
        public Builder tenantId(String id) {
            tenantId = id;
            return this;
        }

        /** The one client. */
        public Builder clientId(String id) {
            clientId = id;
            return this;
        }

        /** The client's secret; by default a random one. */
        public Builder clientSecret(String secret) {
            clientSecret = Optional.of(secret);
            return this;
        }

        /** Turns a choice on. */
        public Builder with(Switch choice) {
            switches.set(choice, true);
            return this;
        }

        /** Turns a choice off. */
        public Builder without(Switch choice) {
            switches.set(choice, false);
            return this;
        }

        /** How often upload URLs have a raw plus sign; by default never. */
        public Builder rawPlus(RawPlus often) {
            switches.set(often);
            return this;
        }

        /**
         * Sets choices as users write them, {@code name=value} with commas.
         *
         * @throws IllegalArgumentException for what is not known, with what is
         */
        public Builder switches(String text) {
            switches.set(text);
            return this;
        }

        /** Who is told what the Store knows and its clients are not told, such as why a commit failed. */
        public Builder remarks(Consumer<String> listener) {
            remarks = listener;
            return this;
        }

        /**
         * Starts serving.
         *
         * @throws java.net.BindException when the port is in use
         * @throws IOException when a folder cannot be used, which it names
         */
        public EmbeddedStore start() throws IOException {
            return new EmbeddedStore(new Machinery(this));
        }
    }
}
