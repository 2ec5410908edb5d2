package io.github.storemaven.submission;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.EmbeddedStoreBuilder;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import io.github.storemaven.service.reference.AnswerLog;
import io.github.storemaven.submission.Diagnosis.Check;
import io.github.storemaven.submission.Diagnosis.Result;
import io.github.storemaven.submission.Diagnosis.Verdict;
import io.github.storemaven.testing.FakeTimeSource;
import io.github.storemaven.text.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** A doctor that examines the embedded Store, whose answers a test may rewrite. */
final class DoctorFixture implements AutoCloseable {
    static final String APP = "9PAPPDEMO001";
    static final String FLIGHT = "11111111-2222-3333-4444-555555555555";
    static final String ADDON = "9NADDONDEM01";

    final ReleaseFixture release;
    final EmbeddedStore store;
    final Secrets secrets = new Secrets();

    /** By how much the service's clock is before that of this machine. */
    Duration skew = Duration.ZERO;

    Transport network = ReleaseFixture.NETWORK;
    BiFunction<Request, Response, Response> rewriting = (request, response) -> response;

    /** How the product is named; the app where nothing is set. */
    ProductSelector selector = named(APP, null, null);

    Diagnosis diagnosis;
    AnswerLog answers;

    /** All that the Store sent, so that nothing of it can be found where it must not be. */
    final List<String> sent = new ArrayList<>();

    DoctorFixture(Path folder, EmbeddedStoreBuilder builder) throws IOException {
        this.release = new ReleaseFixture(folder, builder);
        this.store = release.store;
    }

    static ProductSelector named(String application, String flight, String addon) {
        return new ProductSelector(application, flight, null, addon, null, id -> false);
    }

    DoctorFixture examine() throws Exception {
        diagnosis = new Diagnosis(secrets::lines);
        answers = new AnswerLog(clock(), secrets);
        secrets.add(store.clientSecret());
        Transport watched = request -> {
            Response response = dated(rewriting.apply(request, network.send(request)));
            remember(response);
            answers.accept(request, response);
            return response;
        };
        new Doctor(release.service(watched), selector, answers, clock(), diagnosis).examine(() -> Verdict.ok("good"));
        return this;
    }

    private FakeTimeSource clock() {
        return release.time;
    }

    private synchronized void remember(Response response) {
        sent.add(response.text());
    }

    /** The response with the time of the test's clock, which HTTP servers do not know. */
    private Response dated(Response response) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME
                .withLocale(Locale.ROOT)
                .format(clock().instant().plus(skew).atOffset(ZoneOffset.UTC));
        return with(response, "Date", date);
    }

    /** The response with another value of a header; an empty one takes it away. */
    static Response with(Response response, String header, String value) {
        Map<String, List<String>> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : List.of("Content-Type", "MS-CorrelationId", "Retry-After", "Date")) {
            response.header(name).ifPresent(known -> headers.put(name, List.of(known)));
        }
        headers.remove(header);
        if (!value.isEmpty()) {
            headers.put(header, List.of(value));
        }
        return new Response(response.status(), headers, response.body());
    }

    /** The response with another text as its body. */
    static Response with(Response response, UnaryOperator<String> body) {
        Response dressed = with(response, "", "");
        return new Response(
                response.status(),
                Map.of(
                        "Content-Type", dressed.header("Content-Type").stream().toList(),
                        "MS-CorrelationId",
                                dressed.header("MS-CorrelationId").stream().toList()),
                body.apply(response.text()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** The end of a check. */
    Result result(String name) {
        return check(name).result();
    }

    String message(String name) {
        return check(name).message();
    }

    private Check check(String name) {
        return diagnosis.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<String> names() {
        return diagnosis.checks().stream().map(Check::name).toList();
    }

    String markdown() {
        return DoctorMarkdown.of(diagnosis, answers, "1.2.3");
    }

    @Override
    public void close() {
        release.close();
    }
}
