package io.github.storemaven.service.reference;

import io.github.storemaven.document.Members;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.service.reference.AnswerTable.Call;
import io.github.storemaven.service.reference.Deviation.Kind;
import io.github.storemaven.text.Secrets;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at each answer as it came, before anything is made of it: what is otherwise than the reference has it, and what time
 * it is there. Safe for several threads.
 */
public final class AnswerLog implements BiConsumer<Request, Response> {
    /** What precedes the paths of the reference, and tells the service from the token endpoint. */
    private static final String BASE = "/v1.0/my/";

    private static final Pattern TOP = Pattern.compile("(?:^|&)top=(\\d{1,6})(?:&|$)");
    private static final Pattern SKIP = Pattern.compile("(?:^|[?&])skip=(\\d{1,6})(?:&|$)");

    /** A gateway's answers, which are none of the service. */
    private static final int FIRST_OF_GATEWAY = 502;

    private final AnswerTable table = AnswerTable.read();
    private final MaskedAnswer disguise;
    private final InstantSource clock;
    private final Map<Deviation, Integer> deviations = new LinkedHashMap<>();
    private final List<Duration> skews = new ArrayList<>();
    private int answers;

    /** @param clock of this machine */
    public AnswerLog(InstantSource clock, Secrets secrets) {
        this.clock = clock;
        this.disguise = new MaskedAnswer(secrets);
    }

    /** What differed so far, in the order in which it came, with how often. */
    public synchronized Map<Deviation, Integer> deviations() {
        return new LinkedHashMap<>(deviations);
    }

    /** How many answers of the service were compared. */
    public synchronized int answers() {
        return answers;
    }

    /**
     * By how much the service's clock is before ours, negative where it is behind; the smallest difference of all answers, since
     * a slow answer is late. Empty where no answer told the time.
     */
    public synchronized Optional<Duration> clockSkew() {
        return skews.stream().min(Comparator.comparing(Duration::abs));
    }

    @Override
    public void accept(Request request, Response response) {
        response.header("Date").flatMap(AnswerLog::moment).ifPresent(this::told);
        String path = request.uri().getPath();
        int base = path.indexOf(BASE);
        if (base >= 0) {
            String relative = path.substring(base + BASE.length()).replaceAll("/+$", "");
            table.call(request.method(), relative).ifPresent(call -> compare(call, request, relative, response));
        }
    }

    private synchronized void told(Instant there) {
        skews.add(Duration.between(clock.instant(), there));
    }

    private static Optional<Instant> moment(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private synchronized void add(Deviation deviation) {
        deviations.merge(deviation, 1, Integer::sum);
    }

    private void compare(Call call, Request request, String path, Response response) {
        synchronized (this) {
            answers++;
        }
        String name = request.method() + " " + disguise.path(path);
        new Answer(call, path, Optional.ofNullable(request.uri().getRawQuery()).orElse(""), response, name).compare();
    }

    /** One answer and what was asked. */
    private final class Answer {
        private final Call call;
        private final String path;
        private final String query;
        private final Response response;
        private final AnswerComparison comparison;

        Answer(Call call, String path, String query, Response response, String name) {
            this.call = call;
            this.path = path;
            this.query = query;
            this.response = response;
            this.comparison = new AnswerComparison(table, disguise, name, AnswerLog.this::add);
        }

        void compare() {
            status();
            if (response.status() < FIRST_OF_GATEWAY
                    && response.header("MS-CorrelationId").isEmpty()) {
                comparison.add(Kind.NO_CORRELATION_ID, "", "4.3", "the header MS-CorrelationId", "no such header");
            }
            if (response.isSuccess()) {
                success();
            } else if (response.status() >= 400 && response.status() < FIRST_OF_GATEWAY) {
                failure();
            }
        }

        private void status() {
            int status = response.status();
            boolean known = status == call.success()
                    || call.others().contains(status)
                    || table.statuses().values().contains(status);
            if (!known) {
                comparison.add(
                        Kind.STATUS,
                        "",
                        response.isSuccess() ? call.section() : table.statuses().section(),
                        "HTTP " + call.success() + " or a known error",
                        "HTTP " + status);
            }
        }

        private void success() {
            String type = response.header("Content-Type").orElse("");
            if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
                comparison.add(
                        Kind.CONTENT_TYPE,
                        "",
                        "4.3",
                        "application/json",
                        type.isEmpty() ? "no Content-Type" : type.replaceAll("[^\\w/.+-].*", ""));
            }
            object().ifPresent(object -> {
                comparison.resource(object, call.isPage() ? "page" : call.resource(), "");
                if (call.isPage()) {
                    page(object);
                }
            });
        }

        private Optional<JsonObject> object() {
            byte[] body = response.body();
            if (hasControlCharacter(body)) {
                comparison.add(
                        Kind.CONTROL_CHARACTER, "", "4.4", "strict JSON", "a raw control character within a text");
            }
            try {
                return Optional.of(ParsedJson.ofNotice("answer", body).object());
            } catch (JsonSyntaxException noObject) {
                comparison.add(
                        Kind.NO_JSON,
                        "",
                        call.section(),
                        "a JSON object",
                        noJson(response.text().strip()));
                return Optional.empty();
            }
        }

        private boolean hasControlCharacter(byte[] body) {
            boolean inText = false;
            for (int at = 0; at < body.length; at++) {
                if (body[at] == '"') {
                    inText = !inText;
                } else if (body[at] == '\\' && inText) {
                    at++;
                } else if (inText && body[at] >= 0 && body[at] < ' ') {
                    return true;
                }
            }
            return false;
        }

        private String noJson(String text) {
            if (text.isEmpty()) {
                return "an empty body";
            }
            return text.startsWith("<") ? "a page of HTML or XML" : "a text that is not a JSON object";
        }

        /** A body with the envelope of the service; those without right may have none (reference, section 4.7). */
        private void failure() {
            boolean mayBeEmpty = response.status() == 401 || response.status() == 403 || response.status() == 429;
            if (response.body().length == 0 && mayBeEmpty) {
                return;
            }
            try {
                JsonObject body = ParsedJson.ofNotice("answer", response.body()).object();
                boolean isOlder = Members.value(body, "statusCode").isPresent();
                comparison.resource(body, isOlder ? "olderError" : "error", "");
            } catch (JsonSyntaxException noObject) {
                comparison.add(
                        Kind.ERROR_BODY,
                        "",
                        table.statuses().section(),
                        "a JSON object with code and message",
                        noJson(response.text().strip()) + " with HTTP " + response.status());
            }
        }

        private void page(JsonObject page) {
            List<JsonObject> items = Members.objects(page, "value");
            items.forEach(item -> comparison.resource(item, call.resource(), "value/*"));
            int skipped = number(SKIP, query).orElse(0);
            int size = Members.array(page, "value").size();
            number(TOP, query)
                    .filter(top -> size > top)
                    .ifPresent(top -> comparison.add(
                            Kind.PAGE_SIZE, "value", "4.6", "at most " + top + " items", size + " items"));
            if (size == 0 && skipped == 0) {
                comparison.add(Kind.EMPTY_LIST, "value", call.section(), "HTTP 404 for an empty list", "an empty page");
            }
            Optional<String> next = Members.text(page, "@nextLink");
            next.ifPresent(link -> nextLink(link, skipped + size));
            JsonValue total = Members.get(page, "totalCount");
            if (total instanceof JsonNumber number) {
                total(number.intValue(), skipped + size, next.isPresent());
            }
        }

        private void nextLink(String link, int end) {
            boolean isOfList = link.regionMatches(true, 0, path, 0, path.length())
                    && table.format("nextLink")
                            .orElseThrow()
                            .pattern()
                            .matcher(link.substring(path.length()))
                            .matches();
            if (!isOfList) {
                comparison.add(
                        Kind.NEXT_LINK,
                        "@nextLink",
                        "4.6",
                        "the list's path with skip and top",
                        link.contains("://") ? "an address with a host" : disguise.form(disguise.path(link)));
            } else if (!number(SKIP, link).equals(Optional.of(end))) {
                comparison.add(Kind.NEXT_LINK, "@nextLink", "4.6", "skip=" + end, "another skip");
            }
        }

        private void total(int total, int end, boolean hasNext) {
            if (hasNext ? total <= end : total != end) {
                comparison.add(
                        Kind.TOTAL_COUNT,
                        "totalCount",
                        "4.6",
                        hasNext ? "more than " + end : String.valueOf(end),
                        String.valueOf(total));
            }
        }

        private static Optional<Integer> number(Pattern parameter, String text) {
            Matcher found = parameter.matcher(text);
            return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
        }
    }
}
