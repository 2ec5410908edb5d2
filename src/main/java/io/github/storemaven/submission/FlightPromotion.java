package io.github.storemaven.submission;

import io.github.storemaven.document.FileEntry;
import io.github.storemaven.document.FileStatus;
import io.github.storemaven.document.Members;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.msix.PackageVersion;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.ProductResource;
import io.github.storemaven.service.Rollout;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.Guid;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks whether a flight has published exactly the packages that a release sends to everybody ({@code promoteFlight}): two
 * requests, one for the flight, one for its submission (reference, sections 6.6, 6.8 and 6.20).
 */
public final class FlightPromotion {
    /** For the names of both sides and the two columns before them: 80 less Maven's prefix, the mark and the gaps. */
    private static final int WIDTH = 80 - "[ERROR] ".length() - 8;

    private static final int MAX_COLUMN = 20;

    private final StoreClient store;
    private final Product product;
    private final ReleaseRequest request;
    private final ReleaseLog log;

    public FlightPromotion(StoreClient store, Product product, ReleaseRequest request, ReleaseLog log) {
        this.store = store;
        this.product = product;
        this.request = request;
        this.log = log;
    }

    /** @throws ReleaseRefusedException where {@link #problem} knows one */
    void check() throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        Optional<String> problem = problem();
        if (problem.isPresent()) {
            throw new ReleaseRefusedException(problem.get());
        }
    }

    /** Why the release must not be made; empty where it may, or is no promotion. */
    public Optional<String> problem() throws StoreRefusedException, IOException, InterruptedException {
        return request.promoteFlight().isPresent()
                ? problem(request.promoteFlight().get())
                : Optional.empty();
    }

    private Optional<String> problem(String wanted) throws StoreRefusedException, IOException, InterruptedException {
        Product.Application application = new Product.Application(product.id());
        List<ProductResource> found = flights(application, wanted);
        if (found.size() != 1 || found.get(0).id().isEmpty()) {
            return Optional.of("store.promoteFlight names \"" + wanted + "\", and " + product + " has "
                    + (found.isEmpty() ? "no such flight" : found.size() + " of this name; name its id") + ". "
                    + PartnerCenter.page(product));
        }
        Product.Flight flight =
                new Product.Flight(product.id(), found.get(0).id().get());
        String named = "Flight \"" + ForeignText.oneLine(found.get(0).name().orElse(flight.id())) + "\"";
        Optional<String> submission = found.get(0).lastPublished().or(found.get(0)::pending);
        if (submission.isEmpty()) {
            return Optional.of(named + " has published nothing, so nothing was changed. " + PartnerCenter.page(flight));
        }
        JsonObject document = store.submissions(flight).get(submission.get());
        Optional<String> problem = state(document).or(() -> difference(document));
        if (problem.isEmpty()) {
            log.info(named + " has published exactly these packages: submission " + submission.get());
        }
        return problem.map(reason -> named + " " + reason + "\n" + pending(found.get(0)) + "Nothing was changed. "
                + PartnerCenter.page(flight, submission.get()));
    }

    private static String pending(ProductResource flight) {
        return flight.pending()
                .filter(id -> flight.lastPublished().isPresent())
                .map(id -> "Submission " + id + " of the flight is pending. ")
                .orElse("");
    }

    private List<ProductResource> flights(Product.Application application, String wanted)
            throws StoreRefusedException, IOException, InterruptedException {
        if (!Guid.is(wanted)) {
            return store.findFlights(application, wanted);
        }
        try {
            return List.of(store.product(new Product.Flight(application.id(), wanted)));
        } catch (StoreRefusedException refused) {
            if (refused.isNotFound()) {
                return List.of();
            }
            throw refused;
        }
    }

    /** Packages that are still certified, or were withdrawn by halting their rollout, are not what testers have. */
    private static Optional<String> state(JsonObject document) {
        SubmissionStatus status = SubmissionStatus.of(document);
        if (!WaitFor.PUBLICATION.isReachedBy(status.name())) {
            return Optional.of("is not published: its submission is in the state " + status.name());
        }
        return Rollout.ofDocument(document).filter(Rollout::isStopped).isPresent()
                ? Optional.of("was withdrawn: the rollout of its packages was halted")
                : Optional.empty();
    }

    private Optional<String> difference(JsonObject document) {
        Map<Key, Row> rows = new TreeMap<>();
        Members.objects(document, ProductType.FLIGHT.packagesMember().orElseThrow()).stream()
                .filter(entry -> !FileStatus.PENDING_DELETE.isOf(entry))
                .forEach(entry -> rows.put(Key.of(entry), new Row(Optional.of(entry), Optional.empty())));
        for (PackageFile file : request.packages()) {
            rows.merge(
                    new Key(file.version(), file.architecture()),
                    new Row(Optional.empty(), Optional.of(file)),
                    (there, sent) -> new Row(there.published(), sent.sent()));
        }
        return rows.values().stream().allMatch(row -> row.mark().equals(" "))
                ? Optional.empty()
                : Optional.of("has published other packages than this release sends:\n" + table(rows));
    }

    /** What makes two packages one to the Store, in the order of a table. */
    private record Key(String version, String architecture) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(
                        (Key key) -> new PackageVersion(key.version()))
                .thenComparing(Key::architecture, String.CASE_INSENSITIVE_ORDER);

        static Key of(JsonObject entry) {
            return new Key(
                    Members.text(entry, "version").orElse(""),
                    Members.text(entry, "architecture").orElse(""));
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** A package that the flight has published, that the release sends, or both. */
    private record Row(Optional<JsonObject> published, Optional<PackageFile> sent) {
        String mark() {
            if (published.isEmpty() || sent.isEmpty()) {
                return published.isEmpty() ? "+" : "-";
            }
            return publishedName().isEmpty() || publishedName().equalsIgnoreCase(sentName()) ? " " : "~";
        }

        /** Empty also where the Store tells none. */
        String publishedName() {
            return published.flatMap(FileEntry::name).map(Row::last).orElse("");
        }

        String sentName() {
            return sent.map(PackageFile::name).map(Row::last).orElse("");
        }

        /** Folders in an upload only tell files of one name apart. */
        private static String last(String name) {
            return ForeignText.oneLine(name.substring(name.lastIndexOf('/') + 1));
        }
    }

    private static String table(Map<Key, Row> rows) {
        int version = width("version", rows.keySet().stream().map(Key::version));
        int architecture = width("architecture", rows.keySet().stream().map(Key::architecture));
        int name = (WIDTH - version - architecture) / 2;
        String line = "%s %-" + version + "s  %-" + architecture + "s  %-" + name + "s  %s";
        List<String> lines = new ArrayList<>();
        lines.add(line.formatted(" ", "version", "architecture", "flight", "release"));
        rows.forEach((key, row) -> lines.add(line.formatted(
                row.mark(),
                cut(key.version(), version),
                cut(key.architecture(), architecture),
                cut(row.publishedName(), name),
                cut(row.sentName(), name))));
        lines.add("(+ only in the release, - only in the flight, ~ under another name)");
        return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    private static int width(String title, Stream<String> values) {
        int longest = values.mapToInt(String::length).max().orElse(0);
        return Math.min(Math.max(longest, title.length()), MAX_COLUMN);
    }

    /** Names differ at their ends. */
    private static String cut(String text, int width) {
        String line = ForeignText.oneLine(text);
        return line.length() <= width ? line : "..." + line.substring(line.length() - width + 3);
    }
}
