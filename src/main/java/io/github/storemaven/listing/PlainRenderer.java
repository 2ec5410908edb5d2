package io.github.storemaven.listing;

import io.github.storemaven.listing.Markdown.Block;
import io.github.storemaven.listing.Markdown.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Markdown as plain text, which is what the Store shows: bullets are hyphens, code is as it is, links are their words,
 * images and comments are left out. Lines and blank lines stay where they are.
 */
final class PlainRenderer {
    private final Set<String> labels;
    private final StringBuilder text = new StringBuilder();
    private String indent = "";
    private String bullet = "";
    private int lastLine = -1;
    private final List<Integer> itemEnds = new ArrayList<>();

    /** For a text in which links are defined under these labels. */
    PlainRenderer(Set<String> labels) {
        this.labels = labels;
    }

    String text(List<Block> blocks) {
        for (Block block : blocks) {
            for (Block part : block.kind() == Kind.LIST ? block.children() : List.of(block)) {
                int before = text.length();
                render(part);
                if (part.kind() != Kind.HEADING && text.length() > before) {
                    itemEnds.add(text.length());
                }
            }
        }
        return text.toString().strip();
    }

    /** How many items were rendered: those of the outermost lists, and what else is no heading. */
    int items() {
        return itemEnds.size();
    }

    /** The texts of the first item, the first two, and so on, as long as they have at most so many characters. */
    List<String> beginnings(int longest) {
        return itemEnds.stream()
                .map(end -> text.substring(0, end).strip())
                .takeWhile(beginning -> beginning.length() <= longest)
                .toList();
    }

    private void render(Block block) {
        switch (block.kind()) {
            case QUOTE, LIST -> block.children().forEach(this::render);
            case ITEM -> item(block);
            case PARAGRAPH, HEADING -> lines(block, MarkdownInlines.words(block.content(), labels));
            case CODE -> lines(block, block.content().stripTrailing());
            case HTML -> lines(block, PlainHtml.text(block.content()).stripTrailing());
            default -> {}
        }
    }

    private void item(Block item) {
        String outer = indent;
        bullet = bullet.isEmpty() ? outer + item.mark() : bullet + item.mark();
        indent = outer + " ".repeat(item.mark().length());
        item.children().forEach(this::render);
        bullet = "";
        indent = outer;
    }

    /** After a line break, or two where a line between the blocks is blank or holds nothing that is shown. */
    private void lines(Block block, String lines) {
        if (lines.isBlank()) {
            return;
        }
        if (text.length() > 0) {
            text.append(block.first() > lastLine + 1 ? "\n\n" : "\n");
        }
        text.append(bullet.isEmpty() ? indent : bullet).append(lines.replace("\n", "\n" + indent));
        bullet = "";
        lastLine = block.last();
    }

    /** The words of a block of HTML. */
    private static final class PlainHtml {
        private PlainHtml() {}

        /** Without comments and tags, in one pass; a mark that does not end is text. */
        static String text(String html) {
            StringBuilder plain = new StringBuilder();
            int at = 0;
            while (at < html.length()) {
                int open = html.indexOf('<', at);
                String end = open >= 0 && html.startsWith("<!--", open) ? "-->" : ">";
                int close = open < 0 ? -1 : html.indexOf(end, open);
                if (close < 0) {
                    break;
                }
                plain.append(html, at, open);
                at = close + end.length();
            }
            return plain.append(html, at, html.length()).toString();
        }
    }
}
