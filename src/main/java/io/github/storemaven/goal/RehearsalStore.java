package io.github.storemaven.goal;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.AddonSeed;
import io.github.storemaven.emulator.ProductSeed.ApplicationSeed;
import io.github.storemaven.emulator.ProductSeed.FlightSeed;
import io.github.storemaven.json.Json;
import io.github.storemaven.text.FileFailure;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.Guid;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;

/**
 * The embedded Store of a build. Modules with other class loaders call it too, so it speaks JDK types: it takes what a
 * goal names, brings that into being, and tells where and with which credentials the Store is reached.
 */
final class RehearsalStore implements Function<Map<String, String>, Map<String, String>>, AutoCloseable {
    /** Long enough to see the states go by, short enough to reach publication in seconds. */
    private static final Duration PACE = Duration.ofMillis(500);

    private static final String SOME_APP = "9PREHEARSAL1";

    /** What a flight has published that is promoted; its packages are those of the release. */
    private static final String PROMOTED = """
        {"flightPackages": %s,
         "packageDeliveryOptions": {
           "packageRollout": {"isPackageRollout": false, "packageRolloutPercentage": 0.0,
             "packageRolloutStatus": "PackageRolloutNotStarted", "fallbackSubmissionId": "0"},
           "isMandatoryUpdate": false, "mandatoryUpdateEffectiveDate": "1601-01-01T00:00:00.0000000Z"},
         "targetPublishMode": "Immediate", "targetPublishDate": "", "notesForCertification": ""}
        """;

    private final EmbeddedStore store;
    private final Log log;
    private final Set<String> faultFiles = new HashSet<>();
    private final Set<String> created = new TreeSet<>();
    private final Thread ending = new Thread(this::end, "store-rehearsal-end");

    private RehearsalStore(EmbeddedStore store, Log log) {
        this.store = store;
        this.log = log;
    }

    /** Starts one; it ends with the build, or with the JVM where that comes first. */
    static RehearsalStore start(Log log) {
        try {
            RehearsalStore rehearsal = new RehearsalStore(
                    EmbeddedStore.builder()
                            .pace(PACE)
                            .remarks(remark -> log.warn(SeedFile.remark(remark)))
                            .start(),
                    log);
            Runtime.getRuntime().addShutdownHook(rehearsal.ending);
            return rehearsal;
        } catch (IOException e) {
            throw new UncheckedIOException(notStarted(Optional.empty(), e), e);
        }
    }

    /** Why it has not started: without a folder of its own it needs the one for temporary files. */
    static String notStarted(Optional<File> directory, IOException reason) {
        return "The embedded Store cannot be started"
                + directory
                        .map(folder -> ": store.emulatorDirectory is " + folder + ": ")
                        .orElse(" in the folder for temporary files (java.io.tmpdir). ")
                + FileFailure.sentence(reason);
    }

    @Override
    public synchronized Map<String, String> apply(Map<String, String> named) {
        faults(named.get("faults"));
        switches(named.get("switches"));
        List<String> madeUp = new ArrayList<>();
        try {
            products(named, madeUp);
        } catch (IllegalArgumentException e) {
            String file = named.get("rehearseDocument");
            throw new IllegalArgumentException(SeedFile.wrong(file == null ? null : new File(file), e), e);
        }
        return Map.of(
                "serviceUrl", store.serviceUrl().toString(),
                "loginUrl", store.loginUrl().toString(),
                "tenantId", store.tenantId(),
                "clientId", store.clientId(),
                "clientSecret", store.clientSecret(),
                "madeUp", String.join("; ", madeUp));
    }

    /** A file counts once, however many goals of the build name it. */
    private void faults(String file) {
        if (file == null || faultFiles.contains(file)) {
            return;
        }
        try {
            store.faults().read(Path.of(file));
            faultFiles.add(file);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("store.faults: " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("store.faults names " + file + ", which does not exist", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("store.faults names " + file + ", which cannot be read", e);
        }
    }

    private void switches(String text) {
        if (text != null) {
            store.behaviour().set(text);
        }
    }

    private void products(Map<String, String> named, List<String> madeUp) {
        installer(named.get("productId"));
        String application = named.getOrDefault("applicationId", SOME_APP);
        Optional<JsonObject> document =
                Optional.ofNullable(named.get("document")).map(RehearsalStore::parsed);
        boolean ofApp =
                named.keySet().stream().noneMatch(name -> name.startsWith("flight") || name.startsWith("addon"));
        application(application, ofApp ? document : Optional.empty());
        promoted(named, application, madeUp);
        if (!named.containsKey("creates")) {
            addon(named, application, document, madeUp);
            addons(named.getOrDefault("productIds", ""), application, madeUp);
            flight(named, application, document, madeUp);
        } else {
            created.addAll(Stream.of("flightName", "addonProductId")
                    .filter(named::containsKey)
                    .map(name -> '"' + named.get(name) + '"')
                    .toList());
        }
    }

    private void installer(String productId) {
        if (productId != null && !store.installers().holds(productId)) {
            store.installers().add(productId);
        }
    }

    private void application(String id, Optional<JsonObject> document) {
        if (!store.holds(id, id)) {
            if (document.isEmpty() && !id.equals(SOME_APP)) {
                log.info("The embedded Store's app " + id
                        + " is an example; store.rehearseDocument takes your own document");
            }
            ApplicationSeed seed = ApplicationSeed.published(id);
            store.add(document.map(seed::document).orElse(seed));
        }
    }

    private void addon(
            Map<String, String> named, String application, Optional<JsonObject> document, List<String> madeUp) {
        String productId = named.getOrDefault("addonProductId", named.get("addonId"));
        if (productId != null && !store.holds(application, productId)) {
            String id = named.getOrDefault("addonId", storeId(application + productId));
            AddonSeed seed = AddonSeed.published(id, productId, application);
            store.add(document.map(seed::document).orElse(seed));
            madeUp.add(madeUp("add-on", productId));
        }
    }

    /** The add-ons that a goal publishes and does not create. */
    private void addons(String productIds, String application, List<String> madeUp) {
        List<String> missing = productIds
                .lines()
                .filter(productId -> !store.holds(application, productId))
                .toList();
        missing.forEach(
                productId -> store.add(AddonSeed.published(storeId(application + productId), productId, application)));
        if (!missing.isEmpty()) {
            madeUp.add("The embedded Store has these add-ons only for this rehearsal: " + ForeignText.list(missing)
                    + "; a real release needs them in the Store, or productType in their addon.json");
        }
    }

    private void flight(
            Map<String, String> named, String application, Optional<JsonObject> document, List<String> madeUp) {
        String name = named.getOrDefault("flightName", named.get("flightId"));
        if (name != null && !store.holds(application, name)) {
            String id = named.getOrDefault("flightId", uuid(application + name).toString());
            FlightSeed seed = FlightSeed.published(id, name, application);
            store.add(document.map(seed::document).orElse(seed));
            madeUp.add(madeUp("flight", name));
        }
    }

    private void promoted(Map<String, String> named, String application, List<String> madeUp) {
        String flight = named.get("promoteFlight");
        if (flight != null && !store.holds(application, flight)) {
            String id = Guid.is(flight) ? flight : uuid(application + flight).toString();
            String document = PROMOTED.formatted(named.get("promotedPackages"));
            store.add(FlightSeed.published(id, flight, application).document(parsed(document)));
            madeUp.add(madeUp("flight", flight) + " and these packages in it");
        }
    }

    /** In earnest what is missing is an error; in a rehearsal it comes into being, which has to be said. */
    private String madeUp(String kind, String name) {
        return "The " + kind + " \"" + ForeignText.oneLine(name)
                + "\" is invented for this rehearsal; before a real release create it (mvn store:create-"
                + kind.replace("-", "") + ")"
                + (created.isEmpty() ? "" : "; this build creates " + ForeignText.list(created));
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
            end();
        } catch (IllegalStateException shuttingDown) {
            // The hook runs already.
        }
    }

    private void end() {
        store.close();
    }

    private static String storeId(String productId) {
        String hex = uuid(productId).toString().replace("-", "");
        return "9N" + hex.substring(0, 10).toUpperCase(Locale.ROOT);
    }

    private static UUID uuid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject parsed(String text) {
        try (var reader = Json.PROVIDER.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
