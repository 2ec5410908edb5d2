package io.github.storemaven.service.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of what the Store answers, {@code answers.txt}, in which each row has its section of the reference. */
final class AnswerTable {
    private static final String RESOURCE = "answers.txt";
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final List<Call> calls = new ArrayList<>();
    private final Map<String, List<Member>> members = new LinkedHashMap<>();
    private final Map<String, Format> formats = new LinkedHashMap<>();
    private final Map<String, Enumeration> enumerations = new LinkedHashMap<>();
    private Statuses statuses = new Statuses("", Set.of());

    private AnswerTable() {}

    /** A call of the service: its path, the statuses of its answers, and the resource in its body. */
    record Call(String section, String method, Pattern path, int success, Set<Integer> others, String body) {
        private static final String PAGE = "page:";

        boolean isPage() {
            return body.startsWith(PAGE);
        }

        /** The resource, or that of a page's items. */
        String resource() {
            return isPage() ? body.substring(PAGE.length()) : body;
        }
    }

    /** A member of a resource. */
    record Member(String section, String name, String presence, String type) {
        boolean mayBeAbsent() {
            return !presence.equals("always");
        }

        boolean mayBeNull() {
            return presence.equals("null");
        }
    }

    /** A form that texts have. */
    record Format(String section, String name, Pattern pattern) {}

    /** A closed set of texts. */
    record Enumeration(String section, Set<String> values) {
        /** The value that is this text in another case. */
        Optional<String> inOtherCase(String text) {
            return values.stream().filter(text::equalsIgnoreCase).findFirst();
        }
    }

    /** Statuses that any call may have. */
    record Statuses(String section, Set<Integer> values) {}

    static AnswerTable read() {
        AnswerTable table = new AnswerTable();
        try (InputStream rows = AnswerTable.class.getResourceAsStream(RESOURCE)) {
            new String(rows.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> table.add(SPACE.split(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private void add(String[] row) {
        switch (row[0]) {
            case "call" ->
                calls.add(new Call(row[1], row[2], path(row[3]), Integer.parseInt(row[4]), numbers(row[5]), row[6]));
            case "status" ->
                statuses = new Statuses(
                        row[1], numbers(String.join(",", Arrays.asList(row).subList(2, row.length))));
            case "member" ->
                members.computeIfAbsent(row[2], unused -> new ArrayList<>())
                        .add(new Member(row[1], row[3], row[4], row[5]));
            case "format" -> formats.put(row[2], new Format(row[1], row[2], Pattern.compile(row[3])));
            case "value" ->
                enumerations
                        .computeIfAbsent(row[2], unused -> new Enumeration(row[1], new LinkedHashSet<>()))
                        .values()
                        .addAll(Arrays.asList(row).subList(3, row.length));
            default -> throw new IllegalStateException("a row of " + RESOURCE + " begins with " + row[0]);
        }
    }

    private static Pattern path(String template) {
        return Pattern.compile(
                Arrays.stream(template.split("\\{}", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+")),
                Pattern.CASE_INSENSITIVE);
    }

    private static Set<Integer> numbers(String text) {
        return Arrays.stream(text.split(",")).map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** The call of a request; empty for one that the table does not have. */
    Optional<Call> call(String method, String path) {
        return calls.stream()
                .filter(call -> call.method().equals(method)
                        && call.path().matcher(path).matches())
                .findFirst();
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The members of all resources. */
    List<Member> members() {
        return members.values().stream().flatMap(List::stream).toList();
    }

    /** The members of a resource; empty where the table has none of this name. */
    Optional<List<Member>> resource(String name) {
        return Optional.ofNullable(members.get(name));
    }

    Optional<Format> format(String name) {
        return Optional.ofNullable(formats.get(name));
    }

    Optional<Enumeration> enumeration(String name) {
        return Optional.ofNullable(enumerations.get(name));
    }

    Statuses statuses() {
        return statuses;
    }
}
