package io.github.storemaven.msix;

import io.github.storemaven.text.ForeignText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of files for a message: the first ten, each cut, and how many more there are. */
public final class NameList {
    private static final int MOST = 10;
    private static final int LONGEST = 100;

    private final List<String> first = new ArrayList<>();
    private int count;

    /** Adds one name. */
    public void add(String name) {
        if (count++ < MOST) {
            first.add(cut(name));
        }
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** Whether there is exactly one. */
    public boolean isOne() {
        return count == 1;
    }

    /** For example {@code a.exe, b.exe and 3 more}. */
    public String text() {
        String names = String.join(", ", first);
        return count > MOST ? String.format(Locale.ROOT, "%s and %d more", names, count - MOST) : names;
    }

    @Override
    public String toString() {
        return text();
    }

    static String cut(String name) {
        return ForeignText.cut(name, LONGEST);
    }
}
