package io.github.storemaven.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.check.Finding;
import io.github.storemaven.check.Findings;
import io.github.storemaven.check.Severity;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.msix.PackageReader;
import io.github.storemaven.testing.MsixBuilder;
import io.github.storemaven.testing.PngImage;
import io.github.storemaven.testing.SymbolicLink;
import io.github.storemaven.zip.FileContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of what customers will see: texts of others, meters, what differs, findings, languages, files beside it. */
class PreviewTest {
    private static final String EN = "/listings/en-us/baseListing/";

    @TempDir
    Path folder;

    private PreviewFixture page;

    @BeforeEach
    void start() {
        page = new PreviewFixture(folder);
    }

    private static String listing(String members) {
        return "{'listings':{'en-us':{'baseListing':{" + members + "}}}}";
    }

    private static Findings found(String rule, Severity severity, String place, String message) {
        return new Findings(List.of(new Finding(rule, severity, "src/store", place, message)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"preview", "preview/images"})
    void aLinkInThePlaceOfAFolderIsReplacedAndWhatItLeadsToStays(String link) throws Exception {
        Path others = Files.createDirectories(folder.resolve("others"));
        Path picture = Files.writeString(others.resolve("mine.png"), "mine");
        Path old = Files.writeString(others.resolve("mine.html"), "mine");
        Path place = folder.resolve("store").resolve(link);
        Files.createDirectories(place.getParent());
        SymbolicLink.create(place, others);
        assertThat(page.html()).contains("High water and low water.");
        assertThat(picture).exists();
        assertThat(old).exists();
        assertThat(others).isDirectoryNotContaining(file -> file.endsWith("index.html"));
    }

    @Test
    void noTextOfOthersIsMarkup() throws Exception {
        String hostile = "</title><script>alert(1)</script><img src=x onerror=alert(1)>&amp;${style}\\u0000\\u001b[31m";
        String html = page.product(hostile.replace("\\u0000\\u001b[31m", ""))
                .with(listing("'title':'" + hostile + "','description':'" + hostile + "','releaseNotes':'" + hostile
                        + "','shortDescription':'" + hostile + "','features':['" + hostile + "'],'keywords':['"
                        + hostile
                        + "'],'copyrightAndTrademarkInfo':'" + hostile + "','images':[{'fileName':'" + hostile
                        + "','imageType':'Screenshot','description':'" + hostile + "','fileStatus':'Uploaded'},"
                        + "{'fileName':'x','imageType':'" + hostile + "'}]"))
                .with("{'applicationCategory':'" + hostile + "','applicationPackages':[{'fileName':'" + hostile + "'}],"
                        + "'pricing':{'priceId':'" + hostile + "'},'targetPublishMode':'" + hostile + "'}")
                .findings(found("TXT-01", Severity.ERROR, EN + "description", hostile))
                .html();
        assertThat(html)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&amp;amp;${style}&#xFFFD;&#xFFFD;[31m");
        assertThat(html).doesNotContainIgnoringCase("<script").doesNotContain("<img src=x", "\u0000", "\u001b");
        assertThat(html.split("</title>", -1)).hasSize(2);
    }

    @Test
    void aTextWrittenFromRightToLeftTurnsNothingElse() throws Exception {
        String turning = "abc\\u202Edef";
        String html = page.product("app " + "abc\u202Edef")
                .with(listing("'title':'" + turning + "','images':[{'fileName':'" + turning
                        + "','imageType':'Screenshot','fileStatus':'Uploaded'}]"))
                .html();
        assertThat(html).contains("<h1><bdi>abc\u202Edef</bdi></h1>");
        assertThat(html.replace("<h1><bdi>abc\u202Edef</bdi></h1>", "")).doesNotContain("\u202E");
    }

    @Test
    void nothingIsFetchedAndNothingRuns() throws Exception {
        String html = page.html();
        String style = html.replaceFirst("(?s).*<style>(.*)</style>.*", "$1");
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(html)
                .contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' file:;"
                        + " style-src 'sha256-" + digest + "'; base-uri 'none'; form-action 'none'\"");
        assertThat(html).doesNotContainPattern("(?i)https?:|//[a-z]|<link|<script|\\son[a-z]+=|style=|@import|url\\(");
    }

    @Test
    void aMeterShowsHowMuchOfTheLimitIsUsed() throws Exception {
        String html = page.with(listing("'description':'" + "x".repeat(10) + "','shortTitle':'" + "y".repeat(51)
                        + "','features':['one','two','" + "z".repeat(201) + "'],'images':[{'fileName':'a.png',"
                        + "'imageType':'Screenshot','description':'caption','fileStatus':'Uploaded'}]"))
                .html();
        assertThat(html)
                .contains("<meter min=\"0\" max=\"10001\" low=\"9000\" high=\"10000\" optimum=\"0\" value=\"10\">")
                .contains("10 of 10,000 characters", "3 of 20 items", "201 of 200 characters", "7 of 200 characters");
        assertThat(html).containsPattern("class=\"meter over\"[^\n]*51 of 50 characters");
    }

    @Test
    void whatDiffersFromThePublishedDocumentIsMarked() throws Exception {
        String html = page.with(listing("'releaseNotes':'First edition','features':['one']"))
                .published()
                .with(listing(
                        "'description':'High water and all low water.','releaseNotes':'','shortDescription':'New'"))
                .html();
        assertThat(html)
                .contains("High water and<ins> all</ins> low water.")
                .containsPattern(
                        "(?s)<section class=\"block changed\">[^\n]*\n<div class=\"head\"><h2 lang=\"en\">Description")
                .containsPattern("(?s)<section class=\"block removed\">.*<del>First edition</del>")
                .contains("<div class=\"summary new\">")
                .doesNotContain("<h2 lang=\"en\">Features <span");
    }

    @Test
    void nothingIsMarkedWhereNothingWasPublishedOrNobodyWasAsked() throws Exception {
        assertThat(page.html()).doesNotContain("badge new", "badge changed");
        assertThat(page.neverPublished().html()).doesNotContain("badge new", "badge changed");
    }

    @Test
    void aFindingIsBesideItsText() throws Exception {
        String html = page.with("{'listings':{'de-de':{'baseListing':{'description':'Hochwasser'}}}}")
                .findings(new Findings(List.of(
                        new Finding("TXT-01", Severity.ERROR, "a", "line 3, " + EN + "description", "is wrong"),
                        new Finding(
                                "TXT-01", Severity.WARNING, "b", "/listings/de-de/baseListing/description", "Falsch"),
                        new Finding("CAP-01", Severity.WARNING, "app.msix", "", "asks for much"))))
                .html();
        assertThat(html)
                .containsPattern(
                        "(?s)<p>High water and low water.</p></div>\n\n<ul class=\"findings\"[^>]*><li class=\"error\">.{0,90}is wrong")
                .containsPattern("(?s)Other findings.*<code>app.msix</code> asks for much")
                .doesNotContain("Falsch")
                .contains("1 error, 2 warnings");
        assertThat(page.html("de-de.html")).contains("Falsch", "asks for much").doesNotContain("is wrong");
    }

    @Test
    void aFindingAboutAnImageIsBesideIt() throws Exception {
        Path image = PngImage.write(folder.resolve("day.png"), 800, 600);
        String html = page.with(listing("'images':[{'fileName':'images/1.png','imageType':'Screenshot',"
                        + "'description':'Today','fileStatus':'PendingUpload'}]"))
                .file("images/1.png", image)
                .findings(new Findings(List.of(new Finding("IMG-01", Severity.ERROR, "day.png", "", "is too small"))))
                .html();
        assertThat(html).containsPattern("(?s)<figure.*Today.*is too small.*</figure>");
    }

    @Test
    void eachLanguageHasAPageAndTheOthersAreLinked() throws Exception {
        Path pages = page.with("{'listings':{'ar-sa':{'baseListing':{'title':'\u062C\u062F\u0648\u0644'}},"
                        + "'../../x':{'baseListing':{}},'sd-deva':{'baseListing':{}}}}")
                .write();
        assertThat(names(pages)).containsExactly("ar-sa.html", "index.html", "language-2.html", "sd-deva.html");
        assertThat(Files.readString(pages.resolve("ar-sa.html")))
                .contains(
                        "<html lang=\"ar-sa\" dir=\"rtl\">",
                        "<a href=\"index.html\">",
                        "<a href=\"ar-sa.html\" aria-current=\"page\">")
                .contains("<header class=\"bar\" lang=\"en\" dir=\"ltr\">");
        assertThat(Files.readString(pages.resolve("sd-deva.html"))).contains("lang=\"sd-deva\" dir=\"ltr\"");
        assertThat(Files.readString(pages.resolve("language-2.html"))).contains("<html lang=\"und\" dir=\"ltr\">");
    }

    @Test
    void aLanguageThatIsRemovedIsNamed() throws Exception {
        assertThat(page.with("{'listings':{'fr-fr':{'baseListing':{'title':'Mar\u00E9es'}}}}")
                        .published()
                        .with("{'listings':{'fr-fr':null}}")
                        .html())
                .contains("<span class=\"code\">fr-fr</span><span class=\"badge removed\">removed</span>");
    }

    @Test
    void imagesAreCopiedByTheirContentAndThoseOfTheStoreAreNamed() throws Exception {
        Path one = PngImage.write(folder.resolve("one.png"), 1366, 768);
        Path same = PngImage.write(folder.resolve("same.PNG"), 1366, 768);
        Path video = Files.writeString(folder.resolve("no-image.html"), "<script>");
        Path pages = page.document(
                        listing("'images':[" + shot("one", "PendingUpload") + shot(",", "same", "PendingUpload")
                                + shot(",", "no-image", "PendingUpload") + shot(",", "shots/main.png", "Uploaded")
                                + shot(",", "old.png", "PendingDelete") + "]"))
                .file("one", one)
                .file("same", same)
                .file("no-image", video)
                .write();
        assertThat(names(pages.resolve("images"))).singleElement().asString().matches("[0-9a-f]{20}\\.png");
        assertThat(Files.readString(pages.resolve("index.html")))
                .contains("<bdi>shots/main.png</bdi><small>only in the Store, whose API returns no images</small>")
                .contains("<bdi>no-image</bdi><small>no image of this name is here</small>")
                .contains("removed</span> old.png");
        new PreviewFixture(folder).write();
        assertThat(names(pages.resolve("images"))).isEmpty();
    }

    @Test
    void theLogoOfThePackageStandsInForAnIconThatTheListingHasNot() throws Exception {
        Path logo = PngImage.write(folder.resolve("icon.png"), 300, 300);
        Path file = MsixBuilder.app()
                .file("assets/150.png", PngImage.header(150, 150))
                .write(folder.resolve("tide.msix"));
        page.packaged("tide.msix", new PackageReader().read(file)).file("icon", logo);

        String own = "<div class=\"icon\"><img src=\"images/"
                + FileContent.sha256(PngImage.header(150, 150)).substring(0, 20);
        assertThat(page.html()).contains(own);
        assertThat(page.with(listing("'images':[{'fileName':'icon','imageType':'Icon','fileStatus':'PendingUpload'}]"))
                        .html())
                .contains("<div class=\"icon\"><img")
                .doesNotContain(own);
    }

    @Test
    void wordsOfOursAreEnglishOnAPageOfAnotherLanguage() throws Exception {
        String html = page.document(
                        "{'visibility':'Public','trailers':[{'videoFileName':'week.mp4','trailerAssets':{'de-de':"
                                + "{'title':'Die Woche'}}}],'listings':{'de-de':{'baseListing':{'description':'Ebbe und Flut','images':["
                                + "{'fileName':'logo.png','imageType':'StoreLogo9x16','fileStatus':'PendingUpload'}]}}}}")
                .html();
        assertThat(html)
                .contains(
                        "<html lang=\"de-de\"",
                        "<h1><bdi><span lang=\"en\">app 9PTIDETABLE1</span></bdi></h1>",
                        "<span lang=\"en\">Trailer: </span>Die Woche</span>",
                        "<span class=\"caption\"><span lang=\"en\">StoreLogo9x16</span></span>")
                .containsPattern("Who finds it</dt><dd><span lang=\"en\">")
                .contains("<p>Ebbe und Flut</p>", "The headings are English on every page");
    }

    private static String shot(String name, String status) {
        return shot("", name, status);
    }

    private static String shot(String before, String name, String status) {
        return before + "{'fileName':'" + name + "','imageType':'Screenshot','fileStatus':'" + status + "'}";
    }

    @Test
    void paragraphsAreKept() throws Exception {
        assertThat(page.with(listing("'description':'One\\r\\n- two\\r\\n\\r\\nThree'"))
                        .html())
                .contains("<p>One\n- two</p><p>Three</p>");
    }

    @Test
    void aSecretOfTheBuildIsNotShown() throws Exception {
        assertThat(page.with(listing("'description':'The password is hunter2 & more'"))
                        .mask(text -> text.replace("hunter2 & more", "***"))
                        .html())
                .contains("The password is ***")
                .doesNotContain("hunter2");
    }

    @Test
    void priceAndTrialAreShownAsFarAsTheyAreKnown() throws Exception {
        assertThat(page.html()).contains("<span class=\"button\">Get</span> <span class=\"note\">free</span>");
        assertThat(page.with(
                                "{'pricing':{'priceId':'Tier1012','trialPeriod':'SevenDays','marketSpecificPricings':{'DE':'Free'}}}")
                        .html())
                .contains(
                        "Buy</span> <span class=\"note\">price: Tier1012, free trial: 7 days, other prices in 1 market</span>")
                .contains("(DE: Free)");
    }

    @Test
    void aDocumentWithoutAnythingGivesAPage() throws Exception {
        for (ProductType type : ProductType.values()) {
            assertThat(page.type(type).document("{}").html())
                    .contains("app 9PTIDETABLE1", "Other findings of the checks");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
