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

/**
 * What the store folder of an app asks for (design, section 1), read once; it knows nothing about the Store.
 *
 * <p>{@code listings/<language>/} has a file for each text or list, named after its member, and {@code
 * images/<type>/}. {@code trailers/<name>/} has a video, {@code <language>.txt} (title) and {@code <language>.png}
 * (thumbnail), and is the whole truth about its trailer; a trailer without a folder stays, until {@code
 * trailers/remove.txt} names its video, one {@code videoFileName} of the Store's document a line, or a file {@code
 * trailers/none} removes all.
 */
public final class StoreFolder {
    static final String TRAILERS = "trailers";
    static final String ADDONS = "addons";

    private static final List<String> KNOWN = List.of(RootFolder.SUBMISSION, RootFolder.LISTINGS, TRAILERS, ADDONS);

    private final List<LanguageFolder> languages;
    private final Trailers trailers;
    private final Origins origins = new Origins();

    private StoreFolder(List<LanguageFolder> languages, Trailers trailers, Optional<Path> trailerDirectory) {
        this.languages = List.copyOf(languages);
        this.trailers = trailers;
        origins.addLanguages(languages, ListingKind.APP);
        if (!trailers.isEmpty()) {
            trailerDirectory.ifPresent(directory -> origins.add("/trailers", directory));
        }
    }

    /**
     * Reads what can be read of a folder, so that the rest of it can be checked too; what has problems is not to be
     * released. One that is missing asks for nothing; {@code submission.json} and {@code addons} are left to others.
     *
     * @param storeDirectory for example {@code src/store}
     * @param texts what the text files say
     * @param problems takes all that is wrong with the folder
     * @throws IOException when a file cannot be read
     */
    public static StoreFolder read(Path storeDirectory, TextSource texts, Consumer<ListingProblem> problems)
            throws IOException {
        FolderScan scan = new FolderScan(storeDirectory);
        RootFolder root = new RootFolder(scan, storeDirectory, KNOWN);
        List<LanguageFolder> languages =
                new LanguageReader(scan, texts, ListingKind.APP).read(root.get(RootFolder.LISTINGS));
        Optional<Path> trailerDirectory = root.get(TRAILERS);
        Trailers trailers = trailerDirectory.isPresent()
                ? new TrailerReader(scan, texts).read(trailerDirectory.get())
                : Trailers.NOTHING;
        scan.tell(problems);
        return new StoreFolder(languages, trailers, trailerDirectory);
    }

    /** Whether nothing is asked for. */
    public boolean isEmpty() {
        return origins.all().isEmpty();
    }

    /**
     * The document with all that the folder asks for; the same one if it has that already. Names, order, unknown
     * members and everything without a file stay as they are.
     *
     * @param document an app submission of the Store (submission-api, 6.7), a published one or a draft
     */
    public JsonObject applyTo(JsonObject document) {
        return TrailerMerge.apply(new ListingMerge(ListingKind.APP).apply(document, languages), trailers);
    }

    /**
     * All pictures and videos by their name in the upload, with forward slashes. To be sent are those that the wanted
     * document calls {@code PendingUpload}, and those of trailers without ids.
     */
    public Map<String, Path> files() {
        Map<String, Path> files = new TreeMap<>();
        languages.stream()
                .flatMap(language -> language.images().stream())
                .flatMap(images -> images.pictures().stream())
                .forEach(picture -> files.putIfAbsent(picture.zipName(), picture.file()));
        for (TrailerFolder trailer : trailers.folders()) {
            files.put(trailer.zipName(), trailer.video());
            trailer.languages()
                    .values()
                    .forEach(one -> files.putIfAbsent(
                            one.thumbnail().zipName(), one.thumbnail().file()));
        }
        return Collections.unmodifiableMap(files);
    }

    /** The file or folder that sets the path, or what the path is a part of; empty where the folder says nothing. */
    public Optional<Path> origin(String pointer) {
        return origins.of(pointer);
    }
}
