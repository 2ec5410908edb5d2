package io.github.storemaven.submission;

import io.github.storemaven.submission.ChangeReport.Fate;
import io.github.storemaven.submission.ChangeReport.Form;
import io.github.storemaven.submission.ChangeReport.Group;
import io.github.storemaven.submission.ChangeReport.Item;
import io.github.storemaven.submission.ChangeReport.Sign;
import io.github.storemaven.text.ByteSize;
import io.github.storemaven.text.ForeignText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The lines of a change report, for the log and for {@code plan.md} (design, section 1). Each item begins with its sign as the
 * first character of its line; no other line does. What belongs to an item is indented.
 */
final class ChangeRenderer {
    /** Of a line. */
    static final int MAX_LINE = 120;

    /** Of a name, so that values begin in one column. */
    private static final int MAX_COLUMN = 28;

    private static final int MAX_NAME = 60;

    /** Of a product's name in the first line. */
    private static final int MAX_TITLE = 40;

    /** Of the difference of one text. */
    private static final int MAX_TEXT_LINES = 20;

    /** Of a line of a text where all is shown; longer than any text that the Store takes. */
    private static final int MAX_TEXT_LINE = 12_000;

    /** Room for at least so much of a value beside a long name. */
    private static final int MIN_VALUE = 30;

    private static final String GAP = "  ";
    private static final String INDENT = "    ";

    /**
     * How the lines are drawn.
     *
     * @param arrow between an old and a new value
     * @param dots for what is cut
     * @param signFirst whether the lines of a text begin with their sign, which colours them in Markdown
     */
    record Style(String arrow, String dots, boolean signFirst) {
        /** What every console can show. */
        static final Style LOG = new Style("->", "...", false);

        private String textLine(char sign, String text) {
            return signFirst && sign != ' '
                    ? sign + "   | " + text
                    : INDENT + "| " + (sign == ' ' ? "" : sign + " ") + text;
        }

        /** Of a text's line, without what stands before it. */
        private int textWidth() {
            return MAX_LINE - INDENT.length() - "| - ".length();
        }
    }

    private final Plan plan;
    private final ChangeReport report;
    private final Style style;
    private final boolean isWhole;

    /** @param isWhole whether values and texts are shown whole, and the members of new languages one by one */
    ChangeRenderer(Plan plan, Style style, boolean isWhole) {
        this.plan = plan;
        this.report = ChangeReport.of(plan);
        this.style = style;
        this.isWhole = isWhole;
    }

    /** All lines, for a log. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (plan.isEmpty()) {
            lines.addAll(headline("No change to "));
            return lines;
        }
        lines.addAll(headline("Changes to "));
        lines.set(lines.size() - 1, lines.get(lines.size() - 1) + ":");
        lines.add("");
        groups().forEach((title, items) -> {
            lines.add(title);
            lines.addAll(items);
        });
        lines.addAll(otherFiles());
        lines.addAll(plan.olderPackages());
        lines.add("");
        lines.add(total());
        return lines;
    }

    /** What changes, and what it is compared with; in two lines where one would be too long. */
    private List<String> headline(String start) {
        String product = start + product();
        String base = "compared with " + plan.base();
        return product.length() + base.length() + 3 > MAX_LINE
                ? List.of(product + ",", GAP + base)
                : List.of(product + ", " + base);
    }

    /** The product with its name. */
    String product() {
        return plan.product()
                + plan.title()
                        .map(title -> " (" + cut(ForeignText.oneLine(title), MAX_TITLE) + ")")
                        .orElse("");
    }

    /** The lines of each group, by its title. */
    Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        report.groups().forEach(group -> groups.put(title(group), isSummary(group) ? summary(group) : items(group)));
        return groups;
    }

    private static String title(Group group) {
        return ForeignText.oneLine(group.title(), MAX_NAME) + group.fate().words();
    }

    /** What is uploaded besides, such as a ready archive. */
    List<String> otherFiles() {
        List<String> files =
                report.otherFiles().stream().map(ForeignText::oneLine).toList();
        List<String> lines = new ArrayList<>();
        if (!files.isEmpty()) {
            lines.add("files");
            files.forEach(file -> lines.add(INDENT + cut(file, MAX_LINE - INDENT.length())));
        }
        return lines;
    }

    /** The last line, which counts. */
    String total() {
        return report.count(Sign.ADDED) + " to add, " + report.count(Sign.CHANGED) + " to change, "
                + report.count(Sign.REMOVED) + " to remove; "
                + (report.bytes() == 0 ? "nothing" : ByteSize.of(report.bytes())) + " to upload.";
    }

    /** Of a whole language that is new or removed, the names are enough. */
    private boolean isSummary(Group group) {
        Sign sign = group.fate() == Fate.NEW ? Sign.ADDED : Sign.REMOVED;
        return !isWhole && group.fate() != Fate.KEPT && group.items().stream().allMatch(item -> item.sign() == sign);
    }

    private List<String> summary(Group group) {
        Map<String, Long> files = group.items().stream()
                .filter(item -> item.form() == Form.FILE)
                .collect(Collectors.groupingBy(Item::name, LinkedHashMap::new, Collectors.counting()));
        List<String> parts = new ArrayList<>();
        List<String> fileNames = new ArrayList<>();
        group.items().forEach(item -> {
            if (item.form() == Form.FILE) {
                fileNames.add(oneLine(item.value(), MAX_NAME));
            } else {
                parts.add(oneLine(item.name(), MAX_NAME) + (item.form() == Form.LIST ? " (" + size(item) + ")" : ""));
            }
        });
        files.forEach((name, number) -> parts.add(number + " " + noun(oneLine(name, MAX_NAME), number)));
        List<String> lines = new ArrayList<>(wrapped(group.items().get(0).sign().character() + " ", GAP, parts));
        if (!fileNames.isEmpty()) {
            lines.addAll(wrapped(INDENT, INDENT, fileNames));
        }
        return lines;
    }

    /** {@code 4 screenshots}, {@code 1 icon}; the API's other names keep their letters. */
    private static String noun(String type, long number) {
        boolean isWord = type.length() > 1 && type.substring(1).chars().allMatch(Character::isLowerCase);
        String word = isWord ? Character.toLowerCase(type.charAt(0)) + type.substring(1) : type;
        return number == 1 ? word : word + "s";
    }

    /** Parts with commas between them, in as many lines as they need. */
    private static List<String> wrapped(String first, String next, List<String> parts) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        for (int at = 0; at < parts.size(); at++) {
            String part = parts.get(at) + (at == parts.size() - 1 ? "" : ",");
            boolean isFirst = line.length() == first.length() || line.length() == next.length();
            if (!isFirst && line.length() + 1 + part.length() > MAX_LINE) {
                lines.add(line.toString());
                line = new StringBuilder(next);
                isFirst = true;
            }
            line.append(isFirst ? "" : " ").append(part);
        }
        lines.add(line.toString());
        return lines;
    }

    private List<String> items(Group group) {
        int column = group.items().stream()
                .mapToInt(item -> oneLine(item.name(), MAX_NAME).length())
                .filter(length -> length <= MAX_COLUMN)
                .max()
                .orElse(MAX_COLUMN);
        List<String> lines = new ArrayList<>();
        group.items().forEach(item -> add(lines, item, column));
        return lines;
    }

    private void add(List<String> lines, Item item, int column) {
        String name = oneLine(item.name(), MAX_NAME);
        String start = item.sign().character() + " " + name + " ".repeat(Math.max(0, column - name.length())) + GAP;
        if (item.sign() == Sign.CHANGED) {
            addChanged(lines, item, start);
        } else if (isWhole && item.form() == Form.TEXT && isLong(item.value(), start)) {
            lines.add(start.stripTrailing());
            item.value().lines().forEach(line -> lines.add(textLine(' ', line)));
        } else {
            lines.add((start + shown(item, item.value(), room(start))).stripTrailing());
        }
    }

    private void addChanged(List<String> lines, Item item, String start) {
        String from = shown(item, item.from(), Integer.MAX_VALUE);
        String to = shown(item, item.to(), Integer.MAX_VALUE);
        String arrow = " " + style.arrow() + " ";
        if (start.length() + from.length() + arrow.length() + to.length() <= MAX_LINE && !hasLines(item)) {
            lines.add(start + from + arrow + to);
        } else if (item.form() != Form.VALUE && (isWhole || TextDifference.areRelated(item.from(), item.to()))) {
            addDifference(lines, item, start);
        } else {
            addBoth(lines, start, from, to);
        }
    }

    private static boolean hasLines(Item item) {
        return item.form() == Form.TEXT && (item.from().strip() + item.to().strip()).contains("\n");
    }

    /** One below the other, from where they differ. */
    private void addBoth(List<String> lines, String start, String from, String to) {
        int room = room(start);
        int same = sameStart(from, to);
        String blanks = " ".repeat(Math.max(0, start.length() - style.arrow().length() - 1));
        lines.add(start + window(from, same, room));
        lines.add(blanks + style.arrow() + " " + window(to, same, room));
    }

    private void addDifference(List<String> lines, Item item, String start) {
        lines.add(start + extent(item));
        int width = isWhole ? MAX_TEXT_LINE : style.textWidth();
        List<TextDifference.Line> difference = TextDifference.between(item.from(), item.to(), width, style.dots());
        int shown = isWhole || difference.size() <= MAX_TEXT_LINES ? difference.size() : MAX_TEXT_LINES;
        difference.subList(0, shown).forEach(line -> lines.add(textLine(line.sign(), line.text())));
        if (shown < difference.size()) {
            lines.add(style.textLine(
                    ' ',
                    style.dots() + " and " + (difference.size() - shown)
                            + " more lines; \"-Dstore.fullDiff=true\" shows all"));
        }
    }

    /** Of what is shown by its difference. */
    private String extent(Item item) {
        return item.form() == Form.LIST
                ? item.from().lines().count() + " " + style.arrow() + " " + items(size(item))
                : characters(item.from()) + " " + style.arrow() + " " + characters(item.to()) + " characters";
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static long size(Item item) {
        return item.value().lines().count();
    }

    private static String items(long number) {
        return number + (number == 1 ? " item" : " items");
    }

    private String textLine(char sign, String line) {
        String text = ForeignText.oneLine(line, MAX_TEXT_LINE);
        return style.textLine(sign, isWhole ? text : cut(text, style.textWidth()))
                .stripTrailing();
    }

    private boolean isLong(String value, String start) {
        return value.strip().contains("\n") || value.length() > room(start);
    }

    private int room(String start) {
        return Math.max(MIN_VALUE, MAX_LINE - start.length());
    }

    /** A value in one line. */
    private String shown(Item item, String value, int room) {
        return item.form() == Form.LIST ? oneLine(list(item, value), room) : oneLine(value, room);
    }

    /** The items of a list, and their number where there is no other list to compare. */
    private static String list(Item item, String value) {
        List<String> items = value.lines().toList();
        String separator = items.stream().anyMatch(one -> one.contains(",")) ? "; " : ", ";
        return (item.sign() == Sign.ADDED ? items(items.size()) + ": " : "") + String.join(separator, items);
    }

    private String oneLine(String value, int room) {
        String line = ForeignText.oneLine(value.replaceAll("\\s+", " "), MAX_TEXT_LINE);
        return isWhole ? line : cut(line, room);
    }

    private String cut(String text, int room) {
        return window(text, 0, room);
    }

    /** A part of a text that fits, in such a way that the first character that differs is seen. */
    private String window(String text, int same, int room) {
        return isWhole ? text : window(text, same, room, style.dots());
    }

    /** The same for any line. */
    static String window(String text, int same, int room, String dots) {
        if (text.length() <= room) {
            return text;
        }
        int start = same < room - dots.length() - MIN_VALUE / 2 ? 0 : same - room / 2;
        String shown = start == 0 ? text : dots + text.substring(whole(text, start));
        return shown.length() <= room ? shown : shown.substring(0, whole(shown, room - dots.length())) + dots;
    }

    /** The same place, or the one before it where that would tear a character apart. */
    private static int whole(String text, int at) {
        return at > 0 && Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1))
                ? at - 1
                : at;
    }

    /** How many characters two texts begin with. */
    static int sameStart(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int same = 0;
        while (same < length && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }
}
