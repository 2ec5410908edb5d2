package io.github.storemaven.check;

import io.github.storemaven.check.Finding.InLanguage;
import io.github.storemaven.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All findings of a check, sorted by file, line, place and rule, each once. */
public final class Findings {
    private static final Comparator<Finding> BY_FILE = Comparator.comparing(Finding::file)
            .thenComparing(finding -> finding.line().orElse(0))
            .thenComparing(Finding::place)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::message);

    private final List<Finding> sorted;

    /** Of the findings in any order. */
    public Findings(List<Finding> findings) {
        sorted = findings.stream().distinct().sorted(BY_FILE).toList();
    }

    /** Errors, warnings and advice, sorted by file. */
    public List<Finding> all() {
        return sorted;
    }

    /** What the service would refuse. */
    public List<Finding> errors() {
        return of(Severity.ERROR);
    }

    /** What the Store may refuse, or customers see. */
    public List<Finding> warnings() {
        return of(Severity.WARNING);
    }

    /** What is only recommended. */
    public List<Finding> advice() {
        return of(Severity.ADVICE);
    }

    /** Findings that are alike, as one line. */
    public record Line(Severity severity, String text) {}

    /** All findings by file, a line each; the same one in several languages is one line that lists them. */
    public List<Line> lines() {
        Map<Line, List<Finding>> alike = new LinkedHashMap<>();
        for (Finding finding : sorted) {
            String text = finding.inLanguage().map(InLanguage::line).orElseGet(finding::text);
            alike.computeIfAbsent(new Line(finding.severity(), text), unused -> new ArrayList<>())
                    .add(finding);
        }
        return alike.entrySet().stream()
                .map(group ->
                        new Line(group.getKey().severity(), line(group.getKey().text(), group.getValue())))
                .toList();
    }

    /** The lines of one severity. */
    public List<String> lines(Severity severity) {
        return lines().stream()
                .filter(line -> line.severity() == severity)
                .map(Line::text)
                .toList();
    }

    private static String line(String inAll, List<Finding> alike) {
        Set<String> codes = alike.stream()
                .flatMap(finding -> finding.inLanguage().map(InLanguage::code).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return codes.size() > 1
                ? inAll.replace("%s", String.join(", ", codes))
                : alike.get(0).text();
    }

    /** The same findings, with the errors of these rules (by number, such as {@code CAP-03}) turned into warnings. */
    public Findings warnOnly(Set<String> rules) {
        return new Findings(sorted.stream()
                .map(finding -> finding.severity() == Severity.ERROR && rules.contains(finding.rule())
                        ? finding.as(Severity.WARNING)
                        : finding)
                .toList());
    }

    /** The same findings, with the files below a directory named from there, with slashes. */
    public Findings relativeTo(Path directory) {
        return new Findings(sorted.stream()
                .map(finding -> finding.inFile(relative(directory, finding.file())))
                .toList());
    }

    /** The same findings, with the files below a directory, which are named from there, named from another one. */
    public Findings from(Path directory, Path root) {
        Path start = root.toAbsolutePath().normalize();
        return new Findings(sorted.stream()
                .map(finding -> finding.inFile(above(directory.toAbsolutePath().normalize(), start, finding.file())))
                .toList());
    }

    private static String above(Path directory, Path root, String file) {
        try {
            Path path = directory.resolve(file).normalize();
            boolean below = path.startsWith(root) && !path.equals(root);
            return below && Files.exists(path)
                    ? root.relativize(path).toString().replace('\\', '/')
                    : file;
        } catch (InvalidPathException e) {
            return file;
        }
    }

    /** One line a finding: the errors, then the warnings, then advice; empty without any. */
    public String text() {
        return Stream.of(Severity.values())
                .flatMap(severity -> lines(severity).stream().map(line -> severity + " " + line + "\n"))
                .collect(Collectors.joining());
    }

    private List<Finding> of(Severity severity) {
        return sorted.stream().filter(finding -> finding.severity() == severity).toList();
    }

    private static String relative(Path directory, String file) {
        try {
            Path path = directory.getFileSystem().getPath(file);
            boolean below = path.isAbsolute() && path.startsWith(directory);
            return below ? directory.relativize(path).toString().replace('\\', '/') : file;
        } catch (InvalidPathException e) {
            return file;
        }
    }

    /**
     * As {@code validation.json}: {@code {"errors": [{"rule", "file", "line", "place", "message"}, ...], "warnings": [...], "advice": [...]}}; a
     * line or place that is not known is left out.
     */
    public JsonObject toJson() {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("errors", array(errors()))
                .add("warnings", array(warnings()))
                .add("advice", array(advice()))
                .build();
    }

    private static JsonArray array(List<Finding> findings) {
        var array = Json.PROVIDER.createArrayBuilder();
        findings.forEach(finding -> array.add(object(finding)));
        return array.build();
    }

    private static JsonObject object(Finding finding) {
        JsonObjectBuilder object =
                Json.PROVIDER.createObjectBuilder().add("rule", finding.rule()).add("file", finding.file());
        finding.line().ifPresent(line -> object.add("line", line));
        if (!finding.place().isEmpty()) {
            object.add("place", finding.place());
        }
        return object.add("message", finding.message()).build();
    }
}
