package io.github.storemaven.submission;

import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.ProductResource;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The apps of an account, or an app with its flights and add-ons; with the submissions that the lists name.
 *
 * @param applications by name
 * @param flights the highest rank first; empty where no app was asked for
 * @param addons by product id; empty where no app was asked for
 */
public record ProductList(
        List<ProductResource> applications,
        Optional<List<ProductResource>> flights,
        Optional<List<ProductResource>> addons) {
    private static final Comparator<ProductResource> BY_NAME = Comparator.<ProductResource, String>comparing(
                    product -> product.name().orElse(""), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(product -> product.id().orElse(""));

    /** All apps of the account: the pages of one list. */
    public static ProductList ofAccount(StoreClient store)
            throws StoreRefusedException, IOException, InterruptedException {
        return new ProductList(
                store.applications().stream().sorted(BY_NAME).toList(), Optional.empty(), Optional.empty());
    }

    /** An app: one request for it, and the pages of its flights and of the account's add-ons. */
    public static ProductList of(StoreClient store, Product.Application application)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        return new ProductList(
                List.of(new ProductReader(store).read(application)),
                Optional.of(byRank(store.flights(application))),
                Optional.of(store.addOns(application).stream().sorted(BY_NAME).toList()));
    }

    /**
     * A flight names the one below it, by friendly name and in some answers by id (reference, section 6.6); what ranks
     * above nothing that is known is the lowest.
     */
    static List<ProductResource> byRank(List<ProductResource> flights) {
        return flights.stream()
                .sorted(Comparator.<ProductResource>comparingInt(flight -> -height(flight, flights))
                        .thenComparing(BY_NAME))
                .toList();
    }

    private static int height(ProductResource flight, List<ProductResource> flights) {
        Set<ProductResource> seen = new HashSet<>();
        Optional<ProductResource> below = Optional.of(flight);
        while (below.isPresent() && seen.add(below.get())) {
            String name = rankHigherThan(below.get()).orElse("");
            below = flights.stream()
                    .filter(one -> one.name().filter(name::equals).isPresent()
                            || one.id().filter(name::equalsIgnoreCase).isPresent())
                    .findFirst();
        }
        return seen.size();
    }

    private static Optional<String> rankHigherThan(ProductResource flight) {
        return Members.text(flight.json(), "rankHigherThan");
    }

    /** {@code {"applications": [...], "flights": [...], "addons": [...]}}; the last two only where an app was asked for. */
    public JsonObject json() {
        JsonObjectBuilder json = Json.PROVIDER.createObjectBuilder().add("applications", json(applications));
        flights.ifPresent(list -> json.add("flights", json(list)));
        addons.ifPresent(list -> json.add("addons", json(list)));
        return json.build();
    }

    private static JsonArrayBuilder json(List<ProductResource> products) {
        JsonArrayBuilder array = Json.PROVIDER.createArrayBuilder();
        for (ProductResource product : products) {
            JsonObjectBuilder json = Json.PROVIDER.createObjectBuilder();
            product.id().ifPresent(id -> json.add("id", id));
            product.name().ifPresent(name -> json.add("name", name));
            product.lastPublished().ifPresent(id -> json.add("published", id));
            product.pending().ifPresent(id -> json.add("pending", id));
            rankHigherThan(product).ifPresent(name -> json.add("rankHigherThan", name));
            array.add(json);
        }
        return array;
    }

    /** Tables for a console of 80 columns. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(new Table("Store ID", applications).lines("App"));
        flights.ifPresent(list -> lines.addAll(new Table("Flight ID", list).lines("Flight, highest rank first")));
        addons.ifPresent(list -> lines.addAll(new Table("Store ID", list).lines("Add-on, by product id")));
        if (all().anyMatch(product -> product.pending().isPresent())) {
            lines.add("* a submission is pending: mvn store:status tells what can be done");
        }
        return lines;
    }

    private Stream<ProductResource> all() {
        return Stream.of(Optional.of(applications), flights, addons)
                .flatMap(Optional::stream)
                .flatMap(List::stream);
    }

    /** State, id and name; the name is last, since it may be long. */
    private record Table(String idHeading, List<ProductResource> products) {
        /** Of 80 columns, without what Maven writes before each line. */
        private static final int COLUMNS = 80 - "[INFO] ".length();

        private static final int LONGEST_ID = 36;
        private static final String ELLIPSIS = "...";

        List<String> lines(String nameHeading) {
            if (products.isEmpty()) {
                return List.of("No " + nameHeading.replaceFirst(",.*", "").toLowerCase(Locale.ROOT));
            }
            List<String> lines = new ArrayList<>();
            lines.add(line("State", idHeading, nameHeading));
            products.forEach(product -> lines.add(line(
                    state(product),
                    id(product),
                    ForeignText.oneLine(product.name().orElse(""), nameWidth()))));
            return lines;
        }

        private static String state(ProductResource product) {
            return (product.lastPublished().isPresent() ? "published" : "new")
                    + (product.pending().isPresent() ? "*" : "");
        }

        private static String id(ProductResource product) {
            return ForeignText.oneLine(product.id().orElse(""), LONGEST_ID);
        }

        private String line(String state, String id, String name) {
            return String.format(Locale.ROOT, "%-10s  %-" + idWidth() + "s  %s", state, id, name)
                    .stripTrailing();
        }

        private int idWidth() {
            return products.stream().mapToInt(product -> id(product).length()).reduce(idHeading.length(), Math::max);
        }

        private int nameWidth() {
            return COLUMNS - "published*".length() - 2 - idWidth() - 2 - ELLIPSIS.length();
        }
    }
}
