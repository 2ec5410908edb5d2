package io.github.storemaven.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The readers under mutation, one class each in the package of its reader, and the inputs that the repository keeps for each. */
final class FuzzTargets {
    private static final Path CORPUS = Path.of("src", "test", "resources", "io", "github", "storemaven", "fuzz");
    private static final String HOME = "io.github.storemaven.";

    private static final List<String> NAMES = List.of(
            "json.JsonFuzz",
            "msix.PackageFuzz",
            "msix.ManifestFuzz",
            "check.ImageFuzz",
            "credential.KeyFileFuzz",
            "credential.TokenResponseFuzz",
            "service.StoreErrorFuzz",
            "transfer.StorageResponseFuzz",
            "listing.ChangelogFuzz",
            "listing.StoreFolderFuzz",
            "installer.InstallerFilesFuzz",
            "installer.InstallerAnswersFuzz",
            "submission.AddonFoldersFuzz");

    private FuzzTargets() {}

    static Stream<String> classNames() {
        return NAMES.stream().map(HOME::concat);
    }

    /** The folder with the seeds of a target and all inputs that once broke it. */
    static Path corpus(String className) {
        return CORPUS.resolve(className.substring(className.lastIndexOf('.') + 1));
    }

    static List<Path> inputs(String className) {
        try (Stream<Path> files = Files.list(corpus(className))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a target one input; whatever it throws is a fault of the reader. */
    static void run(String className, byte[] input) throws Throwable {
        try {
            Class.forName(className)
                    .getMethod("fuzzerTestOneInput", byte[].class)
                    .invoke(null, (Object) input);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
