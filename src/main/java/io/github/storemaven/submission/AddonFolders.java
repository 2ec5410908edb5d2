package io.github.storemaven.submission;

import io.github.storemaven.check.AddonRules;
import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.document.Members;
import io.github.storemaven.json.Json;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.listing.FolderBoundary;
import io.github.storemaven.listing.PlainFile;
import io.github.storemaven.listing.StoreFolder;
import io.github.storemaven.text.FileFailure;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.NearestName;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders of the add-ons that a run is about: all of the store folder, or those that patterns select. */
public final class AddonFolders {
    private static final String CREATE_REQUEST = "addon.json";
    private static final String PRODUCT_ID = "productId";
    private static final String PRODUCT_TYPE = "productType";
    private static final String APPLICATION_IDS = "applicationIds";

    private final Path store;
    private final List<String> patterns;
    private final Optional<String> applicationId;

    /**
     * Folders of add-ons.
     *
     * @param store the store folder
     * @param patterns names of folders, with {@code *} and {@code ?}; empty for all
     * @param applicationId the app that all of them belong to
     */
    public AddonFolders(Path store, List<String> patterns, Optional<String> applicationId) {
        this.store = store;
        this.patterns = patterns;
        this.applicationId = applicationId;
    }

    /** Whether there is none at all. */
    public boolean isEmpty() throws IOException {
        return StoreFolder.addonDirectories(store).isEmpty();
    }

    /** The folders, by name; what is wrong with them, or with a pattern, is a problem. */
    public List<AddonFolder> find(ConfigurationProblems problems) throws IOException {
        List<Path> all = StoreFolder.addonDirectories(store);
        tellUnusable(problems);
        if (all.isEmpty()) {
            problems.add("There is no add-on to submit: " + store.resolve(StoreFolder.ADDONS)
                    + " has no folder. Make one for each add-on, named by its product id, with submission.json and"
                    + " listings/<language>/");
        }
        Map<String, Path> ids = new HashMap<>();
        List<AddonFolder> found = new ArrayList<>();
        FolderBoundary boundary = FolderBoundary.of(store);
        for (Path path : selected(all, problems)) {
            Optional<String> unheld = unheld(path, boundary);
            if (unheld.isPresent()) {
                problems.add(path + " " + unheld.get());
                continue;
            }
            AddonFolder folder = read(path, problems);
            found.add(folder);
            Path other = ids.putIfAbsent(folder.productId(), path);
            if (other != null) {
                problems.add(folder.name() + ": its productId, \"" + ForeignText.oneLine(folder.productId())
                        + "\", is that of addons/" + other.getFileName() + " as well");
            }
        }
        return found;
    }

    /** Why a folder is not read: what it contains would be shown by what is wrong with it. */
    private static Optional<String> unheld(Path folder, FolderBoundary boundary) throws IOException {
        try {
            return boundary.wouldHold(folder) && boundary.wouldHold(folder.resolve(CREATE_REQUEST))
                    ? Optional.empty()
                    : Optional.of("leads out of the folder; links may lead only to files in " + boundary.root());
        } catch (NoSuchFileException nowhere) {
            return Optional.of("has with " + CREATE_REQUEST + " a link that leads nowhere; remove it");
        }
    }

    /** What somebody meant as a folder, and what would be passed over. */
    private void tellUnusable(ConfigurationProblems problems) throws IOException {
        Path addons = store.resolve(StoreFolder.ADDONS);
        if (!Files.isDirectory(addons)) {
            return;
        }
        List<Path> others;
        try (Stream<Path> entries = Files.list(addons)) {
            others = entries.filter(entry -> !Files.isDirectory(entry)).sorted().toList();
        }
        for (Path other : others) {
            if (Files.isRegularFile(other)) {
                PlainFile.problem(other).ifPresent(link -> problems.add(other + " " + link));
            } else if (Files.isSymbolicLink(other)) {
                problems.add(other + " is a link that leads nowhere; remove it");
            }
        }
    }

    private List<Path> selected(List<Path> all, ConfigurationProblems problems) {
        if (patterns.isEmpty()) {
            return all;
        }
        List<AntPattern> wanted =
                patterns.stream().map(pattern -> new AntPattern(pattern, true)).toList();
        List<String> names =
                all.stream().map(path -> path.getFileName().toString()).toList();
        for (int i = 0; i < patterns.size() && !all.isEmpty(); i++) {
            if (names.stream().noneMatch(wanted.get(i)::matches)) {
                problems.add("store.addons names \"" + patterns.get(i) + "\", and no folder in "
                        + store.resolve(StoreFolder.ADDONS) + " has such a name"
                        + NearestName.of(patterns.get(i), names)
                                .map(near -> "; did you mean \"" + near + "\"?")
                                .orElse(""));
            }
        }
        return all.stream()
                .filter(path -> wanted.stream()
                        .anyMatch(pattern -> pattern.matches(path.getFileName().toString())))
                .toList();
    }

    private AddonFolder read(Path path, ConfigurationProblems problems) {
        ConfigurationProblems own = new ConfigurationProblems();
        Optional<ParsedJson> file = request(path.resolve(CREATE_REQUEST), own);
        JsonObject request = file.map(read -> read.value().asJsonObject()).orElse(JsonValue.EMPTY_JSON_OBJECT);
        String productId = Members.text(request, PRODUCT_ID)
                .orElseGet(() -> path.getFileName().toString());
        check(withProductId(request, productId), file, path, own);
        AddonFolder folder = new AddonFolder(path, productId, Members.text(request, PRODUCT_TYPE));
        own.lines().forEach(line -> problems.add(folder.name() + ": " + line));
        return folder;
    }

    private static JsonObject withProductId(JsonObject request, String productId) {
        return Members.value(request, PRODUCT_ID).isPresent()
                ? request
                : Json.PROVIDER
                        .createObjectBuilder(request)
                        .add(PRODUCT_ID, productId)
                        .build();
    }

    private void check(JsonObject request, Optional<ParsedJson> file, Path path, ConfigurationProblems own) {
        FindingCollector report = new FindingCollector();
        new AddonRules.Request()
                .check(
                        request,
                        pointer -> file.filter(read -> read.locations().containsKey(pointer))
                                .map(read -> read.locationOf(pointer))
                                .orElseGet(path::toString),
                        report);
        report.findings().errors().forEach(finding -> own.add(finding.text()));
        List<String> apps = Members.value(request, APPLICATION_IDS).stream()
                .filter(value -> value.getValueType() == JsonValue.ValueType.ARRAY)
                .flatMap(value -> value.asJsonArray().stream())
                .map(value -> value.toString().replace("\"", ""))
                .toList();
        if (applicationId.isPresent() && !apps.isEmpty() && !apps.equals(List.of(applicationId.get()))) {
            own.add(CREATE_REQUEST + " has other applicationIds, " + ForeignText.list(apps)
                    + ", than store.applicationId, which is " + applicationId.get());
        }
    }

    private Optional<ParsedJson> request(Path file, ConfigurationProblems own) {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            Optional<String> unusable = PlainFile.problem(file);
            if (unusable.isPresent()) {
                own.add(CREATE_REQUEST + " " + unusable.get());
                return Optional.empty();
            }
            ParsedJson read = ParsedJson.ofFile(file);
            read.object();
            return Optional.of(read);
        } catch (JsonSyntaxException wrong) {
            own.add(wrong.getMessage());
        } catch (IOException unreadable) {
            own.add(CREATE_REQUEST + " cannot be read: " + FileFailure.sentence(unreadable));
        }
        return Optional.empty();
    }

    /** The request that creates the add-on. */
    static JsonObject createRequest(AddonFolder folder, String applicationId) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add(APPLICATION_IDS, Json.PROVIDER.createArrayBuilder().add(applicationId))
                .add(PRODUCT_ID, folder.productId())
                .add(PRODUCT_TYPE, folder.productType().orElseThrow())
                .build();
    }
}
