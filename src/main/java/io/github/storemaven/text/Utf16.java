package io.github.storemaven.text;

/** Bytes in UTF-16, which Windows PowerShell's {@code >} writes where everybody else writes UTF-8. */
public final class Utf16 {
    /** What to say about a file in UTF-16. */
    public static final String HINT = "UTF-16, as Windows PowerShell's > writes it; save the file as UTF-8";

    private Utf16() {}

    /** Whether the bytes begin with a byte order mark of UTF-16, or with an ASCII character in one of its two orders. */
    public static boolean is(byte[] content) {
        if (content.length < 2) {
            return false;
        }
        int first = content[0] & 0xFF;
        int second = content[1] & 0xFF;
        boolean mark = (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
        return mark || (first == 0) != (second == 0);
    }
}
