package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfDocument;
import io.github.storemaven.document.Node;
import jakarta.json.JsonNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** An app's category: rows CAT-01, CAT-04, CAT-05 and PRP-04. */
final class PropertyRules {
    /** No category yet, in drafts and in what StoreBroker writes. */
    private static final String NOT_SET = "NotSet";

    private static final List<String> MODES =
            List.of("LocalMultiplayer", "LocalCooperative", "OnlineMultiplayer", "OnlineCooperative");
    private static final BigDecimal MOST_PLAYERS = BigDecimal.valueOf(1000);
    private static final int MOST_GENRES = 3;

    /** All that the service wants to hear of. */
    static final List<String> WANTED_FAMILIES = List.of("Desktop", "Mobile", "Holographic", "Xbox");

    /** These as well: in samples, and seen in answers of the live service. */
    private static final List<String> KNOWN_FAMILIES = List.of("Desktop", "Mobile", "Holographic", "Xbox", "Team", "7");

    private PropertyRules() {}

    static void check(Node document, OfDocument report) {
        Node category = document.member("applicationCategory");
        if (category.isNull()) {
            report.error("CAT-01", category, "null removes the category", "delete this line to keep it");
        }
        category.text().ifPresent(text -> checkName(text, category, report));
        boolean game = category.text().filter(Categories::isGames).isPresent();
        Node dvr = document.member("isGameDvrEnabled");
        if (dvr.isTrue() && category.hasText() && !game) {
            report.warning("PRP-04", dvr, "the Store records only games", "set isGameDvrEnabled to false");
        }
    }

    private static void checkName(String text, Node category, OfDocument report) {
        if (text.equals(NOT_SET)) {
            return;
        }
        String[] parts = text.split("_", -1);
        var known = Categories.of(parts[0]);
        if (known.isEmpty()) {
            String question = Quote.didYouMean(parts[0], Categories.names());
            String remedy = "use one of " + String.join(", ", Categories.names());
            report.error("CAT-01", category, Quote.of(parts[0]) + " is not a category" + question, remedy);
        } else if (parts.length > 2) {
            report.error("CAT-05", category, Quote.of(text) + " has more than one subcategory", "use at most one");
        } else if (parts.length == 2) {
            checkSubcategory(parts[1], known.get(), category, report);
        }
    }

    private static void checkSubcategory(String name, List<String> known, Node category, OfDocument report) {
        boolean game = category.text().filter(Categories::isGames).isPresent();
        if (game && Categories.isDoubtfulGenre(name)) {
            report.warning(
                    "CAT-04", category, Quote.of(name) + " is not documented for the API", "use a documented one");
        } else if (!known.contains(name)) {
            String question = Quote.didYouMean(name, known);
            String remedy = known.isEmpty() ? "use only the category" : "use one of " + String.join(", ", known);
            report.error("CAT-01", category, Quote.of(name) + " is not a subcategory of it" + question, remedy);
        }
    }

    static void checkGaming(Node document, OfDocument report) {
        Node options = document.member("gamingOptions");
        long elements = options.items().count();
        if (elements > 1) {
            report.error(
                    "PRP-02", options, "gamingOptions has " + elements + " elements", "the Store takes at most one");
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

    private static void checkGenres(Node genres, boolean game, OfDocument report) {
        long count = genres.items().count();
        boolean none = count == 0 && game && !genres.isMissing();
        if (none || count > MOST_GENRES) {
            report.error("CAT-03", genres, "the game has " + count + " genres", "name 1 to 3");
        }
        genres.items()
                .takeWhile(genre -> !report.full())
                .forEach(genre -> genre.text().ifPresent(text -> checkGenre(text, genre, report)));
    }

    private static void checkGenre(String text, Node genre, OfDocument report) {
        String[] parts = text.split("_", 2);
        boolean doubtful = Categories.isGames(text) && parts.length == 2 && Categories.isDoubtfulGenre(parts[1]);
        if (doubtful) {
            report.warning(
                    "CAT-04", genre, Quote.of(text) + " is not documented for the API", "use a documented genre");
        } else if (!isKnownGenre(parts)) {
            List<String> genres = Categories.of(Categories.GAMES).orElseThrow().stream()
                    .map(name -> Categories.GAMES + "_" + name)
                    .toList();
            String question = Quote.didYouMean(text, genres);
            report.error(
                    "CAT-03",
                    genre,
                    Quote.of(text) + " is not a genre" + question,
                    "use one of " + String.join(", ", genres));
        }
    }

    /** An app that is no game may have its category there (submission API, section 6.17). */
    private static boolean isKnownGenre(String[] parts) {
        List<String> subcategories = Categories.of(parts[0]).orElse(List.of());
        if (parts.length == 2) {
            return subcategories.contains(parts[1]);
        }
        return !Categories.isGames(parts[0]) && Categories.of(parts[0]).isPresent();
    }

    private static void checkPlayers(Node options, String mode, OfDocument report) {
        boolean on = options.member("is" + mode).isTrue();
        String start = mode.substring(0, 1).toLowerCase(Locale.ROOT) + mode.substring(1);
        Node least = options.member(start + "MinPlayers");
        Node most = options.member(start + "MaxPlayers");
        checkCount(least, on, report);
        checkCount(most, on, report);
        if (least.value() instanceof JsonNumber from
                && most.value() instanceof JsonNumber to
                && from.bigDecimalValue().compareTo(to.bigDecimalValue()) > 0) {
            report.error("PRP-02", least, "the least number of players is above the most", "lower it");
        }
    }

    /** Zero where the mode is off. */
    private static void checkCount(Node players, boolean on, OfDocument report) {
        BigDecimal least = on ? BigDecimal.ONE : BigDecimal.ZERO;
        if (players.value() instanceof JsonNumber number
                && (!number.isIntegral()
                        || number.bigDecimalValue().compareTo(least) < 0
                        || number.bigDecimalValue().compareTo(MOST_PLAYERS) > 0)) {
            report.error("PRP-02", players, players.value() + " is not a number of players", "write 1 to 1000");
        }
    }

    static void checkFutureFamilies(Node document, OfDocument report) {
        document.member("allowTargetFutureDeviceFamilies")
                .members()
                .takeWhile(family -> !report.full())
                .filter(family -> KNOWN_FAMILIES.stream().noneMatch(family.name()::equalsIgnoreCase))
                .forEach(family -> report.warning(
                        "DEV-07",
                        family,
                        Quote.of(family.name()) + " is not a device family"
                                + Quote.didYouMean(family.name(), KNOWN_FAMILIES),
                        "use one of " + String.join(", ", WANTED_FAMILIES) + ", Team"));
    }
}
