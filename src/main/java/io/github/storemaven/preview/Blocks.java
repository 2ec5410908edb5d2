package io.github.storemaven.preview;

import io.github.storemaven.check.Finding;
import io.github.storemaven.check.ListingLimits;
import io.github.storemaven.document.Node;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.preview.PublishedDifferences.Mark;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts that a page is made of: each value with how much of its limit it uses, what differs and what was found. */
final class Blocks {
    private static final int PARTS_OF_LIMIT = 10;

    private final ProductType type;
    private final PageTemplate template;
    private final PublishedDifferences marks;
    private final PlacedFindings findings;
    private final Locale language;

    Blocks(
            ProductType type,
            PageTemplate template,
            PublishedDifferences marks,
            PlacedFindings findings,
            String language) {
        this.type = type;
        this.template = template;
        this.marks = marks;
        this.findings = findings;
        this.language = Locale.forLanguageTag(language);
    }

    PageTemplate template() {
        return template;
    }

    PublishedDifferences marks() {
        return marks;
    }

    PlacedFindings findings() {
        return findings;
    }

    /** A section with a text; nothing where there is neither a text nor anything to say about it. */
    Html text(String heading, Node texts, String member) {
        return section("block", heading, texts, member);
    }

    /** The same at the top of the page, without a heading. */
    Html summary(Node texts, String member) {
        return section("summary", "", texts, member);
    }

    private Html section(String fragment, String heading, Node texts, String member) {
        String pointer = Pointers.of(texts, member);
        String value = texts.member(member).text().orElse("");
        Mark mark = marks.at(pointer);
        Html told = findings(findings.at(pointer));
        if (value.isBlank() && mark == Mark.SAME && told.isEmpty()) {
            return Html.NONE;
        }
        PageTemplate.Fragment block = template.fragment(fragment)
                .with("kind", mark.word())
                .with("badge", badge(mark))
                .with("meter", meter(value, member))
                .with("was", was(pointer, value))
                .with("findings", told);
        return heading.isEmpty()
                ? block.with("body", value).html()
                : block.with("heading", heading).with("body", paragraphs(value)).html();
    }

    /** How much of its limit a text uses that is shown elsewhere, what differs and what was found. */
    Html remarks(Node texts, String member) {
        String pointer = Pointers.of(texts, member);
        String value = texts.member(member).text().orElse("");
        Mark mark = marks.at(pointer);
        return template.fragment("remarks")
                .with("kind", mark.word())
                .with("badge", badge(mark))
                .with("meter", meter(value, member))
                .with("was", was(pointer, value))
                .with("findings", findings(findings.at(pointer)))
                .html();
    }

    /** What was found about a file of the page, by its entry and by the file itself. */
    Html remarks(Node entry, Optional<Path> file) {
        List<Finding> told = new ArrayList<>(findings.at(entry.pointer()));
        file.ifPresent(path -> told.addAll(findings.of(path)));
        return findings(told);
    }

    /** A section with the items of a list. */
    Html list(String heading, Node texts, String member) {
        return list("list", "item", heading, texts, member);
    }

    Html keywords(String heading, Node texts) {
        return list("keywords", "keyword", heading, texts, "keywords");
    }

    private Html list(String fragment, String item, String heading, Node texts, String member) {
        String pointer = Pointers.of(texts, member);
        List<Node> items = texts.member(member)
                .items()
                .filter(one -> one.text().isPresent())
                .toList();
        OptionalInt limit = ListingLimits.characters(type, member);
        Html shown = items.stream()
                .map(one -> template.fragment(item)
                        .with("text", one.text().get())
                        .with("over", over(one.text().get(), limit))
                        .with("findings", findings(findings.at(one.pointer())))
                        .html())
                .collect(Html.joined());
        Mark mark = marks.at(pointer);
        Html told = findings(findings.at(pointer));
        if (items.isEmpty() && mark == Mark.SAME && told.isEmpty()) {
            return Html.NONE;
        }
        OptionalInt most = ListingLimits.items(type, member);
        String now = items.stream().map(one -> one.text().get()).collect(Collectors.joining("\n"));
        return template.fragment("block")
                .with("kind", mark.word())
                .with("heading", heading)
                .with("badge", badge(mark))
                .with("meter", most.isPresent() ? meter(items.size(), most.getAsInt(), "items") : Html.NONE)
                .with(
                        "body",
                        items.isEmpty()
                                ? Html.NONE
                                : template.fragment(fragment)
                                        .with("items", shown)
                                        .html())
                .with("was", was(pointer, now))
                .with("findings", told)
                .html();
    }

    private Html over(String item, OptionalInt limit) {
        int length = ListingLimits.length(item);
        return limit.isPresent() && length > limit.getAsInt()
                ? template.fragment("over")
                        .with("value", grouped(length))
                        .with("limit", grouped(limit.getAsInt()))
                        .html()
                : Html.NONE;
    }

    /** Each paragraph, separated by an empty line, as one. */
    private Html paragraphs(String text) {
        return Stream.of(text.replace("\r\n", "\n").strip().split("\\n[ \\t]*\\n\\s*"))
                .filter(paragraph -> !paragraph.isBlank())
                .map(paragraph ->
                        template.fragment("paragraph").with("text", paragraph).html())
                .collect(Html.joined());
    }

    Html badge(Mark mark) {
        return mark == Mark.SAME
                ? Html.NONE
                : template.fragment("badge").with("kind", mark.word()).html();
    }

    /** How much of a text's limit is used; nothing for an empty text and one without a limit. */
    Html meter(String text, String member) {
        OptionalInt limit = ListingLimits.characters(type, member);
        return text.isEmpty() || limit.isEmpty()
                ? Html.NONE
                : meter(ListingLimits.length(text), limit.getAsInt(), "characters");
    }

    Html caption(String text) {
        return text.isEmpty()
                ? Html.NONE
                : meter(ListingLimits.length(text), ListingLimits.captionCharacters(), "characters");
    }

    private Html meter(int value, int limit, String unit) {
        return template.fragment("meter")
                .with("over", value > limit ? " over" : "")
                .with("value", value)
                .with("used", grouped(value))
                .with("limit", grouped(limit))
                .with("most", limit)
                .with("low", limit - limit / PARTS_OF_LIMIT)
                .with("end", limit + 1)
                .with("unit", unit)
                .html();
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** What changes in a text that was there before. */
    Html was(String pointer, String now) {
        Optional<String> before = marks.at(pointer) == Mark.SAME
                ? Optional.empty()
                : marks.before(pointer).flatMap(Blocks::shown);
        return before.isEmpty()
                ? Html.NONE
                : template.fragment("was")
                        .with("difference", WordDifference.between(before.get(), now, language, template))
                        .html();
    }

    /** A text as it is, the items of a list one a line. */
    private static Optional<String> shown(JsonValue value) {
        if (value instanceof JsonArray items) {
            return Optional.of(items.stream().map(Blocks::item).collect(Collectors.joining("\n")));
        }
        return value instanceof JsonString || value.getValueType() == JsonValue.ValueType.NUMBER
                ? Optional.of(item(value))
                : Optional.empty();
    }

    private static String item(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    Html findings(List<Finding> told) {
        return told.isEmpty()
                ? Html.NONE
                : template.fragment("findings")
                        .with(
                                "findings",
                                told.stream()
                                        .map(finding ->
                                                finding("finding", finding).html())
                                        .collect(Html.joined()))
                        .html();
    }

    /** The findings that have no place on the page, with where they are. */
    Html located(List<Finding> told) {
        return template.fragment("findings")
                .with(
                        "findings",
                        told.stream()
                                .map(finding -> finding("located", finding)
                                        .with(
                                                "where",
                                                finding.file()
                                                        + (finding.place().isEmpty() ? "" : ", " + finding.place()))
                                        .html())
                                .collect(Html.joined()))
                .html();
    }

    private PageTemplate.Fragment finding(String fragment, Finding finding) {
        return template.fragment(fragment)
                .with("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                .with("sentence", finding.message())
                .with("rule", finding.rule());
    }
}
