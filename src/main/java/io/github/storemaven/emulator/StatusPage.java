package io.github.storemaven.emulator;

import io.github.storemaven.emulator.catalog.Catalog;
import io.github.storemaven.emulator.catalog.Product;
import io.github.storemaven.emulator.catalog.Submission;
import io.github.storemaven.emulator.catalog.SubmissionStatus;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.ProductType;
import io.github.storemaven.emulator.installer.InstallerCatalog;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Writes the page: products, their submissions with states and documents, faults, requests.
 *
 * @param catalog whose lock the caller holds
 * @param installers the MSI and EXE products
 * @param switches with their values
 * @param faults that are switched on
 * @param remarks what clients are not told, oldest first
 */
record StatusPage(
        Catalog catalog, InstallerCatalog installers, String switches, List<JsonObject> faults, List<String> remarks) {
    private static final Pattern INDENTATION = Pattern.compile("(?m)^ +");
    private static final Pattern EMPTY = Pattern.compile("([\\[{])\n *([]}])");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** The whole page, as it is at an instant. */
    String html(RecordedRuns runs, Instant now) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<title>Embedded Store</title><style>");
        html.append(resource("status-page.css")).append("</style></head><body><main><h1>Embedded Store</h1>");
        html.append("<p>An embedded Store on this machine. Nothing here reaches Microsoft. This page is of ")
                .append(DAY_AND_TIME.format(now))
                .append("; reload it to see what is new.</p>");
        html.append("<h2>Products</h2>");
        for (ProductType type : ProductType.values()) {
            catalog.all(type).forEach(product -> product(html, product));
        }
        installers.productIds().forEach(id -> installer(html, id));
        faults(html);
        remarks(html);
        html.append("<h2>Switches</h2><p><code>")
                .append(escape(switches.replace(",", ", ")))
                .append("</code></p>");
        requests(html, runs);
        html.append(resource("status-page-steps.html"));
        return html.append("</main></body></html>\n").toString();
    }

    private static void product(StringBuilder html, Product product) {
        String name = List.of("primaryName", "friendlyName", "productId").stream()
                .map(member -> Json.text(product.members(), member))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        html.append("<article><h3>").append(escape(name)).append("</h3><span class=\"kind\">");
        html.append(
                        product.type() == ProductType.ADDON
                                ? "add-on"
                                : product.type().label())
                .append(' ')
                .append(escape(product.id()))
                .append("</span>");
        product.pending().ifPresent(submission -> submission(html, role(submission), submission));
        product.published().ifPresent(submission -> submission(html, ", last published", submission));
        html.append("</article>");
    }

    private void installer(StringBuilder html, String id) {
        html.append("<article><h3>MSI or EXE product</h3><span class=\"kind\">").append(escape(id));
        html.append("</span><details><summary>Draft <small>submissions: ")
                .append(escape(String.join(", ", installers.submissionStates(id))))
                .append("</small></summary>");
        installers.draft(id).ifPresent(draft -> pre(html, indented(draft)));
        html.append("</details></article>");
    }

    /** What the state does not say already. */
    private static String role(Submission submission) {
        if (submission.status() == SubmissionStatus.CANCELED) {
            return ", canceled in Partner Center";
        }
        return submission.status().isFailed() ? "" : ", in progress";
    }

    private void remarks(StringBuilder html) {
        if (remarks.isEmpty()) {
            return;
        }
        html.append("<h2>What clients are not told</h2><p>The last ones first.</p>");
        html.append("<ul class=\"remarks\">");
        for (int i = remarks.size() - 1; i >= 0; i--) {
            html.append("<li>").append(breakable(remarks.get(i))).append("</li>");
        }
        html.append("</ul>");
    }

    private static void submission(StringBuilder html, String role, Submission submission) {
        String state = submission.status().apiName();
        html.append("<details><summary>")
                .append(escape(submission.friendlyName()))
                .append(role);
        html.append(" <span class=\"state ")
                .append(submission.status().isFailed() ? "failed" : state)
                .append("\">");
        html.append(state)
                .append("</span> <small>")
                .append(escape(submission.id()))
                .append("</small> <small>since ")
                .append(DAY_AND_TIME.format(submission.since()))
                .append("</small></summary><h4>Status details</h4>");
        pre(html, indented(submission.details()));
        html.append("<h4>Document</h4>");
        pre(html, indented(submission.document()));
        html.append("</details>");
    }

    private void faults(StringBuilder html) {
        html.append("<h2>Faults switched on</h2>");
        if (faults.isEmpty()) {
            html.append("<p>None.</p>");
            return;
        }
        html.append("<ul>");
        faults.forEach(fault ->
                html.append("<li><code>").append(escape(fault.toString())).append("</code></li>"));
        html.append("</ul>");
    }

    private static void requests(StringBuilder html, RecordedRuns runs) {
        html.append("<h2>Requests</h2><p>")
                .append(runs.total() == 0 ? "None so far." : runs.total() + " so far, the newest first; times are UTC.")
                .append("</p>");
        String which = "Last run, since ";
        for (RecordedRuns.Run run : runs.newestFirst()) {
            html.append("<h3>").append(which).append(DAY_AND_TIME.format(run.since()));
            html.append("</h3><ul class=\"requests\">");
            run.newestFirst().forEach(request -> request(html, request));
            html.append("</ul>");
            which = "Run since ";
        }
    }

    private static void request(StringBuilder html, RecordedRequest request) {
        html.append("<li><time>")
                .append(TIME.format(request.at()))
                .append("</time> ")
                .append(request.status())
                .append(' ')
                .append(breakable(request.method() + " " + request.path()))
                .append("</li>");
    }

    private static String breakable(String text) {
        return escape(text).replace("/", "/<wbr>");
    }

    private static void pre(StringBuilder html, String text) {
        html.append("<pre>").append(escape(text)).append("</pre>");
    }

    /** Narrower than the library writes it, for a phone; a line break is never inside a text. */
    private static String indented(JsonObject object) {
        StringWriter text = new StringWriter();
        var factory = Json.PROVIDER.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
        try (var writer = factory.createWriter(text)) {
            writer.write(object);
        }
        String narrow = INDENTATION
                .matcher(text.toString().strip())
                .replaceAll(found -> found.group().substring(found.group().length() / 2));
        return EMPTY.matcher(narrow).replaceAll("$1$2");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(StatusPage.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
