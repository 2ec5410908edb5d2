package io.github.storemaven.msix.build;

import java.nio.charset.StandardCharsets;

/**
 * The XML of a package's own lists. Its bytes are the same on every JDK, whose writers differ; and a block map, with
 * a million elements, takes no object for each.
 */
final class XmlText {
    private final StringBuilder text = new StringBuilder();
    private boolean open;

    /** A text with its first line. */
    XmlText() {
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n");
    }

    /** Begins an element. */
    XmlText begin(String name) {
        closeTag();
        text.append('<').append(name);
        open = true;
        return this;
    }

    /** Gives the element that was begun last an attribute. */
    XmlText attribute(String name, String value) {
        text.append(' ').append(name).append("=\"");
        for (int i = 0; i < value.length(); i++) {
            append(value.charAt(i));
        }
        text.append('"');
        return this;
    }

    /** Gives it a number. */
    XmlText attribute(String name, long value) {
        text.append(' ').append(name).append("=\"").append(value).append('"');
        return this;
    }

    /** Ends the element of this name. */
    XmlText end(String name) {
        if (open) {
            text.append("/>");
        } else {
            text.append("</").append(name).append('>');
        }
        open = false;
        return this;
    }

    /** How much was written, in characters. */
    int length() {
        return text.length();
    }

    /** Takes back all that was written after a length. */
    void cut(int length) {
        text.setLength(length);
        open = text.charAt(length - 1) != '>';
    }

    /** What was written. */
    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void closeTag() {
        if (open) {
            text.append('>');
        }
    }

    private void append(char letter) {
        switch (letter) {
            case '&' -> text.append("&amp;");
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '"' -> text.append("&quot;");
            default -> {
                if (letter < ' ') {
                    text.append("&#").append((int) letter).append(';');
                } else {
                    text.append(letter);
                }
            }
        }
    }
}
