package io.github.storemaven.goal;

import io.github.storemaven.document.Members;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.ProductResource;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.ReleaseRequest;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The releases of a build. Two modules that release one product are an error: the second submission would remove the
 * packages of the first one. Modules with other class loaders use it too, so it holds types of the JDK alone.
 */
final class ReleaseRegistry {
    private final List<Map<String, String>> releases;

    private ReleaseRegistry(List<Map<String, String>> releases) {
        this.releases = releases;
    }

    static ReleaseRegistry of(BuildState shared) {
        return new ReleaseRegistry(shared.shared("releases", CopyOnWriteArrayList::new));
    }

    /** One release of one product, by a goal of a module. */
    static final class Entry {
        private static final List<String> NAMES = List.of("flightId", "flightName", "addonId", "addonProductId");

        private final Map<String, String> facts = new ConcurrentHashMap<>();

        /** @param place of the module in the reactor, which is the order in which modules release at the end */
        Entry(String module, int place) {
            with("module", module).with("place", Integer.toString(place));
        }

        private Entry(Map<String, String> facts) {
            this.facts.putAll(facts);
        }

        /** A parameter that names the product; blank values count as not set. */
        Entry with(String fact, String value) {
            ConfigurationProblems.given(value).ifPresent(given -> facts.put(fact, given));
            return this;
        }

        /** Which packages are sent, for example their paths; without any nothing of another module is removed. */
        Entry sends(String packages) {
            return with("packages", packages);
        }

        /** The packages of the last submission stay. */
        Entry adds() {
            return with("adds", "true");
        }

        /** It releases at once, and not at the end of the build. */
        Entry atOnce() {
            return with("atOnce", "true");
        }

        private Optional<String> get(String fact) {
            return Optional.ofNullable(facts.get(fact));
        }

        private boolean isAddon() {
            return facts.containsKey("addonId") || facts.containsKey("addonProductId");
        }

        private boolean isFlight() {
            return facts.containsKey("flightId") || facts.containsKey("flightName");
        }

        private int place() {
            return Integer.parseInt(facts.get("place"));
        }

        private String product() {
            String application = get("applicationId").map(id -> "app " + id).orElse("");
            Optional<String> name =
                    NAMES.stream().filter(facts::containsKey).map(facts::get).findFirst();
            return name.map(given -> (isAddon() ? "add-on " : "flight ")
                            + given
                            + (application.isEmpty() ? "" : " of " + application))
                    .orElse(application);
        }

        /** Whether the second one in time takes away what the first one has released. */
        private boolean harms(Entry later) {
            boolean again =
                    get("module").equals(later.get("module")) && get("packages").equals(later.get("packages"));
            boolean replaces = later.facts.containsKey("packages") && !later.facts.containsKey("adds");
            return !again && (isAddon() || (facts.containsKey("packages") && replaces));
        }
    }

    /**
     * Adds a release.
     *
     * @return what is wrong, where the build has another one of the same product; it is not added then
     */
    Optional<String> add(Entry entry) {
        synchronized (releases) {
            Optional<String> problem = rivals(entry)
                    .filter(other -> isSame(other, entry).orElse(false))
                    .findFirst()
                    .map(other -> problem(other, entry));
            if (problem.isEmpty()) {
                releases.add(entry.facts);
            }
            return problem;
        }
    }

    /**
     * Adds a release of an MSI or EXE product, whose packages are replaced as a whole.
     *
     * @return what is wrong, where another module releases the product too
     */
    Optional<String> addInstaller(String productId, String module) {
        synchronized (releases) {
            Optional<String> rival = releases.stream()
                    .filter(facts -> productId.equalsIgnoreCase(facts.get("productId")))
                    .map(facts -> facts.get("module"))
                    .filter(other -> !other.equals(module))
                    .findFirst();
            if (rival.isEmpty() && !productId.isEmpty()) {
                releases.add(new Entry(module, 0).with("productId", productId).facts);
            }
            return rival.map(
                    other -> "Modules " + other + " and " + module + " both release product " + productId
                            + ", and the second submission would replace the packages of the first. Release it in one module, with all"
                            + " packages in its installersFile, and set <skipSubmitInstaller>true</skipSubmitInstaller> in the other");
        }
    }

    /** Forgets a release that has not begun when its goal ends: it has failed before anything was sent. */
    void conclude(Entry entry) {
        releases.removeIf(facts -> facts == entry.facts && !facts.containsKey("begun"));
    }

    /** The packages that a release names, in any way; empty where it sends none. */
    static String packages(ReleaseRequest wanted) {
        Stream<String> files = wanted.packages().stream().map(one -> one.file().toString());
        Stream<String> archive = wanted.files().archive().stream().map(Path::toString);
        Stream<String> entries = wanted.type().packagesMember().stream()
                .flatMap(member -> Members.objects(wanted.patch(), member).stream())
                .map(JsonObject::toString);
        return Stream.of(files, archive, entries)
                .flatMap(texts -> texts)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /**
     * Looks once more before anything is sent, now that the product is known: another module may name it by its id where
     * this one names it by its name.
     */
    Entry begin(Entry entry, Product product, StoreClient store)
            throws MojoFailureException, StoreRefusedException, IOException, InterruptedException {
        List<Entry> open =
                rivals(entry).filter(other -> isSame(other, entry).isEmpty()).toList();
        for (Entry other : open) {
            if (ids(other, store).stream().anyMatch(product.id()::equalsIgnoreCase)) {
                throw new MojoFailureException(problem(other, entry));
            }
        }
        entry.facts.put("begun", "true");
        return entry;
    }

    private Stream<Entry> rivals(Entry entry) {
        return releases.stream()
                .filter(facts -> facts != entry.facts)
                .map(Entry::new)
                .filter(other -> isBefore(other, entry) ? other.harms(entry) : entry.harms(other));
    }

    private static boolean isBefore(Entry one, Entry other) {
        return one.facts.containsKey("atOnce") || one.place() <= other.place();
    }

    /** Whether two entries name one product; empty where only the Store can tell. */
    private static Optional<Boolean> isSame(Entry one, Entry other) {
        if (one.isAddon() != other.isAddon() || one.isFlight() != other.isFlight()) {
            return Optional.of(false);
        }
        boolean otherApp = differ(one, other, "applicationId", String::equalsIgnoreCase);
        if (one.isAddon()) {
            return named(one, other, otherApp, "addonId", "addonProductId");
        }
        return one.isFlight() ? named(one, other, otherApp, "flightId", "flightName") : Optional.of(!otherApp);
    }

    private static Optional<Boolean> named(Entry one, Entry other, boolean otherApp, String id, String name) {
        if (one.facts.containsKey(id) && other.facts.containsKey(id)) {
            return Optional.of(!differ(one, other, id, String::equalsIgnoreCase));
        }
        if (otherApp) {
            return Optional.of(false);
        }
        return one.facts.containsKey(name) && other.facts.containsKey(name)
                ? Optional.of(!differ(one, other, name, String::equals))
                : Optional.empty();
    }

    private static boolean differ(Entry one, Entry other, String fact, BiPredicate<String, String> same) {
        return one.get(fact)
                .flatMap(value -> other.get(fact).filter(rival -> !same.test(value, rival)))
                .isPresent();
    }

    private static List<String> ids(Entry other, StoreClient store)
            throws StoreRefusedException, IOException, InterruptedException {
        Predicate<String> known = id -> !CreatedId.isToCome(id);
        Optional<String> id =
                other.get("flightId").or(() -> other.get("addonId")).filter(known);
        if (id.isPresent()) {
            return List.of(id.get());
        }
        if (other.facts.containsKey("flightName")) {
            Product.Application application = new Product.Application(other.facts.get("applicationId"));
            return ids(store.findFlights(application, other.facts.get("flightName")));
        }
        return other.facts.containsKey("addonProductId")
                ? ids(store.findAddOns(other.facts.get("addonProductId"), other.get("applicationId")))
                : List.of();
    }

    private static List<String> ids(List<ProductResource> found) {
        return found.stream().flatMap(one -> one.id().stream()).toList();
    }

    private static String problem(Entry other, Entry entry) {
        String module = entry.facts.get("module");
        String rival = other.facts.get("module");
        boolean over = other.facts.containsKey("atOnce") || other.facts.containsKey("begun");
        String begin = over
                ? "This build has released " + entry.product() + " already, in module " + rival + "; module " + module
                        + " would release it again"
                : "Modules " + rival + " and " + module + " both release " + entry.product();
        if (rival.equals(module)) {
            begin = "Module " + module + (over ? " has released " : " releases ") + entry.product()
                    + (over ? " already in this build" : " twice, with different packages");
        }
        if (entry.isAddon()) {
            return begin + ". Release it in one module only, and set <skipSubmit>true</skipSubmit> in the other";
        }
        String last = isBefore(other, entry) ? module : rival;
        return begin + ", and the second submission would remove the packages of the first. Name the packages of both"
                + " with <packages> in one module, and set <skipSubmit>true</skipSubmit> in the other; or set"
                + " <packageMode>add</packageMode> in module " + last + ", which keeps the packages of the first";
    }
}
