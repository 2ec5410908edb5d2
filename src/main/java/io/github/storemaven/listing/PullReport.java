package io.github.storemaven.listing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What writing a document into a folder did.
 *
 * @param written new files, and those overwritten because that was told
 * @param unchanged files that said the same already
 * @param refused files that say something else and were left alone
 * @param removed files of members that the Store has not, removed because overwriting was told
 * @param kept folders of languages that the Store has not; they stay, whatever was told
 * @param images what the Store has; it hands out no image, so none is written
 */
public record PullReport(
        List<Path> written,
        List<Path> unchanged,
        List<Path> refused,
        List<Path> removed,
        List<Path> kept,
        List<StoreImages> images) {
    public PullReport {
        written = List.copyOf(written);
        unchanged = List.copyOf(unchanged);
        refused = List.copyOf(refused);
        removed = List.copyOf(removed);
        kept = List.copyOf(kept);
        images = List.copyOf(images);
    }

    /**
     * The images or trailers of one kind that the Store has.
     *
     * @param language as the Store writes it; empty for trailers
     * @param type the image type, or {@code icon} or {@code trailers}
     * @param fileNames as the Store names them
     */
    public record StoreImages(String language, String type, List<String> fileNames) {
        public StoreImages {
            fileNames = List.copyOf(fileNames);
        }
    }

    /** Collects a report. */
    static final class Draft {
        final List<Path> written = new ArrayList<>();
        final List<Path> unchanged = new ArrayList<>();
        final List<Path> refused = new ArrayList<>();
        final List<Path> removed = new ArrayList<>();
        final List<Path> kept = new ArrayList<>();

        PullReport with(List<StoreImages> images) {
            return new PullReport(written, unchanged, refused, removed, kept, images);
        }
    }
}
