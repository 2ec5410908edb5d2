package io.github.storemaven.check;

import java.util.List;
import java.util.stream.Collectors;

/** Which sizes in pixels a kind of picture may have: listing rules, sections 3 and 4. */
sealed interface PictureSize {
    boolean allows(long width, long height);

    /** For messages, such as {@code 300 x 300}. */
    String words();

    /** One of some sizes, such as {@code 720x1080}. */
    static PictureSize exactly(String... sizes) {
        return new Exactly(List.of(sizes));
    }

    /** At least that long on its long and short side, so that portrait is measured as landscape is (IMG-08). */
    static PictureSize atLeast(long longSide, long shortSide) {
        return new Between(longSide, shortSide, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** The same with 4K as the most. */
    static PictureSize upToFourK(long longSide, long shortSide) {
        return new Between(longSide, shortSide, 3840, 2160);
    }

    /** For a type that is dropped, whatever its size. */
    static PictureSize any() {
        return atLeast(0, 0);
    }

    record Exactly(List<String> sizes) implements PictureSize {
        @Override
        public boolean allows(long width, long height) {
            return sizes.contains(width + "x" + height);
        }

        @Override
        public String words() {
            return sizes.stream().map(size -> size.replace("x", " x ")).collect(Collectors.joining(" or "));
        }
    }

    record Between(long leastLong, long leastShort, long mostLong, long mostShort) implements PictureSize {
        @Override
        public boolean allows(long width, long height) {
            long longSide = Math.max(width, height);
            long shortSide = Math.min(width, height);
            return longSide >= leastLong && shortSide >= leastShort && longSide <= mostLong && shortSide <= mostShort;
        }

        boolean isLimited() {
            return mostLong != Long.MAX_VALUE;
        }

        @Override
        public String words() {
            String least = "at least " + leastLong + " x " + leastShort;
            return !isLimited() ? least : least + ", at most " + mostLong + " x " + mostShort;
        }
    }
}
