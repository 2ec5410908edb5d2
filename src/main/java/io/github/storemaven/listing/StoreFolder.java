package io.github.storemaven.listing;

import io.github.storemaven.check.Finding;
import io.github.storemaven.document.ProductType;
import io.github.storemaven.document.StoreLanguages;
import io.github.storemaven.zip.FileContent;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the folder of an app or an add-on asks for (design, section 1), read once; it knows nothing about the Store.
 *
 * <p>{@code listings/<language>/} has a file for each text or list, named after its member, and {@code images/<type>/},
 * or {@code icon.png} of an add-on. {@code trailers/<name>/} of an app has a video, {@code <language>.txt} (title) and
 * {@code <language>.png} (thumbnail), and is the complete list for its trailer; a trailer without a folder stays, until
 * {@code trailers/remove.txt} names its video, one {@code videoFileName} of the Store's document a line, or a file {@code
 * trailers/none} removes all. The folder of an add-on is {@code addons/<product id>/}; it may have {@code addon.json}, the
 * request that creates it. {@code submission.json} and {@code addons} are read by others.
 */
public final class StoreFolder {
    static final String TRAILERS = "trailers";
    /** The folder below the store folder that has one for each add-on. */
    public static final String ADDONS = "addons";

    /** The request that creates an add-on (submission-api, 5.14). */
    static final String CREATE_REQUEST = "addon.json";

    private static final String TITLE = "title.txt";
    private static final List<String> OF_APP = List.of(RootFolder.SUBMISSION, RootFolder.LISTINGS, TRAILERS, ADDONS);
    private static final List<String> OF_ADDON = List.of(CREATE_REQUEST, RootFolder.SUBMISSION, RootFolder.LISTINGS);

    /** A name that every file system takes as it is, Windows included. */
    private static final Pattern FOLDER_NAME = Pattern.compile(
            "(?!(?i:con|prn|aux|nul|com\\d|lpt\\d)(\\.|$))[^<>:\"/\\\\|?*\\p{Cntrl}.][^<>:\"/\\\\|?*\\p{Cntrl}]*(?<![."
                    + " ])");

    private final ProductType type;
    private final List<LanguageFolder> languages;
    private final TrailerFolder.All trailers;
    private final Optional<Path> createRequest;
    private final PathSources origins = new PathSources();

    private StoreFolder(ProductType type, RootFolder root, List<LanguageFolder> languages, TrailerFolder.All trailers) {
        this.type = type;
        this.languages = List.copyOf(languages);
        this.trailers = trailers;
        this.createRequest = root.get(CREATE_REQUEST);
        origins.addLanguages(languages, type);
        if (!trailers.isEmpty()) {
            root.get(TRAILERS).ifPresent(directory -> origins.add("/trailers", directory));
        }
    }

    /**
     * Reads what can be read of an app's folder, so that the rest of it can be checked too; what has problems is not to be
     * released. One that is missing asks for nothing.
     *
     * @param storeDirectory for example {@code src/store}
     * @param texts what the text files contain
     * @param problems takes all that is wrong with the folder
     * @throws IOException when a file cannot be read
     */
    public static StoreFolder readApp(Path storeDirectory, TextSource texts, Consumer<Finding> problems)
            throws IOException {
        FolderScan scan = new FolderScan(storeDirectory);
        RootFolder root = new RootFolder(scan, storeDirectory, OF_APP);
        List<LanguageFolder> languages =
                new LanguageFolder.Reader(scan, texts, ProductType.APP).read(root.get(RootFolder.LISTINGS));
        Optional<Path> trailers = root.get(TRAILERS);
        TrailerFolder.All read = trailers.isPresent()
                ? new TrailerFolder.Reader(scan, texts).read(trailers.get())
                : TrailerFolder.All.NOTHING;
        scan.tell(problems);
        return new StoreFolder(ProductType.APP, root, languages, read);
    }

    /**
     * The same for the folder of an add-on.
     *
     * @param boundary that no link may lead out of: the store folder, or the add-on's where somebody has named it
     * @throws IOException when a file cannot be read
     */
    public static StoreFolder readAddon(
            Path addonDirectory, Path boundary, TextSource texts, Consumer<Finding> problems) throws IOException {
        FolderScan scan = new FolderScan(boundary);
        RootFolder root = new RootFolder(scan, addonDirectory, OF_ADDON);
        List<LanguageFolder> languages =
                new LanguageFolder.Reader(scan, texts, ProductType.ADDON).read(root.get(RootFolder.LISTINGS));
        scan.tell(problems);
        return new StoreFolder(ProductType.ADDON, root, languages, TrailerFolder.All.NOTHING);
    }

    /**
     * The languages of an app's listings, by name, whose name in the Store is the package's: those whose folder has no
     * {@code title.txt}. What is wrong with the folder is told by {@link #readApp}.
     */
    public static List<String> languagesWithoutTitle(Path storeDirectory) throws IOException {
        Path listings = storeDirectory.resolve(RootFolder.LISTINGS);
        if (!Files.isDirectory(listings)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(listings)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> Files.notExists(folder.resolve(TITLE)))
                    .flatMap(folder -> StoreLanguages.canonical(FolderScan.name(folder)).stream())
                    .sorted()
                    .toList();
        }
    }

    /**
     * Where the folder of an add-on is; empty for a product id that makes no folder name, whose folder must be named
     * by its path.
     */
    public static Optional<Path> addonDirectory(Path storeDirectory, String productId) {
        return Optional.of(productId)
                .filter(id -> FOLDER_NAME.matcher(id).matches())
                .map(id -> storeDirectory.resolve(ADDONS).resolve(id));
    }

    /** The folders of add-ons in a store folder, by name; hidden ones are left out. */
    public static List<Path> addonDirectories(Path storeDirectory) throws IOException {
        Path addons = storeDirectory.resolve(ADDONS);
        if (!Files.isDirectory(addons)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(addons)) {
            return folders.filter(folder -> !FolderScan.name(folder).startsWith("."))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }

    /** The file with the request that creates an add-on, if there is one; it is not read here. */
    public Optional<Path> createRequest() {
        return createRequest;
    }

    /** Whether nothing is asked for. */
    public boolean isEmpty() {
        return origins.all().isEmpty();
    }

    /**
     * The document with all that the folder asks for; the same one if it has that already. Names, order, unknown
     * members and everything without a file stay as they are.
     *
     * @param document a submission of the Store (submission-api, 6.5 and 6.7), a published one or a draft
     */
    public JsonObject applyTo(JsonObject document) {
        return TrailerMerge.apply(new ListingMerge(type).apply(document, languages), trailers);
    }

    /**
     * All images and videos by their name in the upload, with forward slashes. To be sent are those that the wanted
     * document calls {@code PendingUpload}, and those of trailers without ids.
     */
    public Map<String, FileContent> files() {
        Map<String, FileContent> files = new TreeMap<>();
        languages.stream()
                .flatMap(language -> Stream.concat(
                        language.icon().stream(),
                        language.images().stream().flatMap(folder -> folder.images().stream())))
                .forEach(image -> files.putIfAbsent(image.uploadName(), image.content()));
        for (TrailerFolder trailer : trailers.folders()) {
            files.put(trailer.uploadName(), trailer.video());
            trailer.languages()
                    .values()
                    .forEach(one -> files.putIfAbsent(
                            one.thumbnail().uploadName(), one.thumbnail().content()));
        }
        return Collections.unmodifiableMap(files);
    }

    /** The file or folder that sets the path, or what the path is a part of; empty where the folder says nothing. */
    public Optional<Path> origin(String pointer) {
        return origins.of(pointer);
    }
}
