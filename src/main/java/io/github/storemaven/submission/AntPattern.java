package io.github.storemaven.submission;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * A pattern of Ant for relative paths, as Maven's own plugins match it: {@code *} is any part of a name, {@code ?} one
 * character, and a name {@code **} any number of folders, none included. The JDK's globs are not these: their {@code **}
 * wants a folder, and many stars in a row take them for ever.
 */
final class AntPattern {
    private final List<String> parts;
    private final boolean caseSensitive;

    /** With slashes between names, on every system. */
    AntPattern(String pattern, boolean caseSensitive) {
        this.parts = names(pattern);
        this.caseSensitive = caseSensitive;
    }

    /** The path has slashes between its names. */
    boolean matches(String path) {
        List<String> names = names(path);
        return matches(
                parts.size(),
                names.size(),
                this::isAnyFolders,
                (part, name) -> hasName(parts.get(part), names.get(name)));
    }

    /** Whether a path below this folder can match: false means that there is no need to look into it. */
    boolean leadsInto(String folder) {
        List<String> names = names(folder);
        for (int i = 0; i < names.size(); i++) {
            if (i == parts.size()) {
                return false;
            }
            if (isAnyFolders(i)) {
                return true;
            }
            if (!hasName(parts.get(i), names.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> names(String path) {
        return Stream.of(path.split("/")).filter(name -> !name.isEmpty()).toList();
    }

    private boolean isAnyFolders(int part) {
        return parts.get(part).equals("**");
    }

    private boolean hasName(String part, String name) {
        return matches(
                part.length(),
                name.length(),
                i -> part.charAt(i) == '*',
                (i, j) -> part.charAt(i) == '?' || part.regionMatches(!caseSensitive, i, name, j, 1));
    }

    /**
     * Whether a sequence is what a pattern says, where some places of the pattern take any number of items. Only the last
     * of these places is tried with one more item: what those before it took need not change.
     */
    private static boolean matches(int patternLength, int length, IntPredicate wild, Place place) {
        int pattern = 0;
        int item = 0;
        int lastWild = -1;
        int afterWild = 0;
        while (item < length) {
            if (pattern < patternLength && wild.test(pattern)) {
                lastWild = pattern++;
                afterWild = item;
            } else if (pattern < patternLength && place.takes(pattern, item)) {
                pattern++;
                item++;
            } else if (lastWild >= 0) {
                pattern = lastWild + 1;
                item = ++afterWild;
            } else {
                return false;
            }
        }
        while (pattern < patternLength && wild.test(pattern)) {
            pattern++;
        }
        return pattern == patternLength;
    }

    /** Whether a place of a pattern takes an item. */
    private interface Place {
        boolean takes(int pattern, int item);
    }
}
