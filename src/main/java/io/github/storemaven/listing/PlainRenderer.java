package io.github.storemaven.listing;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/**
 * Markdown as plain text, which is what the Store shows: bullets are hyphens, code is as it is, links are their words,
 * images and comments are left out. Lines and blank lines stay where they are.
 */
final class PlainRenderer extends AbstractVisitor {
    private final StringBuilder text = new StringBuilder();
    private String indent = "";
    private String bullet = "";
    private int lastLine = -1;
    private final List<Integer> itemEnds = new ArrayList<>();

    String text(Node document) {
        document.accept(this);
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

    @Override
    public void visit(Document document) {
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            int before = text.length();
            block.accept(this);
            if (!(block instanceof Heading) && !(block instanceof ListBlock)) {
                endItem(before);
            }
        }
    }

    private void endItem(int before) {
        if (text.length() > before) {
            itemEnds.add(text.length());
        }
    }

    @Override
    public void visit(BulletList list) {
        visitChildren(list);
    }

    @Override
    public void visit(OrderedList list) {
        visitChildren(list);
    }

    @Override
    public void visit(ListItem item) {
        String mark = mark(item);
        String outer = indent;
        bullet = bullet.isEmpty() ? outer + mark : bullet + mark;
        indent = outer + " ".repeat(mark.length());
        int before = text.length();
        visitChildren(item);
        bullet = "";
        indent = outer;
        if (item.getParent().getParent() instanceof Document) {
            endItem(before);
        }
    }

    private static String mark(ListItem item) {
        if (!(item.getParent() instanceof OrderedList list)) {
            return "- ";
        }
        int number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
            number++;
        }
        return number + (list.getMarkerDelimiter() == null ? "." : list.getMarkerDelimiter()) + " ";
    }

    @Override
    public void visit(Paragraph paragraph) {
        block(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        block(heading);
    }

    private void block(Block block) {
        int before = text.length();
        begin(block);
        int content = text.length();
        visitChildren(block);
        end(block, before, content);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        literal(code, code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        literal(code, code.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        literal(html, PlainHtml.text(html.getLiteral()));
    }

    private void literal(Block block, String lines) {
        int before = text.length();
        begin(block);
        int content = text.length();
        text.append(lines.stripTrailing().replace("\n", "\n" + indent));
        end(block, before, content);
    }

    /** A line break, or two where a line between the blocks is blank or holds nothing that is shown. */
    private void begin(Block block) {
        List<SourceSpan> spans = block.getSourceSpans();
        int line = spans.isEmpty() ? lastLine + 1 : spans.get(0).getLineIndex();
        if (text.length() > 0) {
            text.append(line > lastLine + 1 ? "\n\n" : "\n");
        }
        text.append(bullet.isEmpty() ? indent : bullet);
    }

    private void end(Block block, int before, int content) {
        if (text.substring(content).isBlank()) {
            text.setLength(before);
            return;
        }
        bullet = "";
        List<SourceSpan> spans = block.getSourceSpans();
        lastLine = spans.isEmpty() ? lastLine + 1 : spans.get(spans.size() - 1).getLineIndex();
    }

    @Override
    public void visit(Text words) {
        text.append(words.getLiteral());
    }

    @Override
    public void visit(Code code) {
        text.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak end) {
        text.append('\n').append(indent);
    }

    @Override
    public void visit(HardLineBreak end) {
        text.append('\n').append(indent);
    }

    @Override
    public void visit(HtmlInline html) {
        if (html.getLiteral().regionMatches(true, 0, "<br", 0, 3)) {
            text.append('\n').append(indent);
        }
    }

    @Override
    public void visit(Image image) {}

    @Override
    public void visit(ThematicBreak line) {}

    @Override
    public void visit(LinkReferenceDefinition definition) {}

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
