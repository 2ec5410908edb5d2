package io.github.storemaven.listing;

import io.github.storemaven.check.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Folders that a test reads as a whole: what is wrong with one is thrown. */
public final class Folders {
    private Folders() {}

    public static StoreFolder app(Path folder, TextSource texts) throws InvalidListingException, IOException {
        List<Finding> problems = new ArrayList<>();
        StoreFolder read = StoreFolder.readApp(folder, texts, problems::add);
        throwIfAny(problems);
        return read;
    }

    static StoreFolder addon(Path folder, TextSource texts) throws InvalidListingException, IOException {
        List<Finding> problems = new ArrayList<>();
        StoreFolder read = StoreFolder.readAddon(folder, folder, texts, problems::add);
        throwIfAny(problems);
        return read;
    }

    private static void throwIfAny(List<Finding> problems) throws InvalidListingException {
        if (!problems.isEmpty()) {
            throw new InvalidListingException(problems);
        }
    }
}
