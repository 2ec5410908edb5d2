package io.github.storemaven.check;

import io.github.storemaven.document.Node;
import jakarta.json.JsonNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Gaming options: rows CAT-03, CAT-04 and PRP-02. */
final class GamingRules {
    private static final List<String> MODES =
            List.of("LocalMultiplayer", "LocalCooperative", "OnlineMultiplayer", "OnlineCooperative");
    private static final BigDecimal MOST_PLAYERS = BigDecimal.valueOf(1000);
    private static final int MOST_GENRES = 3;

    private GamingRules() {}

    static void check(Node document, DocumentReport report) {
        Node options = document.member("gamingOptions");
        long elements = options.items().count();
        if (elements > 1) {
            report.error("PRP-02", options, "there are " + elements + " elements", "one at most");
        }
        boolean game = document.member("applicationCategory")
                .text()
                .filter(Categories::isGames)
                .isPresent();
        options.items().limit(1).forEach(item -> {
            checkGenres(item.member("genres"), game, report);
            MODES.forEach(mode -> checkPlayers(item, mode, report));
        });
    }

    private static void checkGenres(Node genres, boolean game, DocumentReport report) {
        long count = genres.items().count();
        boolean none = count == 0 && game && !genres.isMissing();
        if (none || count > MOST_GENRES) {
            report.error("CAT-03", genres, "there are " + count + " genres", "1 to 3 for a game");
        }
        genres.items()
                .takeWhile(genre -> !report.full())
                .forEach(genre -> genre.text().ifPresent(text -> checkGenre(text, genre, report)));
    }

    private static void checkGenre(String text, Node genre, DocumentReport report) {
        String[] parts = text.split("_", 2);
        boolean doubtful = Categories.isGames(text) && parts.length == 2 && Categories.isDoubtfulGenre(parts[1]);
        if (doubtful) {
            report.warning("CAT-04", genre, Quote.of(text) + " is not documented for the API", "a documented genre");
        } else if (!isKnown(parts)) {
            List<String> genres = Categories.of(Categories.GAMES).orElseThrow().stream()
                    .map(name -> Categories.GAMES + "_" + name)
                    .toList();
            String question = Closest.question(text, genres);
            report.error("CAT-03", genre, Quote.of(text) + " is no genre" + question, String.join(", ", genres));
        }
    }

    /** An app that is no game may have its category there (submission API, section 6.17). */
    private static boolean isKnown(String[] parts) {
        List<String> subcategories = Categories.of(parts[0]).orElse(List.of());
        if (parts.length == 2) {
            return subcategories.contains(parts[1]);
        }
        return !Categories.isGames(parts[0]) && Categories.of(parts[0]).isPresent();
    }

    private static void checkPlayers(Node options, String mode, DocumentReport report) {
        boolean on = options.member("is" + mode).isTrue();
        String start = mode.substring(0, 1).toLowerCase(Locale.ROOT) + mode.substring(1);
        Node least = options.member(start + "MinPlayers");
        Node most = options.member(start + "MaxPlayers");
        checkCount(least, on, report);
        checkCount(most, on, report);
        if (least.value() instanceof JsonNumber from
                && most.value() instanceof JsonNumber to
                && from.bigDecimalValue().compareTo(to.bigDecimalValue()) > 0) {
            report.error("PRP-02", least, "the least number of players is above the most", "a number up to it");
        }
    }

    /** Zero stands where the mode is off. */
    private static void checkCount(Node players, boolean on, DocumentReport report) {
        BigDecimal least = on ? BigDecimal.ONE : BigDecimal.ZERO;
        if (players.value() instanceof JsonNumber number
                && (!number.isIntegral()
                        || number.bigDecimalValue().compareTo(least) < 0
                        || number.bigDecimalValue().compareTo(MOST_PLAYERS) > 0)) {
            report.error("PRP-02", players, "this is no number of players", "1 to 1000");
        }
    }
}
