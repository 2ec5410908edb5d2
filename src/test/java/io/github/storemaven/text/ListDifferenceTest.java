package io.github.storemaven.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.testing.CpuTime;
import io.github.storemaven.text.ListDifference.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListDifferenceTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** Without what is compared no further. */
    private static final int COMPARED = 5_000;

    @Test
    void namesEachPlaceOnceInTheOrderOfTheLists() {
        assertThat(ListDifference.between(List.of("a", "b", "c", "d", "e"), List.of("a", "B", "c", "e", "f")))
                .containsExactly(new Place(1, 2, 1, 2), new Place(3, 4, 3, 3), new Place(5, 5, 4, 5));
    }

    @Test
    void oneOfTheListsMayBeEmpty() {
        assertThat(ListDifference.between(List.of(), List.of("a", "b"))).containsExactly(new Place(0, 0, 0, 2));
        assertThat(ListDifference.between(List.of("a", "b"), List.of())).containsExactly(new Place(0, 2, 0, 0));
        assertThat(ListDifference.between(List.of(), List.of())).isEmpty();
    }

    @Test
    void ofEqualElementsAroundWhatIsAddedOrRemovedTheOneBeforeBelongsToIt() {
        List<String> without = List.of("a", " ", "c");
        List<String> with = List.of("a", " ", "b", " ", "c");

        assertThat(ListDifference.between(without, with)).containsExactly(new Place(1, 1, 1, 3));
        assertThat(ListDifference.between(with, without)).containsExactly(new Place(1, 3, 1, 1));
    }

    @Test
    void equalListsOfAnySizeDifferNowhere() {
        List<Integer> list = IntStream.range(0, 100_000).boxed().toList();

        assertThat(ListDifference.between(list, new ArrayList<>(list))).isEmpty();
    }

    @Test
    void theOldListWithItsPlacesReplacedIsTheNewOneAndNothingIsReplacedInVain() {
        Random random = new Random(21);
        for (int round = 0; round < 20_000; round++) {
            int kinds = 1 + random.nextInt(6);
            List<Integer> old = list(random, random.nextInt(14), kinds);
            List<Integer> fresh = list(random, random.nextInt(14), kinds);

            List<Place> places = ListDifference.between(old, fresh);

            assertThat(replaced(old, fresh, places)).isEqualTo(fresh);
            assertThat(changes(places))
                    .as("%s and %s", old, fresh)
                    .isEqualTo(old.size() + fresh.size() - 2 * longestCommonPart(old, fresh));
        }
    }

    @Test
    void longerListsAreComparedByTheSameRules() {
        Random random = new Random(22);
        for (int kinds : new int[] {2, 10, 100, 1_000}) {
            List<Integer> old = list(random, 700, kinds);
            List<Integer> fresh = list(random, 900, kinds);

            List<Place> places = ListDifference.between(old, fresh);

            assertThat(replaced(old, fresh, places)).isEqualTo(fresh);
            assertThat(changes(places)).isEqualTo(1_600 - 2 * longestCommonPart(old, fresh));
        }
    }

    @Test
    void ofListsThatAreTooLongOnlyTheEndsAreCompared() {
        List<Integer> old = new ArrayList<>(list(new Random(23), 100_000, 3));
        List<Integer> fresh = new ArrayList<>(old);
        fresh.set(10, 7);
        fresh.set(50_000, 7);
        fresh.set(99_900, 7);

        assertThat(ListDifference.between(old, fresh)).containsExactly(new Place(10, 99_901, 10, 99_901));
    }

    @Test
    void noListTakesLong() throws Exception {
        Random random = new Random(24);
        for (int size : new int[] {COMPARED, 100_000}) {
            for (int kinds : new int[] {2, 40, 1_000_000_000}) {
                List<Integer> old = list(random, size, kinds);
                List<Integer> fresh = list(random, size, kinds);

                List<Place> places = CpuTime.within(LIMIT, () -> ListDifference.between(old, fresh));

                assertThat(replaced(old, fresh, places)).isEqualTo(fresh);
            }
        }
    }

    private static List<Integer> list(Random random, int size, int kinds) {
        return random.ints(size, 0, kinds).boxed().toList();
    }

    private static List<Integer> replaced(List<Integer> old, List<Integer> fresh, List<Place> places) {
        List<Integer> result = new ArrayList<>();
        int at = 0;
        for (Place place : places) {
            result.addAll(old.subList(at, place.oldStart()));
            result.addAll(fresh.subList(place.newStart(), place.newEnd()));
            at = place.oldEnd();
        }
        result.addAll(old.subList(at, old.size()));
        return result;
    }

    private static int changes(List<Place> places) {
        return places.stream()
                .mapToInt(place -> place.oldEnd() - place.oldStart() + place.newEnd() - place.newStart())
                .sum();
    }

    /** By the table of all pairs of positions. */
    private static int longestCommonPart(List<Integer> one, List<Integer> other) {
        int[][] longest = new int[one.size() + 1][other.size() + 1];
        for (int row = 1; row <= one.size(); row++) {
            for (int column = 1; column <= other.size(); column++) {
                longest[row][column] = one.get(row - 1).equals(other.get(column - 1))
                        ? longest[row - 1][column - 1] + 1
                        : Math.max(longest[row - 1][column], longest[row][column - 1]);
            }
        }
        return longest[one.size()][other.size()];
    }
}
