package io.github.storemaven.preview;

import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.check.Findings;
import io.github.storemaven.document.MergePatch;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.testing.Documents;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A page of a made-up product, varied by what a test is about. */
final class PreviewFixture {
    private static final String APP = "{'applicationCategory':'Productivity','pricing':{'priceId':'Free'},"
            + "'visibility':'Public','listings':{'en-us':{'baseListing':{'title':'Tide Table',"
            + "'description':'High water and low water.','images':[]}}}}";

    private final Path folder;
    private final Map<String, Path> files = new HashMap<>();
    private final Map<String, PackageInfo> packages = new HashMap<>();
    private ProductType type = ProductType.APP;
    private JsonObject document = Documents.json(APP);
    private Optional<JsonObject> published = Optional.empty();
    private Findings findings = new FindingCollector().findings();
    private UnaryOperator<String> mask = UnaryOperator.identity();
    private String product = "app 9PTIDETABLE1";

    /** @param folder for sources and pages */
    PreviewFixture(Path folder) {
        this.folder = folder;
    }

    PreviewFixture type(ProductType other) {
        type = other;
        return this;
    }

    PreviewFixture product(String name) {
        product = name;
        return this;
    }

    /** A document in place of the usual one; quotes may be single. */
    PreviewFixture document(String json) {
        document = Documents.json(json);
        return this;
    }

    PreviewFixture with(String patch) {
        document = MergePatch.apply(document, Documents.json(patch));
        return this;
    }

    /** What is published is the document as it is now; what is changed from here on is marked. */
    PreviewFixture published() {
        published = Optional.of(document);
        return this;
    }

    PreviewFixture neverPublished() {
        published = Optional.of(Documents.json("{}"));
        return this;
    }

    PreviewFixture file(String name, Path file) {
        files.put(name, file);
        return this;
    }

    PreviewFixture packaged(String name, PackageInfo info) {
        packages.put(name, info);
        return this;
    }

    PreviewFixture findings(Findings all) {
        findings = all;
        return this;
    }

    PreviewFixture mask(UnaryOperator<String> other) {
        mask = other;
        return this;
    }

    /** Writes the pages; the folder that has them. */
    Path write() throws IOException {
        Path output = folder.resolve("store");
        Preview.write(
                new PreviewRequest(
                        type,
                        product,
                        document,
                        published,
                        "Made for a test.",
                        name -> Optional.ofNullable(files.get(name)),
                        packages,
                        findings,
                        folder,
                        mask),
                output);
        return output.resolve("preview");
    }

    String html() throws IOException {
        return html("index.html");
    }

    String html(String page) throws IOException {
        return Files.readString(write().resolve(page));
    }
}
