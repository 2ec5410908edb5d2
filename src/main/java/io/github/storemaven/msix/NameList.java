package io.github.storemaven.msix;

import io.github.storemaven.text.ForeignText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of files for a message: the first ten, each cut, and how many more there are. */
public final class NameList {
    private static final int MAX_NAMES = 10;
    private static final int MAX_LENGTH = 100;

    private final List<String> first = new ArrayList<>();
    private int count;

    /** Adds one name. */
    public void add(String name) {
        if (count++ < MAX_NAMES) {
            first.add(cut(name));
        }
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** For example {@code a.exe, b.exe and 3 more}. */
    public String text() {
        String names = String.join(", ", first);
        return count > MAX_NAMES ? String.format(Locale.ROOT, "%s and %d more", names, count - MAX_NAMES) : names;
    }

    @Override
    public String toString() {
        return text();
    }

    static String cut(String name) {
        return ForeignText.cut(name, MAX_LENGTH);
    }
}
