package io.github.storemaven.goal;

import io.github.storemaven.msix.build.AppImage;
import io.github.storemaven.msix.build.AppImageFolder;
import io.github.storemaven.msix.build.AppImageReader;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.text.ForeignText;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The app images of a project: those that are named, else what jpackage made below the build directory. */
final class PackageImages {
    private final PackageMojo mojo;
    private final ConfigurationProblems problems;
    private final Optional<String> launcher;
    private final List<Path> folders;
    private final boolean isNamed;

    private PackageImages(PackageMojo mojo, ConfigurationProblems problems) throws IOException {
        this.mojo = mojo;
        this.problems = problems;
        this.launcher = ConfigurationProblems.given(mojo.launcher);
        List<String> named = ConfigurationProblems.given(mojo.images);
        this.isNamed = !named.isEmpty();
        this.folders = isNamed ? resolved(named) : searched();
    }

    /** Looks for them; what is wrong is a problem. */
    static PackageImages find(PackageMojo mojo, ConfigurationProblems problems) throws IOException {
        return new PackageImages(mojo, problems);
    }

    /** Whether none is named, and nothing like an image was found. */
    boolean isEmpty() {
        return !isNamed && folders.isEmpty() && problems.lines().isEmpty();
    }

    /** Reads them all, at most one of an architecture. */
    List<AppImage> read() throws IOException {
        if (isEmpty()) {
            problems.add("There is no app image below " + mojo.buildDirectory()
                    + ", two levels deep: have jpackage make one on Windows with --type app-image before this goal runs, or"
                    + " name its folder in <images>. A build without a package sets \"-Dstore.package.skip=true\"");
        }
        List<AppImage> images = new ArrayList<>();
        for (Path folder : folders) {
            AppImageReader.read(folder, launcher, problems::add, mojo.getLog()::warn)
                    .ifPresent(images::add);
        }
        checkTogether(images);
        return images;
    }

    private List<Path> resolved(List<String> named) {
        List<Path> paths = new ArrayList<>();
        for (String text : named) {
            try {
                paths.add(mojo.folder().resolve(text));
            } catch (InvalidPathException e) {
                problems.add("store.images names \"" + ForeignText.oneLine(text)
                        + "\", which is not a path of this system: " + e.getReason());
            }
        }
        return paths;
    }

    private List<Path> searched() throws IOException {
        AppImageFolder.Found found = AppImageFolder.search(mojo.buildDirectory(), launcher);
        if (found.images().isEmpty()) {
            found.foreign()
                    .forEach(image -> problems.add(AppImageReader.foreign(
                                    image.folder(), image.foreignSystem().orElse("another system"))
                            + ". On other systems skip this goal (\"-Dstore.package.skip=true\"), or bind it in a profile"
                            + " that is active on Windows only"));
        }
        return found.images();
    }

    private void checkTogether(List<AppImage> images) {
        Map<String, List<AppImage>> byArchitecture = images.stream()
                .collect(Collectors.groupingBy(AppImage::architecture, TreeMap::new, Collectors.toList()));
        byArchitecture.forEach((architecture, same) -> {
            if (same.size() > 1) {
                problems.add("Several images are for " + architecture + ": "
                        + same.stream().map(image -> image.folder().toString()).collect(Collectors.joining(", "))
                        + ". Name one for each architecture in <images>, or clean the build directory");
            }
        });
        List<String> launchers =
                images.stream().map(AppImage::launcher).distinct().toList();
        if (launchers.size() > 1) {
            problems.add("The images start with different launchers, " + String.join(", ", launchers)
                    + "; packages of one bundle differ in their architecture only, so give each the same --name");
        }
    }
}
