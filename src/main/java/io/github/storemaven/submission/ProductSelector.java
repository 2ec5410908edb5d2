package io.github.storemaven.submission;

import io.github.storemaven.document.ProductType;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.ProductResource;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.NearestName;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The product that a goal is about: an app, or the flight or add-on of it that is named. Its kind is known at once; the
 * id may have to be asked for.
 */
public final class ProductSelector {
    private static final String STORE_ID = "[0-9A-Z]{12}";

    private final Optional<String> applicationId;
    private final Optional<String> flightId;
    private final Optional<String> flightName;
    private final Optional<String> addonId;
    private final Optional<String> addonProductId;

    private final Predicate<String> isToCome;

    /**
     * What names the product; null and blank values count as not set.
     *
     * @param isToCome whether an id stands for that of what this build has yet to create
     */
    public ProductSelector(
            String applicationId,
            String flightId,
            String flightName,
            String addonId,
            String addonProductId,
            Predicate<String> isToCome) {
        this.applicationId = ConfigurationProblems.given(applicationId);
        this.flightId = ConfigurationProblems.given(flightId);
        this.flightName = ConfigurationProblems.given(flightName);
        this.addonId = ConfigurationProblems.given(addonId);
        this.addonProductId = ConfigurationProblems.given(addonProductId);
        this.isToCome = isToCome;
    }

    /** The type of the product, which is known before its id is. */
    public ProductType type() {
        if (isFlight()) {
            return ProductType.FLIGHT;
        }
        return isAddon() ? ProductType.ADDON : ProductType.APP;
    }

    /** Whether a flight is named. */
    public boolean isFlight() {
        return flightId.isPresent() || flightName.isPresent();
    }

    /** Whether an add-on is named. */
    public boolean isAddon() {
        return addonId.isPresent() || addonProductId.isPresent();
    }

    /** Whether no product is named at all. */
    public boolean isUnnamed() {
        return applicationId.isEmpty() && !isFlight() && !isAddon();
    }

    /** Whether no name has to be looked up. */
    public boolean isNamedById() {
        return Stream.of(flightName, addonProductId).allMatch(Optional::isEmpty)
                && Stream.of(flightId, addonId).flatMap(Optional::stream).noneMatch(isToCome);
    }

    /** The product, where nothing has to be looked up and nothing is wrong with its name. */
    public Optional<Product> known() {
        ConfigurationProblems problems = new ConfigurationProblems();
        check(problems);
        if (isUnnamed()
                || !isNamedById()
                || lacksApplication()
                || !problems.lines().isEmpty()) {
            return Optional.empty();
        }
        if (isAddon()) {
            return addonId.map(Product.Addon::new);
        }
        return isFlight()
                ? flightId.map(id -> new Product.Flight(applicationId.orElseThrow(), id))
                : applicationId.map(Product.Application::new);
    }

    /** Whether the app is missing, without which the product is not named. */
    public boolean lacksApplication() {
        return applicationId.isEmpty() && !isAddon();
    }

    /** What is wrong with the parameters that are set; none has to be. */
    public void check(ConfigurationProblems problems) {
        if (isFlight() && isAddon()) {
            problems.add("A flight and an add-on are named together; keep one of store.flightId, store.flightName,"
                    + " store.addonId, store.addonProductId");
        }
        oneOf(flightId, flightName, "flightId", "flightName", problems);
        oneOf(addonId, addonProductId, "addonId", "addonProductId", problems);
        storeId(applicationId, "applicationId", isToCome, problems);
        storeId(addonId, "addonId", isToCome, problems);
        flightId.filter(id -> !id.matches("[0-9A-Fa-f-]{36}") && !isToCome.test(id))
                .ifPresent(id -> problems.add("store.flightId is \"" + id
                        + "\"; a flight id is a GUID. For the name of a flight use store.flightName"));
    }

    /** The product; asks the Store where it is named by a name. Empty where there is none of this name. */
    public Optional<Product> find(StoreClient store)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        if (isAddon()) {
            return addonId.isPresent() ? addonId.map(Product.Addon::new) : addon(store);
        }
        if (isFlight()) {
            return flightId.isPresent()
                    ? flightId.map(id -> new Product.Flight(applicationId.orElseThrow(), id))
                    : flight(store);
        }
        return applicationId.map(Product.Application::new);
    }

    /** The product; an error that says what was looked for where there is none. */
    public Product require(StoreClient store)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        Optional<Product> product = find(store);
        if (product.isEmpty()) {
            throw new ReleaseRefusedException("The Store has no " + named() + "; create it first (store:create-"
                    + (isAddon() ? "addon" : "flight") + ") or check the name"
                    + (isFlight() ? others(store) : nearestAddon(store)));
        }
        return product.get();
    }

    /** The flights that there are; people also write the name of a group of testers in place of the flight's. */
    private String others(StoreClient store) throws StoreRefusedException, IOException, InterruptedException {
        List<String> names = store.flights(new Product.Application(applicationId.orElseThrow())).stream()
                .flatMap(flight -> flight.name().stream())
                .map(name -> '"' + name + '"')
                .toList();
        return names.isEmpty() ? ". The app has no flight" : ". Its flights: " + ForeignText.list(names);
    }

    private String nearestAddon(StoreClient store) throws StoreRefusedException, IOException, InterruptedException {
        List<ProductResource> known =
                applicationId.isPresent() ? store.addOns(new Product.Application(applicationId.get())) : store.addOns();
        return NearestName.of(
                        addonProductId.orElse(""),
                        known.stream().flatMap(addon -> addon.name().stream()).toList())
                .map(name -> ". Did you mean \"" + ForeignText.oneLine(name) + "\"?")
                .orElse("");
    }

    /** How it was named, as arguments of a command line. */
    public List<String> arguments() {
        Map<String, Optional<String>> named = new LinkedHashMap<>();
        named.put("applicationId", applicationId);
        named.put("flightId", flightId);
        named.put("flightName", flightName);
        named.put("addonId", addonId);
        named.put("addonProductId", addonProductId);
        return named.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> NextCommand.argument(entry.getKey(), value)))
                .toList();
    }

    /** The product id of the add-on, as it was named. */
    public Optional<String> addonProductId() {
        return addonProductId;
    }

    /** The app, as it was named. */
    String application() {
        return applicationId.orElse("");
    }

    /** The flight, as it was named. */
    String flight() {
        return flightName.or(() -> flightId).orElse("");
    }

    /** How it was named, for messages. */
    public String named() {
        if (isAddon()) {
            return "add-on " + addonId.or(() -> addonProductId).orElse("")
                    + applicationId.map(id -> " of app " + id).orElse("");
        }
        return isFlight()
                ? "flight " + flightId.orElseGet(() -> '"' + flightName.orElse("") + '"') + " of app "
                        + applicationId.orElse("")
                : "app " + applicationId.orElse("");
    }

    private Optional<Product> addon(StoreClient store)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        return only(store.findAddOns(addonProductId.orElseThrow(), applicationId), "addonId", "applicationId")
                .map(addon -> new Product.Addon(addon.id().orElseThrow()));
    }

    private Optional<Product> flight(StoreClient store)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        String application = applicationId.orElseThrow();
        return only(store.findFlights(new Product.Application(application), flightName.orElseThrow()), "flightId")
                .map(flight -> new Product.Flight(application, flight.id().orElseThrow()));
    }

    private Optional<ProductResource> only(List<ProductResource> found, String... remedies)
            throws ReleaseRefusedException {
        if (found.size() > 1) {
            throw new ReleaseRefusedException(found.size() + " products fit " + named() + "; say which one with store."
                    + String.join(" or store.", remedies) + ":\n  "
                    + found.stream()
                            .map(product -> ForeignText.oneLine(product.json().toString()))
                            .collect(Collectors.joining("\n  ")));
        }
        return found.stream().findFirst();
    }

    private static void oneOf(
            Optional<String> one,
            Optional<String> other,
            String oneName,
            String otherName,
            ConfigurationProblems problems) {
        if (one.isPresent() && other.isPresent()) {
            problems.add("store." + oneName + " and store." + otherName + " are set together; keep one of them");
        }
    }

    /** A Store ID has a form of its own; the service answers another one with an error that names no cause. */
    public static void storeId(
            Optional<String> id, String parameter, Predicate<String> isToCome, ConfigurationProblems problems) {
        id.filter(text -> !text.matches(STORE_ID) && !isToCome.test(text))
                .ifPresent(
                        text -> problems.add(
                                "store." + parameter + " is \"" + text + "\""
                                        + (text.toUpperCase(Locale.ROOT).matches(STORE_ID)
                                                ? "; write the letters of a Store ID as capitals: \""
                                                        + text.toUpperCase(Locale.ROOT) + "\""
                                                : (text.contains(".")
                                                                ? ", which looks like the package's identity name"
                                                                : ", which has " + text.length() + " characters")
                                                        + "; a Store ID has 12 letters and digits (Partner Center, Product identity)")));
    }
}
