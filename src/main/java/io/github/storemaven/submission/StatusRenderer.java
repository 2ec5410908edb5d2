package io.github.storemaven.submission;

import io.github.storemaven.json.Json;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.Rollout;
import io.github.storemaven.service.SubmissionStatus;
import io.github.storemaven.submission.ProductStatus.Pending;
import io.github.storemaven.submission.ProductStatus.Published;
import io.github.storemaven.submission.ProductStatus.StorePackage;
import io.github.storemaven.text.ForeignText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The status of products for a console and as JSON.
 *
 * @param arguments what names a product and the Store in a command to copy
 * @param links whether Partner Center knows the products; not those of the embedded Store
 */
public record StatusRenderer(Function<Product, List<String>> arguments, boolean links) {
    /** Of 80 columns, without what Maven writes before each line. */
    private static final int COLUMNS = 80 - "[INFO] ".length();

    private static final int LONGEST_VERSION = 15;
    private static final int LONGEST_ARCHITECTURE = 8;

    /** What each state means (reference, section 7.1). */
    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("None", "it has no state"),
            Map.entry("Canceled", "it was canceled in Partner Center"),
            Map.entry(SubmissionStatus.DRAFT, "a draft, which nobody has submitted yet"),
            Map.entry("CommitStarted", "submitted, and the Store looks at data and files"),
            Map.entry("CommitFailed", "the Store has refused data or files"),
            Map.entry("PreProcessing", "the Store looks at the packages"),
            Map.entry("PreProcessingFailed", "the Store has refused the packages"),
            Map.entry("Certification", "it is in certification"),
            Map.entry("CertificationFailed", "certification has refused it"),
            Map.entry("Release", "certified, and waits for its release"),
            Map.entry("ReleaseFailed", "its release has failed"),
            Map.entry("PendingPublication", "released, and waits for its publication"),
            Map.entry("Publishing", "it is being published"),
            Map.entry("Published", "it is published"),
            Map.entry("PublishFailed", "its publication has failed"));

    /** All about a product. */
    public List<String> lines(ProductStatus status) {
        List<String> lines = new ArrayList<>();
        lines.add(title(status));
        published(status, lines);
        pending(status, lines);
        if (status.next().isPresent()) {
            lines.add("  To " + status.next().get().purpose() + ":");
            lines.add("    " + status.next().get().line(arguments.apply(status.product())));
        }
        if (links) {
            lines.add("  " + link(status));
        }
        return lines;
    }

    /** A product among others: one line where nothing is to be done, else all about it. */
    public List<String> shortLines(ProductStatus status) {
        boolean isQuiet = status.pending().isEmpty()
                && status.published().filter(Published::isInRollout).isEmpty();
        String state = status.published()
                .map(published -> "submission " + published.submissionId() + " is published")
                .orElse("nothing was ever published");
        return isQuiet ? List.of(title(status), "  " + state + ", nothing is pending") : lines(status);
    }

    private static String title(ProductStatus status) {
        String product = capital(
                status.product() instanceof Product.Flight flight
                        ? "flight " + flight.id()
                        : status.product().toString());
        return product
                + status.name()
                        .map(name -> " (" + ForeignText.oneLine(name, COLUMNS - product.length() - 6) + ")")
                        .orElse("");
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static void published(ProductStatus status, List<String> lines) {
        if (status.published().isEmpty()) {
            lines.add("  Nothing was ever published");
            return;
        }
        Published published = status.published().get();
        lines.add("  Published: submission " + published.submissionId());
        published.packages().forEach(one -> lines.add("    " + line(one)));
        published
                .rollout()
                .filter(rollout ->
                        !rollout.status().isEmpty() && !rollout.status().equals("PackageRolloutNotStarted"))
                .ifPresent(rollout -> lines.addAll(rollout(rollout)));
    }

    private static String line(StorePackage one) {
        String facts = String.format(
                Locale.ROOT,
                "%-" + LONGEST_VERSION + "s  %-" + LONGEST_ARCHITECTURE + "s  ",
                ForeignText.oneLine(one.version(), LONGEST_VERSION),
                ForeignText.oneLine(one.architecture(), LONGEST_ARCHITECTURE));
        return facts + ForeignText.oneLine(one.fileName(), COLUMNS - 4 - facts.length() - 3);
    }

    private static List<String> rollout(Rollout rollout) {
        List<String> lines = new ArrayList<>();
        for (String part : RolloutState.words(rollout).split("(?<=[,;]) ", -1)) {
            lines.add((lines.isEmpty() ? "    rollout: " : "      ") + part);
        }
        return lines;
    }

    private static void pending(ProductStatus status, List<String> lines) {
        if (status.pending().isEmpty()) {
            lines.add("  Nothing is pending");
            return;
        }
        Pending pending = status.pending().get();
        String state = ForeignText.oneLine(pending.status().name());
        lines.add("  Pending: submission " + pending.submissionId() + ", " + state);
        lines.add("    " + STATES.getOrDefault(state, "a state that this plugin does not know") + "; made "
                + (pending.isOfPartnerCenter() ? "in Partner Center" : "by API"));
        StatusReport.linesAfterSuccess(pending.status()).forEach(line -> lines.add("    " + line));
        if (pending.status().isDraft() && pending.isOfPartnerCenter()) {
            lines.add("    only there can it be submitted or deleted; submit stops because of it");
        }
    }

    private static URI link(ProductStatus status) {
        return status.pending()
                .map(pending -> PartnerCenter.page(status.product(), pending.submissionId()))
                .orElseGet(() -> PartnerCenter.page(status.product()));
    }

    /** {@code {"products": [...]}}. */
    public JsonObjectBuilder json(List<ProductStatus> all) {
        JsonArrayBuilder products = Json.PROVIDER.createArrayBuilder();
        all.forEach(status -> products.add(json(status)));
        return Json.PROVIDER.createObjectBuilder().add("products", products);
    }

    private JsonObject json(ProductStatus status) {
        JsonObjectBuilder json = Json.PROVIDER
                .createObjectBuilder()
                .add("product", status.product().json());
        status.name().ifPresent(name -> json.add("name", name));
        status.published().ifPresent(published -> json.add("published", json(published)));
        status.pending().ifPresent(pending -> json.add("pending", json(pending)));
        status.next().ifPresent(next -> json.add("next", next.line(arguments.apply(status.product()))));
        if (links) {
            json.add("link", link(status).toString());
        }
        return json.build();
    }

    private static JsonObject json(Published published) {
        JsonArrayBuilder packages = Json.PROVIDER.createArrayBuilder();
        published
                .packages()
                .forEach(one -> packages.add(Json.PROVIDER
                        .createObjectBuilder()
                        .add("fileName", one.fileName())
                        .add("version", one.version())
                        .add("architecture", one.architecture())));
        JsonObjectBuilder json = Json.PROVIDER
                .createObjectBuilder()
                .add("submissionId", published.submissionId())
                .add("packages", packages);
        published
                .rollout()
                .ifPresent(rollout -> json.add("rollout", RolloutState.json(published.submissionId(), rollout)));
        return json.build();
    }

    private static JsonObject json(Pending pending) {
        JsonArrayBuilder reports = Json.PROVIDER.createArrayBuilder();
        pending.status()
                .reports()
                .forEach(report -> reports.add(Json.PROVIDER
                        .createObjectBuilder()
                        .add("date", report.date())
                        .add("reportUrl", report.url())));
        return Json.PROVIDER
                .createObjectBuilder()
                .add("submissionId", pending.submissionId())
                .add("status", pending.status().name())
                .add("madeBy", pending.isOfPartnerCenter() ? "partnerCenter" : "api")
                .add("errors", details(pending.status().errors()))
                .add("warnings", details(pending.status().warnings()))
                .add("reports", reports)
                .build();
    }

    private static JsonArrayBuilder details(List<SubmissionStatus.Detail> details) {
        JsonArrayBuilder array = Json.PROVIDER.createArrayBuilder();
        details.forEach(detail -> array.add(
                Json.PROVIDER.createObjectBuilder().add("code", detail.code()).add("details", detail.text())));
        return array;
    }
}
