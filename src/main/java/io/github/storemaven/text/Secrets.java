package io.github.storemaven.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secrets of one run: token, client secret, assertion, passphrase, signature of the upload. In texts of others they
 * are masked in every spelling, and so is any run of eight characters that is part of one. Its own text shows none.
 */
public final class Secrets {
    /** Stands in place of a secret. */
    public static final String MASK = "***";

    /** Fewer characters of a secret tell nothing, and occur by chance. */
    private static final int RUN = 8;

    /** Shorter ones would mask words of every text. */
    private static final int SHORTEST = 4;

    /** A text may be encoded again by each one who hands it on. */
    private static final int MOST_ENCODINGS = 4;

    private static final Pattern SIGNATURE = Pattern.compile("[?&]sig=([^&]+)");

    private final Set<String> values;
    private final Pieces pieces = new Pieces();

    /** Secrets that are shared with nobody. */
    public Secrets() {
        this(ConcurrentHashMap.newKeySet());
    }

    /**
     * Secrets shared with all who are given the same set.
     *
     * @param values to be kept in memory only and shown nowhere; safe for several threads
     */
    public Secrets(Set<String> values) {
        this.values = values;
    }

    /** Keeps a secret; null and what is too short to be one are passed over. */
    public void add(String secret) {
        if (secret != null && secret.strip().length() >= SHORTEST) {
            values.add(secret.strip());
        }
    }

    /** Keeps the signature of an upload address, as it is there and decoded; any other text is passed over. */
    public void addSignature(String address) {
        Matcher signature = SIGNATURE.matcher(address);
        if (signature.find()) {
            add(signature.group(1));
            add(Spelling.of(signature.group(1)).decoded().toString());
        }
    }

    /** A text of others in one line of at most 300 characters, without the secrets. */
    public String oneLine(String text) {
        return oneLine(text, ForeignText.LONGEST);
    }

    /** A text of others in one line, without the secrets. */
    public String oneLine(String text, int longest) {
        return ForeignText.oneLine(mask(ForeignText.cut(text, 4 * longest + ForeignText.LONGEST_MESSAGE)), longest);
    }

    /** A text of several lines, made harmless and without the secrets; short ones would take words out of our own lines. */
    public String lines(String text) {
        return ForeignText.lines(masked(text, false));
    }

    /**
     * Whether a text holds a whole secret, in any spelling. Parts of one may be ordinary words, and so may a secret of
     * few characters.
     */
    public boolean wholeIn(String text) {
        Spelling spelling = Spelling.of(text);
        for (int encodings = 0; encodings < MOST_ENCODINGS; encodings++) {
            String plain = spelling.part(0, spelling.length());
            if (values.stream().anyMatch(secret -> secret.length() >= RUN && plain.contains(secret))) {
                return true;
            }
            Spelling decoded = spelling.decoded();
            if (decoded.length() == spelling.length()) {
                return false;
            }
            spelling = decoded;
        }
        return false;
    }

    /** The text with a mask in place of each part of a secret, whatever its spelling; all else as it is. */
    public String mask(String text) {
        return masked(text, true);
    }

    private String masked(String text, boolean shorts) {
        if (values.isEmpty()) {
            return text;
        }
        boolean[] hidden = new boolean[text.length()];
        synchronized (pieces) {
            pieces.addAll(values);
            hide(text, shorts, hidden);
        }
        return masked(text, hidden);
    }

    private void hide(String text, boolean shorts, boolean[] hidden) {
        Spelling spelling = Spelling.of(text);
        for (int encodings = 0; encodings < MOST_ENCODINGS; encodings++) {
            pieces.mark(spelling, hidden);
            if (shorts) {
                pieces.markShorts(spelling, hidden);
            }
            Spelling decoded = spelling.decoded();
            if (decoded.length() == spelling.length()) {
                break;
            }
            spelling = decoded;
        }
    }

    private static String masked(String text, boolean[] hidden) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int at = 0; at < hidden.length; at++) {
            if (!hidden[at]) {
                shown.append(text.charAt(at));
            } else if (at == 0 || !hidden[at - 1]) {
                shown.append(MASK);
            }
        }
        return shown.toString();
    }

    @Override
    public String toString() {
        return values.size() + " secrets";
    }

    /**
     * All runs of eight characters of the secrets, without blanks and in small letters, as they are, as a form writes them
     * byte by byte, in Base64 and in hexadecimal; short secrets as a whole. A token has thousands of runs and each answer of
     * the Store is looked at, so a run is a number of eight bytes, and what is known is not made again when one more token
     * comes. Used by one thread at a time.
     */
    private static final class Pieces {
        private final Set<String> secrets = new HashSet<>();
        private final Set<String> shorts = new HashSet<>();

        /** The runs' numbers, each at the place that its hash gives or behind it; 0 is a place without one. */
        private long[] runs = new long[1024];

        private int count;

        /** Adds those that have come since, here or in another module of the build. */
        void addAll(Set<String> values) {
            if (values.size() != secrets.size()) {
                values.stream().filter(secrets::add).forEach(this::add);
            }
        }

        private void add(String secret) {
            if (secret.length() < RUN) {
                shorts.add(secret);
                return;
            }
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            String byBytes = new String(bytes, StandardCharsets.ISO_8859_1);
            addRuns(secret);
            if (!byBytes.equals(secret)) {
                addRuns(byBytes);
            }
            if (byBytes.indexOf(' ') >= 0) {
                addRuns(byBytes.replace(' ', '+'));
            }
            addRuns(HexFormat.of().formatHex(bytes));
            for (int before = 0; before < 3; before++) {
                addBase64(bytes, before);
            }
        }

        /** Base64 of a longer text shows the secret in one of three ways, by how many bytes stand before it. */
        private void addBase64(byte[] secret, int before) {
            byte[] shifted = new byte[before + secret.length];
            System.arraycopy(secret, 0, shifted, before, secret.length);
            int whole = shifted.length / 3 * 4;
            String encoded = Base64.getEncoder().encodeToString(shifted);
            String own = encoded.substring(before == 0 ? 0 : before + 1, whole);
            addRuns(own);
            addRuns(own.replace('+', '-').replace('/', '_'));
        }

        private void addRuns(String spelled) {
            long run = 0;
            int length = 0;
            for (int at = 0; at < spelled.length(); at++) {
                char character = spelled.charAt(at);
                if (!Spelling.isGap(character)) {
                    run = next(run, Spelling.small(character));
                    if (++length >= RUN) {
                        add(run);
                    }
                }
            }
        }

        /** The run that ends with this character: those of one byte are in it as they are. */
        private static long next(long run, char character) {
            return (run << Byte.SIZE) ^ character;
        }

        private void add(long run) {
            int place = place(run);
            if (runs[place] == 0 && run != 0) {
                runs[place] = run;
                count++;
            }
            if (count > runs.length / 2) {
                long[] all = runs;
                runs = new long[2 * all.length];
                for (long one : all) {
                    runs[place(one)] = one;
                }
            }
        }

        /** Where the run is, or would be. */
        private int place(long run) {
            int place = Long.hashCode(run * 0x9E37_79B9_7F4A_7C15L) & (runs.length - 1);
            while (runs[place] != 0 && runs[place] != run) {
                place = (place + 1) & (runs.length - 1);
            }
            return place;
        }

        void mark(Spelling spelling, boolean[] hidden) {
            if (!hasRun(spelling)) {
                return;
            }
            Spelling condensed = spelling.condensed();
            long run = 0;
            for (int at = 0; at < condensed.length(); at++) {
                run = next(run, condensed.at(at));
                if (at + 1 >= RUN && isKnown(run)) {
                    condensed.mark(at + 1 - RUN, at + 1, hidden);
                }
            }
        }

        /** Most texts show nothing; where each character stood is of use in others only. */
        private boolean hasRun(Spelling spelling) {
            long run = 0;
            int length = 0;
            for (int at = 0; at < spelling.length(); at++) {
                char character = spelling.at(at);
                if (!Spelling.isGap(character)) {
                    run = next(run, Spelling.small(character));
                    if (++length >= RUN && isKnown(run)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean isKnown(long run) {
            return run != 0 && runs[place(run)] == run;
        }

        void markShorts(Spelling spelling, boolean[] hidden) {
            shorts.forEach(secret -> spelling.markWord(secret, hidden));
        }
    }
}
