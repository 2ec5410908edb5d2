package io.github.storemaven.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where two lists differ, with as few elements removed and added as can be: Myers, "An O(ND) Difference Algorithm and Its Variations"
 * (1986), in its linear space. A path from one list to the other is looked for from both ends; where the two halves meet, the lists are
 * cut.
 */
public final class ListDifference {
    /** Of each list, without what both begin and end with; the time grows with the square, and this many take some tenths of a second. */
    private static final int MAX_COMPARED = 5_000;

    /** Elements of the old list, and those of the new one that take their place; one of both may be none. */
    public record Place(int oldStart, int oldEnd, int newStart, int newEnd) {
        private int removed() {
            return oldEnd - oldStart;
        }

        private int added() {
            return newEnd - newStart;
        }
    }

    private final int[] old;
    private final int[] fresh;
    private final BitSet removed = new BitSet();
    private final BitSet added = new BitSet();
    private final Frontier forward = new Frontier(false);
    private final Frontier backward = new Frontier(true);

    /** Elements as numbers, which are equal where the elements are. */
    private ListDifference(int[] old, int[] fresh) {
        this.old = old;
        this.fresh = fresh;
    }

    /**
     * The places in their order, with at least one element that stays between two of them. Lists that differ in many thousand elements
     * are not compared further: they differ in one place, between what both begin and end with.
     */
    public static <T> List<Place> between(List<T> old, List<T> fresh) {
        Map<T, Integer> numbers = new HashMap<>();
        ListDifference difference = new ListDifference(numbers(old, numbers), numbers(fresh, numbers));
        Place whole = difference.withoutEnds(new Place(0, old.size(), 0, fresh.size()));
        if (whole.removed() > MAX_COMPARED || whole.added() > MAX_COMPARED) {
            return List.of(whole);
        }
        difference.compare(whole);
        return difference.places();
    }

    private static <T> int[] numbers(List<T> elements, Map<T, Integer> numbers) {
        return elements.stream()
                .mapToInt(element -> numbers.computeIfAbsent(element, missing -> numbers.size()))
                .toArray();
    }

    private void compare(Place place) {
        Place window = withoutEnds(place);
        if (window.removed() == 0 || window.added() == 0) {
            removed.set(window.oldStart(), window.oldEnd());
            added.set(window.newStart(), window.newEnd());
            return;
        }
        Place first = firstHalf(window);
        compare(first);
        compare(new Place(first.oldEnd(), window.oldEnd(), first.newEnd(), window.newEnd()));
    }

    /** The end first: of two equal elements around what is added or removed, the one before belongs to it. */
    private Place withoutEnds(Place place) {
        int end = same(place, 0, 0, true);
        Place rest = new Place(place.oldStart(), place.oldEnd() - end, place.newStart(), place.newEnd() - end);
        int start = same(rest, 0, 0, false);
        return new Place(rest.oldStart() + start, rest.oldEnd(), rest.newStart() + start, rest.newEnd());
    }

    /** How many elements are the same from a point on, forward or, with the point counted from the end, backward. */
    private int same(Place window, int x, int y, boolean isBackward) {
        int limit = Math.min(window.removed() - x, window.added() - y);
        int oldAt = isBackward ? window.oldEnd() - 1 - x : window.oldStart() + x;
        int freshAt = isBackward ? window.newEnd() - 1 - y : window.newStart() + y;
        int step = isBackward ? -1 : 1;
        int count = 0;
        while (count < limit && old[oldAt + count * step] == fresh[freshAt + count * step]) {
            count++;
        }
        return count;
    }

    /** What comes before the point at which both halves of the path meet; an odd number of changes has one more of them in the first. */
    private Place firstHalf(Place window) {
        forward.start(window);
        backward.start(window);
        if ((window.removed() - window.added()) % 2 == 0) {
            backward.advance();
        }
        forward.advance();
        Optional<Place> first = forward.upTo(backward);
        while (first.isEmpty()) {
            backward.advance();
            forward.advance();
            first = forward.upTo(backward);
        }
        return first.get();
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        int oldAt = 0;
        int freshAt = 0;
        while (oldAt < old.length || freshAt < fresh.length) {
            int oldEnd = removed.nextClearBit(oldAt);
            int freshEnd = added.nextClearBit(freshAt);
            if (oldEnd > oldAt || freshEnd > freshAt) {
                places.add(new Place(oldAt, oldEnd, freshAt, freshEnd));
            }
            oldAt = oldEnd + 1;
            freshAt = freshEnd + 1;
        }
        return places;
    }

    /**
     * How far a number of changes leads from the start of a window, or from its end: the most elements of the old list that are behind,
     * by diagonal, which is how many fewer of the new list are.
     */
    private final class Frontier {
        private static final int NOT_REACHED = -1;

        private final boolean isBackward;
        private int[] reached = {};
        private Place window = new Place(0, 0, 0, 0);
        private int lowest;
        private int highest;

        Frontier(boolean isBackward) {
            this.isBackward = isBackward;
        }

        void start(Place place) {
            if (reached.length == 0) {
                reached = new int[old.length + fresh.length + 3];
            }
            window = place;
            lowest = 0;
            highest = 0;
            reached[at(0)] = 0;
        }

        /** One more change: an element of the new list is added, or one of the old list removed, and then follows what is the same. */
        void advance() {
            widen();
            for (int diagonal = lowest; diagonal <= highest; diagonal += 2) {
                int x = Math.max(reached[at(diagonal + 1)], reached[at(diagonal - 1)] + 1);
                reached[at(diagonal)] = x + same(window, x, x - diagonal, isBackward);
            }
        }

        /** To the diagonals beside, where the window has them. */
        private void widen() {
            if (lowest > -window.added()) {
                lowest--;
                reached[at(lowest - 1)] = NOT_REACHED;
            } else {
                lowest++;
            }
            if (highest < window.removed()) {
                highest++;
                reached[at(highest + 1)] = NOT_REACHED;
            } else {
                highest--;
            }
        }

        /** What is behind where this half meets the one from the end, if it does. */
        Optional<Place> upTo(Frontier other) {
            int between = window.removed() - window.added();
            int last = Math.min(highest, between - other.lowest);
            for (int diagonal = Math.max(lowest, between - other.highest); diagonal <= last; diagonal += 2) {
                int x = reached[at(diagonal)];
                if (x + other.reached[at(between - diagonal)] >= window.removed()) {
                    return Optional.of(new Place(
                            window.oldStart(),
                            window.oldStart() + x,
                            window.newStart(),
                            window.newStart() + x - diagonal));
                }
            }
            return Optional.empty();
        }

        private int at(int diagonal) {
            return diagonal + fresh.length + 1;
        }
    }
}
