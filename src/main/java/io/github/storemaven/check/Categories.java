package io.github.storemaven.check;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The categories of apps with their subcategories, in exactly the case that the service compares: listing rules, section 11.1. */
final class Categories {
    static final String GAMES = "Games";

    private static final Map<String, List<String>> KNOWN = new TreeMap<>();

    /** Named by one official client and not documented (CAT-04). */
    private static final List<String> DOUBTFUL_GENRES =
            List.of("Classics", "MultiPlayerOnlineBattleArena", "Other", "Tools");

    static {
        add("BooksAndReference EReader Fiction Nonfiction Reference");
        add("Business AccountingAndFinance Collaboration CRM DataAndAnalytics FileManagement InventoryAndLogistics"
                + " LegalAndHR ProjectManagement RemoteDesktop SalesAndMarketing TimeAndExpenses");
        add("DeveloperTools Database DesignTools DevelopmentKits Networking ReferenceAndTraining Servers Utilities"
                + " Webhosting");
        add("Education BooksAndReference EarlyLearning InstructionalTools Language StudyAids");
        List.of("Entertainment", "FoodAndDining", "GovernmentAndPolitics", "HealthAndFitness", "Medical", "Music")
                .forEach(Categories::add);
        List.of("NavigationAndMaps", "PhotoAndVideo", "Productivity", "Shopping", "Social", "Sports")
                .forEach(Categories::add);
        add(GAMES + " ActionAndAdventure CardAndBoard Casino Educational FamilyAndKids Fighting Music Platformer"
                + " PuzzleAndTrivia RacingAndFlying RolePlaying Shooter Simulation Sports Strategy Word");
        add("KidsAndFamily BooksAndReference Entertainment HobbiesAndToys SportsAndActivities Travel");
        add("Lifestyle Automotive DIY HomeAndGarden Relationships SpecialInterest StyleAndFashion");
        add("MultimediaDesign IllustrationAndGraphicDesign MusicProduction PhotoAndVideoProduction");
        add("NewsAndWeather News Weather");
        add("PersonalFinance BankingAndInvestments BudgetingAndTaxes");
        add("Personalization RingtonesAndSounds Themes WallpaperAndLockScreens");
        add("Security PCProtection PersonalSecurity");
        add("Travel CityGuides Hotels");
        add("UtilitiesAndTools BackupAndManage FileManager");
    }

    private Categories() {}

    /** All categories, without subcategories. */
    static List<String> names() {
        return List.copyOf(KNOWN.keySet());
    }

    /** The subcategories of a category, or nothing for one that is not known. */
    static Optional<List<String>> of(String category) {
        return Optional.ofNullable(KNOWN.get(category));
    }

    /** Whether a game is meant, however it is written; that the case is wrong is told by itself. */
    static boolean isGames(String category) {
        return category.split("_", 2)[0].equalsIgnoreCase(GAMES);
    }

    static boolean isDoubtfulGenre(String subcategory) {
        return DOUBTFUL_GENRES.contains(subcategory);
    }

    private static void add(String categoryAndSubcategories) {
        List<String> names = Arrays.asList(categoryAndSubcategories.split(" "));
        KNOWN.put(names.get(0), names.subList(1, names.size()));
    }
}
