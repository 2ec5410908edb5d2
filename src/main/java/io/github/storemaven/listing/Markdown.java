package io.github.storemaven.listing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blocks of a Markdown text, by <a href="https://spec.commonmark.org/0.31.2/">CommonMark</a> without its extensions.
 * Each line is looked at once for each block that is open, and at most {@link #MAX_NESTING} are.
 */
final class Markdown {
    /** Deeper quotes and lists are text; nobody writes them, and each level costs stack. */
    private static final int MAX_NESTING = 50;

    private static final int CODE_INDENT = 4;
    private static final Pattern HEADING = Pattern.compile("(#{1,6})(?:[ \\t].*|$)");
    private static final Pattern CLOSING_MARKS = Pattern.compile("(?:^|[ \\t])#+$");
    private static final Pattern FENCE = Pattern.compile("(`{3,})[^`]*|(~{3,}).*");
    private static final Pattern UNDERLINE = Pattern.compile("(?:=+|-+)[ \\t]*");
    private static final Pattern SPACES = Pattern.compile("[ \\t]+");
    private static final Pattern ITEM = Pattern.compile("([-+*]|(\\d{1,9})([.)]))(?=[ \\t]|$)");
    private static final Pattern HTML_BLOCK = Pattern.compile(
            "</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|"
                    + "div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|"
                    + "legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|"
                    + "table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[ \\t>]|/>|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VERBATIM_HTML =
            Pattern.compile("<(script|pre|style|textarea)(?=[ \\t>]|$)", Pattern.CASE_INSENSITIVE);

    private final List<String> lines;
    private final List<Block> open = new ArrayList<>();
    private final Set<String> labels = new HashSet<>();
    private int number;
    private String line = "";
    private int at;
    private int matched;

    /** Reads a text. */
    Markdown(String text) {
        lines = text.lines().toList();
        Block document = new Block(Kind.DOCUMENT, 0);
        open.add(document);
        for (number = 0; number < lines.size(); number++) {
            read();
        }
        closeTo(0);
    }

    enum Kind {
        DOCUMENT,
        QUOTE,
        LIST,
        ITEM,
        PARAGRAPH,
        HEADING,
        CODE,
        HTML,
        BREAK
    }

    /** A block with its first and last line, counted from 0. */
    static final class Block {
        private final Kind kind;
        private final List<Block> children = new ArrayList<>();
        private final StringBuilder content = new StringBuilder();
        private int first;
        private int last;
        private int level;
        private int indent;
        private String mark = "";

        private Block(Kind kind, int line) {
            this.kind = kind;
            this.first = line;
            this.last = line;
        }

        Kind kind() {
            return kind;
        }

        List<Block> children() {
            return children;
        }

        /** Lines of code or HTML; of a paragraph or heading with the marks of emphasis and links. */
        String content() {
            return content.toString();
        }

        int first() {
            return first;
        }

        int last() {
            return last;
        }

        /** Of a heading, 1 to 6. */
        int level() {
            return level;
        }

        /** What is shown before an item: a hyphen or its number. */
        String mark() {
            return mark;
        }

        private boolean isFenced() {
            return kind == Kind.CODE && !mark.isEmpty();
        }

        private boolean contains(Kind child) {
            return kind == Kind.LIST
                    ? child == Kind.ITEM
                    : child != Kind.ITEM && (kind == Kind.DOCUMENT || kind == Kind.QUOTE || kind == Kind.ITEM);
        }
    }

    List<String> lines() {
        return lines;
    }

    /** The outermost blocks; definitions of links are none. */
    List<Block> blocks() {
        return open.get(0).children;
    }

    /** What the definitions of links are called, anywhere in the text. */
    Set<String> labels() {
        return labels;
    }

    private void read() {
        line = expanded(lines.get(number));
        at = 0;
        matched = 0;
        while (matched + 1 < open.size() && continues(open.get(matched + 1))) {
            matched++;
        }
        Block innermost = open.get(matched);
        if (innermost.kind == Kind.CODE || innermost.kind == Kind.HTML) {
            literal(innermost);
            return;
        }
        while (starts()) {
            matched = open.size() - 1;
            if (!tip().contains(Kind.PARAGRAPH)) {
                return;
            }
        }
        if (isBlank()) {
            closeTo(matched);
            return;
        }
        if (tip().kind != Kind.PARAGRAPH) {
            closeTo(matched);
            add(Kind.PARAGRAPH);
        }
        append(tip(), line.substring(at).stripLeading());
    }

    /** Tabs reach to the next multiple of four columns where they can be part of an indent. */
    private static String expanded(String line) {
        if (line.indexOf('\t') < 0) {
            return line;
        }
        StringBuilder spaces = new StringBuilder();
        int next = 0;
        while (next < line.length() && " \t>-+*.)0123456789".indexOf(line.charAt(next)) >= 0) {
            char mark = line.charAt(next++);
            spaces.append(mark == '\t' ? " ".repeat(CODE_INDENT - spaces.length() % CODE_INDENT) : mark);
        }
        return spaces.append(line, next, line.length()).toString();
    }

    private boolean continues(Block block) {
        return switch (block.kind) {
            case QUOTE -> indent() < CODE_INDENT && quoteMark();
            case ITEM -> isBlank() ? !block.children.isEmpty() : skipIndent(block.indent);
            case PARAGRAPH -> !isBlank();
            case CODE -> block.isFenced() || isBlank() || skipIndent(CODE_INDENT);
            case HTML -> !(block.mark.isEmpty() && isBlank());
            default -> true;
        };
    }

    private boolean skipIndent(int columns) {
        boolean indented = indent() >= columns;
        at += indented ? columns : 0;
        return indented;
    }

    private boolean quoteMark() {
        int mark = at + indent();
        if (!line.startsWith(">", mark)) {
            return false;
        }
        at = mark + (line.startsWith("> ", mark) ? 2 : 1);
        return true;
    }

    private int indent() {
        int next = at;
        while (next < line.length() && line.charAt(next) == ' ') {
            next++;
        }
        return next - at;
    }

    private boolean isBlank() {
        int next = at;
        while (next < line.length() && (line.charAt(next) == ' ' || line.charAt(next) == '\t')) {
            next++;
        }
        return next == line.length();
    }

    private void literal(Block block) {
        if (block.isFenced()) {
            String rest = line.substring(at).strip();
            if (indent() < CODE_INDENT && rest.startsWith(block.mark) && isOneMark(rest)) {
                block.last = number;
                open.remove(block);
                return;
            }
            at += Math.min(indent(), block.indent);
        } else if (block.kind == Kind.CODE && isBlank()) {
            at = Math.min(at + CODE_INDENT, line.length());
        }
        append(block, at == 0 ? lines.get(number) : line.substring(at));
        if (block.kind == Kind.HTML && !block.mark.isEmpty() && endsHtml(block.mark)) {
            endLine();
        }
    }

    private boolean endsHtml(String end) {
        return line.toLowerCase(Locale.ROOT).contains(end);
    }

    private void append(Block block, String text) {
        block.content.append(text).append('\n');
        if (!isBlank()) {
            block.last = number;
        }
    }

    private boolean starts() {
        if (isBlank() || open.size() >= MAX_NESTING) {
            return false;
        }
        if (indent() >= CODE_INDENT) {
            return tip().kind != Kind.PARAGRAPH && indentedCode();
        }
        String rest = line.substring(at + indent());
        return switch (rest.charAt(0)) {
            case '>' -> quote();
            case '#' -> heading(rest);
            case '`', '~' -> fence(rest);
            case '<' -> html(rest);
            case '=' -> underline(rest);
            case '-' -> underline(rest) || thematicBreak(rest) || item(rest);
            case '*', '_' -> thematicBreak(rest) || item(rest);
            default -> item(rest);
        };
    }

    private boolean indentedCode() {
        Block code = add(Kind.CODE);
        at += CODE_INDENT;
        append(code, line.substring(at));
        return true;
    }

    private boolean quote() {
        add(Kind.QUOTE);
        return quoteMark();
    }

    private boolean heading(String rest) {
        Matcher heading = HEADING.matcher(rest);
        if (!heading.matches()) {
            return false;
        }
        Block block = add(Kind.HEADING);
        block.level = heading.end(1);
        String words = rest.substring(block.level).strip();
        block.content.append(CLOSING_MARKS.matcher(words).replaceFirst("").stripTrailing());
        endLine();
        return true;
    }

    private boolean fence(String rest) {
        Matcher fence = FENCE.matcher(rest);
        if (!fence.matches()) {
            return false;
        }
        int indent = indent();
        Block code = add(Kind.CODE);
        code.mark = fence.group(1) == null ? fence.group(2) : fence.group(1);
        code.indent = indent;
        return true;
    }

    private boolean html(String rest) {
        Matcher verbatim = VERBATIM_HTML.matcher(rest);
        String end = "";
        if (verbatim.lookingAt()) {
            end = "</" + verbatim.group(1).toLowerCase(Locale.ROOT) + ">";
        } else if (MarkdownScanner.declarationEnd(rest, 0) != null) {
            end = MarkdownScanner.declarationEnd(rest, 0).toLowerCase(Locale.ROOT);
        } else if (!HTML_BLOCK.matcher(rest).lookingAt()) {
            int tag = MarkdownScanner.tagEnd(rest, 0);
            if (tag < 0 || !rest.substring(tag).isBlank() || tip().kind == Kind.PARAGRAPH) {
                return false;
            }
        }
        Block html = add(Kind.HTML);
        html.mark = end;
        literal(html);
        return true;
    }

    private boolean underline(String rest) {
        if (open.get(matched).kind != Kind.PARAGRAPH || !UNDERLINE.matcher(rest).matches()) {
            return false;
        }
        Block paragraph = tip();
        define(paragraph);
        if (paragraph.content.length() == 0) {
            return false;
        }
        open.remove(open.size() - 1);
        tip().children.remove(tip().children.size() - 1);
        matched = open.size() - 1;
        Block heading = add(Kind.HEADING);
        heading.level = rest.charAt(0) == '=' ? 1 : 2;
        heading.first = paragraph.first;
        heading.content.append(paragraph.content.toString().strip());
        endLine();
        return true;
    }

    private boolean thematicBreak(String rest) {
        String marks = SPACES.matcher(rest).replaceAll("");
        if (marks.length() < 3 || !isOneMark(marks)) {
            return false;
        }
        add(Kind.BREAK);
        endLine();
        return true;
    }

    private static boolean isOneMark(String marks) {
        return marks.equals(marks.substring(0, 1).repeat(marks.length()));
    }

    private boolean item(String rest) {
        Matcher item = ITEM.matcher(rest);
        if (!item.lookingAt()) {
            return false;
        }
        boolean empty = rest.substring(item.end()).isBlank();
        boolean ordered = item.group(2) != null;
        int start = ordered ? Integer.parseInt(item.group(2)) : 0;
        if (open.get(matched).kind == Kind.PARAGRAPH && (empty || (ordered && start != 1))) {
            return false;
        }
        Block list = list(ordered ? item.group(3) : item.group(1));
        int marker = indent() + item.end();
        int number = list.children.isEmpty() ? start : list.children.get(list.children.size() - 1).level + 1;
        at += marker;
        int spaces = indent();
        int gap = empty || spaces > CODE_INDENT ? 1 : spaces;
        Block block = add(Kind.ITEM);
        block.level = number;
        block.mark = ordered ? number + item.group(3) + " " : "- ";
        block.indent = marker + gap;
        at = Math.min(at + gap, line.length());
        return true;
    }

    private Block list(String mark) {
        closeTo(matched);
        if (tip().kind != Kind.LIST || !tip().mark.equals(mark)) {
            add(Kind.LIST).mark = mark;
        }
        matched = open.size() - 1;
        return tip();
    }

    /** Ends the innermost block with its line. */
    private void endLine() {
        close();
        at = line.length();
    }

    private Block tip() {
        return open.get(open.size() - 1);
    }

    private Block add(Kind kind) {
        closeTo(matched);
        while (!tip().contains(kind)) {
            close();
        }
        Block block = new Block(kind, number);
        tip().children.add(block);
        open.add(block);
        return block;
    }

    private void closeTo(int index) {
        while (open.size() - 1 > index) {
            close();
        }
    }

    private void close() {
        Block block = open.remove(open.size() - 1);
        if (block.kind == Kind.PARAGRAPH) {
            define(block);
            if (block.content.length() == 0) {
                tip().children.remove(block);
            }
        }
    }

    /** Takes the definitions of links from the beginning of a paragraph. */
    private void define(Block paragraph) {
        String text = paragraph.content.toString();
        int end = 0;
        for (int next = 0; next >= 0; next = MarkdownScanner.definitionEnd(text, end, labels)) {
            end = next;
        }
        paragraph.first += (int)
                text.substring(0, end).chars().filter(mark -> mark == '\n').count();
        paragraph.content.delete(0, end);
    }
}
