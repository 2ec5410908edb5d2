package io.github.storemaven.installer;

import io.github.storemaven.check.DocumentRules;
import io.github.storemaven.check.Finding;
import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.check.FindingCollector.Origin;
import io.github.storemaven.check.ImageRules;
import io.github.storemaven.check.InstallerFileRules;
import io.github.storemaven.check.InstallerProductRules;
import io.github.storemaven.check.InstallerRules;
import io.github.storemaven.document.ImageType;
import io.github.storemaven.document.Members;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.installer.InstallerRequest.LanguageImages;
import io.github.storemaven.json.Json;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.json.Pointer;
import io.github.storemaven.listing.PlainFile;
import io.github.storemaven.listing.StoreFolder;
import io.github.storemaven.listing.TextSource;
import io.github.storemaven.text.FileFailure;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.zip.FileContent;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Reads what a release asks for: the file of packages, the one of properties and availability, and the store folder that
 * apps have too, whose members have other names here (design, section 1). Nothing here needs the network.
 */
public final class InstallerRequestReader {
    private static final JsonObject NO_LISTINGS = Json.PROVIDER
            .createObjectBuilder()
            .add("listings", JsonValue.EMPTY_JSON_OBJECT)
            .build();

    /** The members of an app's listing that have one of their own here. */
    static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("description", "description"),
            Map.entry("releaseNotes", "whatsNew"),
            Map.entry("features", "productFeatures"),
            Map.entry("shortDescription", "shortDescription"),
            Map.entry("keywords", "searchTerms"),
            Map.entry("licenseTerms", "additionalLicenseTerms"),
            Map.entry("copyrightAndTrademarkInfo", "copyright"),
            Map.entry("devStudio", "developedBy"),
            Map.entry("sortTitle", "sortTitle"));

    private static final List<String> HARDWARE = List.of("minimumHardware", "recommendedHardware");

    private final Path folder;
    private final TextSource texts;
    private final TextSource values;
    private final FindingCollector report;
    private final Consumer<String> notices;

    /**
     * @param folder that the files of installers are relative to
     * @param texts what the text files of listings contain
     * @param values replaces what stands for values of the project in the two JSON files
     * @param report takes what is wrong
     * @param notices takes what is not sent
     */
    public InstallerRequestReader(
            Path folder, TextSource texts, TextSource values, FindingCollector report, Consumer<String> notices) {
        this.folder = folder;
        this.texts = texts;
        this.values = values;
        this.report = report;
        this.notices = notices;
    }

    /**
     * Reads all sources, and checks what can be checked offline.
     *
     * @param installersFile an array of packages; empty where there is none
     * @param productFile a merge patch; empty where there is none
     */
    public InstallerRequest read(Optional<Path> installersFile, Optional<Path> productFile, Path storeDirectory)
            throws IOException {
        List<JsonObject> packages = installersFile.isPresent() ? packages(installersFile.get()) : List.of();
        JsonObject product = productFile.isPresent() ? product(productFile.get()) : JsonValue.EMPTY_JSON_OBJECT;
        StoreFolder store = StoreFolder.readApp(storeDirectory, texts, report::add);
        JsonObject document = store.applyTo(NO_LISTINGS);
        new DocumentRules(ProductType.APP, Instant.now()).check(document, origin(store), report);
        Map<String, JsonObject> wanted = new TreeMap<>();
        Map<String, LanguageImages> images = new TreeMap<>();
        Members.objectOrEmpty(document, "listings").forEach((language, listing) -> {
            JsonObject base = Members.objectOrEmpty(listing.asJsonObject(), "baseListing");
            JsonObject members = members(language, base);
            if (!members.isEmpty()) {
                wanted.put(language, members);
            }
            images(language, base, store.files()).ifPresent(all -> images.put(language, all));
        });
        Map<String, Path> installers = installers(packages, installersFile);
        for (var installer : installers.entrySet()) {
            InstallerFileRules.check(
                    installer.getValue(), installersFile.orElseThrow().toString(), report);
        }
        return new InstallerRequest(packages, product, wanted, images, installers, store);
    }

    private static Origin origin(StoreFolder store) {
        return pointer -> store.origin(pointer).map(Path::toString).orElse(Finding.SUBMISSION);
    }

    private List<JsonObject> packages(Path file) {
        Optional<ParsedJson> read = json(file);
        if (read.isEmpty()) {
            return List.of();
        }
        boolean isList =
                read.get().value() instanceof JsonArray array && array.stream().allMatch(JsonObject.class::isInstance);
        if (!isList || read.get().value().asJsonArray().isEmpty()) {
            problem(file, "an array of package objects is expected, [{\"packageUrl\": \"https://...\", ...}]");
            return List.of();
        }
        JsonArray packages = read.get().value().asJsonArray();
        InstallerRules.check(packages, read.get()::locationOf, report);
        return Members.objects(packages);
    }

    private JsonObject product(Path file) {
        Optional<ParsedJson> read = json(file);
        if (read.isEmpty()) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        if (!(read.get().value() instanceof JsonObject product)) {
            problem(file, "an object with properties and availability is expected");
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        InstallerProductRules.check(product, read.get()::locationOf, report);
        return product;
    }

    /** The value of a file with its texts replaced; what cannot be read is a finding. */
    private Optional<ParsedJson> json(Path file) {
        try {
            Optional<String> unusable = PlainFile.problem(file);
            if (unusable.isPresent()) {
                problem(file, unusable.get());
                return Optional.empty();
            }
            ParsedJson written = ParsedJson.ofFile(file);
            List<Finding> wrong = new ArrayList<>();
            JsonValue value = replaced(written.value(), "", written, wrong);
            wrong.forEach(report::add);
            return wrong.isEmpty()
                    ? Optional.of(new ParsedJson(written.source(), value, written.locations()))
                    : Optional.empty();
        } catch (JsonSyntaxException wrong) {
            report.add(Finding.ofFile(wrong.source(), wrong.location(), wrong.reason()));
        } catch (IOException unreadable) {
            problem(file, FileFailure.sentence(unreadable));
        }
        return Optional.empty();
    }

    /** Text by text: a value of the project may hold quotes and backslashes, which are no JSON. */
    private JsonValue replaced(JsonValue value, String pointer, ParsedJson file, List<Finding> wrong) {
        if (value instanceof JsonString text) {
            return Json.PROVIDER.createValue(values.text(
                    text.getString(),
                    (line, message) -> wrong.add(Finding.ofFile(file.source(), line(file, pointer), message))));
        }
        if (value instanceof JsonObject object) {
            JsonObjectBuilder members = Json.PROVIDER.createObjectBuilder();
            object.forEach(
                    (name, member) -> members.add(name, replaced(member, Pointer.member(pointer, name), file, wrong)));
            return members.build();
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder items = Json.PROVIDER.createArrayBuilder();
            for (int index = 0; index < array.size(); index++) {
                items.add(replaced(array.get(index), Pointer.item(pointer, index), file, wrong));
            }
            return items.build();
        }
        return value;
    }

    private static String line(ParsedJson file, String pointer) {
        return Optional.ofNullable(file.locations().get(pointer))
                .map(location -> "line " + location.line())
                .orElse("");
    }

    private void problem(Path file, String message) {
        report.add(Finding.ofFile(file.toString(), "", message));
    }

    private Map<String, Path> installers(List<JsonObject> packages, Optional<Path> named) {
        Map<String, Path> files = new LinkedHashMap<>();
        for (JsonObject one : packages) {
            Optional<String> name = Members.text(one, InstallerPackage.FILE);
            if (name.isPresent()) {
                try {
                    files.put(InstallerPackage.url(one), folder.resolve(name.get()));
                } catch (InvalidPathException noPath) {
                    problem(
                            named.orElseThrow(),
                            "installerFile is \"" + ForeignText.oneLine(name.get())
                                    + "\", which is not a path of this system: " + noPath.getReason());
                }
            }
        }
        return files;
    }

    private JsonObject members(String language, JsonObject listing) {
        JsonObjectBuilder members = Json.PROVIDER.createObjectBuilder();
        JsonArrayBuilder requirements = Json.PROVIDER.createArrayBuilder();
        listing.forEach((name, value) -> {
            if (TEXTS.containsKey(name)) {
                members.add(TEXTS.get(name), value);
            } else if (HARDWARE.contains(name)) {
                requirements(name, value, requirements);
            } else if (!name.equals("images")) {
                notices.accept("listings/" + language + "/" + name
                        + ".txt is not sent: the listing of an MSI or EXE product has no such text");
            }
        });
        if (HARDWARE.stream().anyMatch(listing::containsKey)) {
            members.add("requirements", requirements);
        }
        return members.build();
    }

    private static void requirements(String name, JsonValue value, JsonArrayBuilder requirements) {
        if (value instanceof JsonArray items) {
            items.stream()
                    .filter(JsonString.class::isInstance)
                    .forEach(item ->
                            requirements.add(Json.PROVIDER.createObjectBuilder().add(name, item)));
        }
    }

    private Optional<LanguageImages> images(String language, JsonObject listing, Map<String, FileContent> files) {
        Map<String, List<FileContent>> byType = new LinkedHashMap<>();
        for (JsonObject entry : Members.objects(listing, "images")) {
            FileContent file = files.get(Members.text(entry, "fileName").orElse(""));
            String type = Members.text(entry, "imageType").orElse("");
            if (file != null) {
                new ImageRules(report).image(file, type);
                byType.computeIfAbsent(type, unused -> new ArrayList<>()).add(file);
            }
        }
        Optional<List<FileContent>> screenshots = take(byType, ImageType.SCREENSHOT);
        Optional<List<FileContent>> squares = take(byType, ImageType.STORE_LOGO_SQUARE);
        Optional<List<FileContent>> posters = take(byType, ImageType.STORE_LOGO_9X16);
        byType.keySet()
                .forEach(
                        type -> notices.accept(
                                "listings/" + language + "/images/" + type
                                        + " is not sent: an MSI or EXE product has only Screenshot, StoreLogoSquare and StoreLogo9x16"));
        return screenshots.isEmpty() && squares.isEmpty() && posters.isEmpty()
                ? Optional.empty()
                : Optional.of(new LanguageImages(screenshots, squares, posters));
    }

    private static Optional<List<FileContent>> take(Map<String, List<FileContent>> byType, ImageType type) {
        return Optional.ofNullable(byType.remove(type.storeName())).map(List::copyOf);
    }
}
