package io.github.storemaven.preview;

import io.github.storemaven.check.Findings;
import io.github.storemaven.check.Severity;
import io.github.storemaven.document.Node;
import io.github.storemaven.json.Pointer;
import io.github.storemaven.preview.PublishedDifferences.Mark;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.ReplacedFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Writes a page of what customers will see for each language, {@code index.html} for the first one, with links between them and
 * the images beside them. No page has a script, and none fetches anything.
 */
public final class Preview {
    /** Below the folder of the results. */
    private static final String PAGE = "preview/index.html";

    private static final String LISTINGS = "/listings";

    private final PreviewRequest request;
    private final PageTemplate template;
    private final PublishedDifferences marks;
    private final List<String> languages;
    private final ImageCopies copies;
    private final Path folder;

    private Preview(PreviewRequest request, Path folder) {
        this.request = request;
        this.folder = folder;
        this.template = new PageTemplate(request.mask());
        this.marks = new PublishedDifferences(request.published(), request.document());
        this.copies = new ImageCopies(folder);
        this.languages = Node.root(request.document())
                .member("listings")
                .members()
                .filter(Node::isGiven)
                .map(Node::name)
                .toList();
    }

    /**
     * Writes the pages, and removes those of an earlier run.
     *
     * @param output the folder of the results
     * @return what was written, for a log
     */
    public static String write(PreviewRequest request, Path output) throws IOException {
        Path page = output.resolve(PAGE);
        Preview preview = new Preview(request, page.getParent());
        preview.removeOld();
        preview.write();
        int pages = Math.max(1, preview.languages.size());
        int images = preview.copies.count();
        return page + " (" + pages + (pages == 1 ? " page, " : " pages, ") + images
                + (images == 1 ? " image)" : " images)");
    }

    /** The first page of an earlier run, where it is about this product; empty where there is none. */
    public static Optional<Path> find(Path output, String product) throws IOException {
        Path page = output.resolve(PAGE);
        String head = new PageTemplate(UnaryOperator.identity())
                .fragment("product")
                .with("product", ForeignText.oneLine(product))
                .html()
                .markup();
        return Files.isRegularFile(page) && Files.readString(page).contains(head)
                ? Optional.of(page)
                : Optional.empty();
    }

    /** A link in the place of a folder is replaced and not followed: what it leads to is not ours. */
    private void removeOld() throws IOException {
        for (Path own : List.of(folder, folder.resolve(ImageCopies.FOLDER))) {
            if (Files.isSymbolicLink(own)) {
                Files.delete(own);
            }
        }
        remove(folder, "*.html");
        remove(folder.resolve(ImageCopies.FOLDER), "*.{png,jpg,jpeg}");
    }

    private static void remove(Path folder, String names) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
    }

    private void write() throws IOException {
        for (int number = 0; number < Math.max(1, languages.size()); number++) {
            String language = number < languages.size() ? languages.get(number) : "en";
            ReplacedFile.write(
                    folder.resolve(new LanguageName(language).page(number)),
                    page(language).markup());
        }
    }

    private Html page(String language) throws IOException {
        LanguageName name = new LanguageName(language);
        PlacedFindings findings = new PlacedFindings(request.findings(), request.folder());
        Blocks blocks = new Blocks(request.type(), template, marks, findings, language);
        Html body = new ListingPage(request, blocks, language, copies).body();
        Html rest = rest(blocks, findings, language);
        return template.page()
                .with("language", name.tag())
                .with("direction", name.direction())
                .with("title", "Preview of " + ForeignText.oneLine(request.product()) + ", " + name.text())
                .with(
                        "product",
                        template.fragment("product")
                                .with("product", ForeignText.oneLine(request.product()))
                                .html())
                .with("basis", request.basis())
                .with("counts", counts())
                .with("languages", navigation(language))
                .with("body", Html.joined(body, rest))
                .html();
    }

    /** What was found and has no place on this page, nor on that of another language. */
    private Html rest(Blocks blocks, PlacedFindings findings, String language) {
        String own = Pointer.member(LISTINGS, language);
        var left = findings.rest(pointer -> isOfAnotherLanguage(pointer, own));
        Html lines = left.isEmpty()
                ? template.fragment("absent")
                        .with("text", request.findings().all().isEmpty() ? "None." : "None but those beside the texts.")
                        .html()
                : blocks.located(left);
        return template.fragment("all-findings")
                .with("heading", "Other findings of the checks")
                .with("findings", lines)
                .html();
    }

    private boolean isOfAnotherLanguage(String pointer, String own) {
        return !Pointers.isAtOrBelow(pointer, own)
                && languages.stream()
                        .map(language -> Pointer.member(LISTINGS, language))
                        .anyMatch(listing -> Pointers.isAtOrBelow(pointer, listing));
    }

    private Html counts() {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = request.findings().all().stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            if (count > 0) {
                parts.add(counted(count, severity.name().toLowerCase(Locale.ROOT)));
            }
        }
        return template.fragment("counts-link")
                .with("text", parts.isEmpty() ? "No findings" : String.join(", ", parts))
                .html();
    }

    private static String counted(long count, String word) {
        String plural = count == 1 ? "" : "s";
        return word.equals("advice") ? count + " piece" + plural + " of advice" : count + " " + word + plural;
    }

    private Html navigation(String current) {
        StringBuilder links = new StringBuilder();
        for (int number = 0; number < languages.size(); number++) {
            String language = languages.get(number);
            LanguageName name = new LanguageName(language);
            links.append(template.fragment("language")
                    .with("page", name.page(number))
                    .with(
                            "current",
                            language.equals(current)
                                    ? template.fragment("current").html()
                                    : Html.NONE)
                    .with("language", name.tag())
                    .with("name", name.text())
                    .with("code", ForeignText.oneLine(language))
                    .with("badges", badges(language))
                    .html()
                    .markup());
        }
        marks.publishedMembers("listings").stream()
                .filter(language -> languages.stream().noneMatch(language::equalsIgnoreCase))
                .map(LanguageName::new)
                .forEach(name -> links.append(template.fragment("removed-language")
                        .with("language", name.tag())
                        .with("name", name.text())
                        .with("code", ForeignText.oneLine(name.code()))
                        .html()
                        .markup()));
        return links.isEmpty()
                ? Html.NONE
                : template.fragment("languages")
                        .with("links", new Html(links.toString()))
                        .html();
    }

    /** How much a language's page has to show: whether it is new or changed, the findings of each severity. */
    private Html badges(String language) {
        String pointer = Pointer.member(LISTINGS, language);
        StringBuilder badges = new StringBuilder();
        Mark mark = marks.at(pointer);
        if (mark != Mark.SAME) {
            badges.append(count(mark.word(), mark.word()).markup());
        }
        for (Severity severity : Severity.values()) {
            Findings of = new Findings(request.findings().all().stream()
                    .filter(finding -> finding.severity() == severity)
                    .toList());
            long count = PlacedFindings.count(of, pointer);
            String word = severity.name().toLowerCase(Locale.ROOT);
            if (count > 0) {
                badges.append(count(word, counted(count, word)).markup());
            }
        }
        return new Html(badges.toString());
    }

    private Html count(String kind, String text) {
        return template.fragment("count").with("kind", kind).with("count", text).html();
    }
}
