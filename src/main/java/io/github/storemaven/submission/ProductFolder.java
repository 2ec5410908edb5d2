package io.github.storemaven.submission;

import io.github.storemaven.listing.EntryCase;
import io.github.storemaven.listing.StoreFolder;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the texts and images of a product are on this machine: the store folder for an app, the add-on's own for an add-on,
 * none for a flight, which has no listing.
 *
 * @param store the store folder
 * @param isStoreNamed whether somebody has named it
 * @param addon the add-on's folder where somebody has named it
 */
public record ProductFolder(Path store, boolean isStoreNamed, Optional<Path> addon) {
    private static final String FILE = "submission.json";

    /**
     * A folder that is named has to be there; without its texts something else would be released.
     *
     * @param base from which folders in it are named
     */
    public void check(ProductSelector product, Path base, ConfigurationProblems problems) {
        if (!product.isFlight() && isStoreNamed) {
            need(store, base, "storeDirectory", problems);
        }
        if (product.isAddon()) {
            addon.ifPresent(folder -> need(folder, base, "addonDirectory", problems));
        }
    }

    /** What is wrong with folders that somebody has named, whatever the product; those in a base are named from it. */
    public void checkAll(Path base, ConfigurationProblems problems) {
        if (isStoreNamed) {
            need(store, base, "storeDirectory", problems);
        }
        addon.ifPresent(folder -> need(folder, base, "addonDirectory", problems));
    }

    private static void need(Path folder, Path base, String parameter, ConfigurationProblems problems) {
        String named = RequestProblems.below(base, folder);
        if (Files.notExists(folder)) {
            problems.add("store." + parameter + " names " + named + ", which does not exist" + near(folder, named));
        } else if (!Files.isDirectory(folder)) {
            problems.add("store." + parameter + " names " + named + ", which is not a folder");
        }
    }

    /** The folder beside it that may be meant, spelled like the one that is named. */
    static String near(Path folder, String named) {
        String parent = named.substring(0, Math.max(named.lastIndexOf('/'), named.lastIndexOf('\\')) + 1);
        try (Stream<Path> beside = Files.list(folder.toAbsolutePath().getParent())) {
            List<String> names = beside.filter(Files::isDirectory)
                    .map(one -> one.getFileName().toString())
                    .toList();
            return NearestName.of(folder.getFileName().toString(), names)
                    .map(name -> "; did you mean " + parent + ForeignText.oneLine(name) + "?")
                    .orElse("");
        } catch (IOException none) {
            return "";
        }
    }

    /** Where the submission file of this product usually is; a flight has none, since its members are others. */
    Optional<Path> usualSubmissionFile(ProductSelector product) {
        if (product.isFlight()) {
            return Optional.empty();
        }
        return (product.isAddon() ? ofAddon(product.addonProductId()) : Optional.of(store))
                .map(folder -> folder.resolve(FILE));
    }

    /** The folder of an app's screenshots in a language, spelled as it is there. */
    Path screenshots(String language) {
        Path listings = store.resolve("listings");
        String[] there = listings.toFile().list((parent, name) -> name.equalsIgnoreCase(language));
        String folder = there == null || there.length == 0 ? language : there[0];
        return listings.resolve(folder).resolve("images").resolve("Screenshot");
    }

    /** The folder of an add-on: the one that is named, else by its product id where that makes a folder name. */
    public Optional<Path> ofAddon(Optional<String> productId) {
        return addon.or(() -> productId.flatMap(id -> StoreFolder.addonDirectory(store, id)));
    }

    /** What no link of an add-on's folder may lead out of: its own folder where somebody has named it, else the store folder. */
    public Path boundaryOfAddon() {
        return addon.orElse(store);
    }

    /** What no link of the product's folder may lead out of. */
    Path boundary(ProductSelector product) {
        return product.isAddon() ? boundaryOfAddon() : store;
    }

    /**
     * What is wrong where a folder has another case than is wanted: Windows and macOS would read it, Linux passes over it in
     * silence.
     */
    public static Optional<String> wrongCase(Path root, Path wanted) throws IOException {
        return EntryCase.differing(root, wanted).map(other -> other + " " + wrongCase(wanted));
    }

    static String wrongCase(Path wanted) {
        return "is not read, since its name differs in case from " + wanted + "; rename it";
    }
}
