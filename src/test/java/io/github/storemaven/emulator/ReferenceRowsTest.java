package io.github.storemaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.emulator.ReferenceRows.Mark;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each row of reference 4.7, 8 and 12 has a test case in this package, or the site tells that it is different. */
class ReferenceRowsTest {
    private static final Pattern TOLD = Pattern.compile("(?m)^\\| (\\d+\\.\\d+-\\w+) \\|");
    private static final Pattern LISTED = Pattern.compile("(?m)^(\\d+\\.\\d+-\\w+) ");
    private static final Pattern LISTED_AS_INFERRED = Pattern.compile("(?m)^(\\d+\\.\\d+-\\w+) .*[(]I[)]$");

    @Test
    void everyRowIsTestedOrToldOf() throws Exception {
        Set<String> covered = found(TOLD, Files.readString(Path.of("src", "site", "markdown", "differences.md")));
        covered.addAll(tested().keySet());
        assertThat(covered).isEqualTo(found(LISTED, list()));
    }

    @Test
    void whatIsInferredIsMarkedSo() throws Exception {
        Set<String> inferred = tested().entrySet().stream()
                .filter(row -> row.getValue() == Mark.INFERRED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(inferred).containsAll(found(LISTED_AS_INFERRED, list()));
    }

    /** The rows that test methods and tables of this package name. */
    private static Map<String, Mark> tested() throws Exception {
        Map<String, Mark> rows = new TreeMap<>();
        for (Class<?> type : tests()) {
            List<Method> tables = new ArrayList<>();
            for (Method method : type.getDeclaredMethods()) {
                ReferenceRow row = method.getAnnotation(ReferenceRow.class);
                if (row != null) {
                    for (String number : row.value().split(" ", -1)) {
                        rows.merge(number, row.mark(), ReferenceRows::stronger);
                    }
                }
                if (method.getReturnType() == Iterable.class && method.isAnnotationPresent(TestFactory.class)) {
                    tables.add(method);
                }
            }
            if (!tables.isEmpty()) {
                tables(type, tables)
                        .forEach(table -> table.marks()
                                .forEach((number, mark) -> rows.merge(number, mark, ReferenceRows::stronger)));
            }
        }
        return rows;
    }

    private static List<Class<?>> tests() throws Exception {
        List<Class<?>> tests = new ArrayList<>();
        Path folder = Path.of(ReferenceRowsTest.class
                        .getResource("ReferenceRowsTest.class")
                        .toURI())
                .getParent();
        try (var files = Files.newDirectoryStream(folder, "*Test.class")) {
            for (Path file : files) {
                String name = file.getFileName().toString().replace(".class", "");
                tests.add(Class.forName(ReferenceRowsTest.class.getPackageName() + "." + name));
            }
        }
        return tests;
    }

    /** What the methods of a test class return; none of their rows is tried. */
    private static List<ReferenceRows> tables(Class<?> type, List<Method> methods) throws Exception {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object test = constructor.newInstance();
        try {
            List<ReferenceRows> tables = new ArrayList<>();
            for (Method method : methods) {
                method.setAccessible(true);
                tables.add((ReferenceRows) method.invoke(test));
            }
            return tables;
        } finally {
            for (Class<?> owner = type; owner != Object.class; owner = owner.getSuperclass()) {
                stop(owner, test);
            }
        }
    }

    private static void stop(Class<?> owner, Object test) throws Exception {
        for (Method method : owner.getDeclaredMethods()) {
            if (method.isAnnotationPresent(AfterEach.class)) {
                method.setAccessible(true);
                method.invoke(test);
            }
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String list() throws IOException {
        try (var in = ReferenceRowsTest.class.getResourceAsStream("reference-rows.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
