package io.github.storemaven.listing;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What the folder of an add-on asks for, {@code addons/<product id>/} of the store folder: {@code addon.json} (the
 * request that creates it), {@code submission.json} (a merge patch) and {@code listings/<language>/} with {@code
 * title.txt}, {@code description.txt} and {@code icon.png}. An icon is removed by {@code submission.json} alone.
 */
public final class AddonFolder {
    /** The request that creates the add-on (submission-api, 5.14). */
    static final String REQUEST = "addon.json";

    private static final List<String> KNOWN = List.of(REQUEST, RootFolder.SUBMISSION, RootFolder.LISTINGS);

    /** A name that every file system takes as it is, Windows included. */
    private static final Pattern FOLDER_NAME = Pattern.compile(
            "(?!(?i:con|prn|aux|nul|com\\d|lpt\\d)(\\.|$))[^<>:\"/\\\\|?*\\p{Cntrl}.][^<>:\"/\\\\|?*\\p{Cntrl}]*(?<![."
                    + " ])");

    private final Optional<Path> createRequest;
    private final List<LanguageFolder> languages;
    private final Origins origins = new Origins();

    private AddonFolder(RootFolder root, List<LanguageFolder> languages) {
        createRequest = root.get(REQUEST);
        this.languages = List.copyOf(languages);
        origins.addLanguages(languages, ListingKind.ADDON);
    }

    /**
     * Where the folder of an add-on is; empty for a product id that makes no folder name, whose folder must be named
     * by its path.
     */
    public static Optional<Path> of(Path storeDirectory, String productId) {
        return Optional.of(productId)
                .filter(id -> FOLDER_NAME.matcher(id).matches())
                .map(id -> storeDirectory.resolve(StoreFolder.ADDONS).resolve(id));
    }

    /**
     * Reads what can be read of a folder, as {@link StoreFolder#read} does; one that is missing asks for nothing.
     *
     * @param boundary that no link may lead out of: the store folder, or the add-on's where somebody has named it
     * @throws IOException when a file cannot be read
     */
    public static AddonFolder read(
            Path addonDirectory, Path boundary, TextSource texts, Consumer<ListingProblem> problems)
            throws IOException {
        FolderScan scan = new FolderScan(boundary);
        RootFolder root = new RootFolder(scan, addonDirectory, KNOWN);
        List<LanguageFolder> languages =
                new LanguageReader(scan, texts, ListingKind.ADDON).read(root.get(RootFolder.LISTINGS));
        scan.tell(problems);
        return new AddonFolder(root, languages);
    }

    /** The file with the request that creates the add-on, if there is one; it is not read here. */
    public Optional<Path> createRequest() {
        return createRequest;
    }

    /** Whether no text and no icon is asked for. */
    public boolean isEmpty() {
        return origins.all().isEmpty();
    }

    /** The add-on submission (submission-api, 6.5) with the texts and icons of the folder, all else as it is. */
    public JsonObject applyTo(JsonObject document) {
        return new ListingMerge(ListingKind.ADDON).apply(document, languages);
    }

    /** All icons by their name in the upload; to be sent are those that the wanted document calls pending. */
    public Map<String, Path> files() {
        Map<String, Path> files = new TreeMap<>();
        languages.stream()
                .flatMap(language -> language.icon().stream())
                .forEach(icon -> files.putIfAbsent(icon.zipName(), icon.file()));
        return Collections.unmodifiableMap(files);
    }

    /** The file that sets the path, or what the path is a part of; empty where the folder says nothing. */
    public Optional<Path> origin(String pointer) {
        return origins.of(pointer);
    }
}
