package io.github.storemaven.goal;

import io.github.storemaven.json.JsonProblem;
import io.github.storemaven.json.JsonReading;
import io.github.storemaven.json.ReadJson;
import io.github.storemaven.msix.PackageFacts;
import io.github.storemaven.msix.PackageReader;
import io.github.storemaven.msix.UnreadablePackage;
import io.github.storemaven.submission.FileSources;
import io.github.storemaven.submission.PackageFile;
import io.github.storemaven.submission.PackageMode;
import io.github.storemaven.submission.Wanted;
import io.github.storemaven.submission.WantedProblems;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what the parameters of submit ask for; nothing here needs the network. */
final class WantedSearch {
    private static final String USUAL_FILE = "src/store/submission.json";

    private final SubmitMojo mojo;
    private final Problems problems;

    WantedSearch(SubmitMojo mojo, Problems problems) {
        this.mojo = mojo;
        this.problems = problems;
    }

    Wanted find(ProductChoice choice) throws IOException {
        Optional<Path> patchFile = patchFile();
        PackageMode mode = new Choice(problems).of(PackageMode.class, mojo.packageMode, "packageMode");
        boolean sendsNone = mode == PackageMode.KEEP || mojo.archive != null || choice.isAddon();
        List<PackageFile> packages = sendsNone ? List.of() : packages();
        Map<String, Path> named = new LinkedHashMap<>();
        packages.forEach(file -> named.put(file.name(), file.file()));
        Wanted wanted = new Wanted(
                choice.kind(),
                patchFile.map(this::read).orElse(JsonValue.EMPTY_JSON_OBJECT),
                new EverydayParameters(mojo, choice, problems).patch(),
                packages,
                mode,
                new FileSources(named, patchFile.map(Path::getParent)),
                archive());
        WantedProblems.of(wanted).forEach(problems::add);
        return wanted;
    }

    private Optional<Path> archive() {
        if (mojo.archive != null && !mojo.archive.isFile()) {
            problems.add("store.archive names " + mojo.archive + ", which is no file");
            return Optional.empty();
        }
        return Optional.ofNullable(mojo.archive).map(java.io.File::toPath);
    }

    private Optional<Path> patchFile() {
        if (mojo.submissionFile != null) {
            Path file = mojo.submissionFile.toPath().toAbsolutePath();
            if (!Files.isRegularFile(file)) {
                problems.add("store.submissionFile names " + file + ", which is no file");
                return Optional.empty();
            }
            return Optional.of(file);
        }
        return Optional.of(mojo.folder().resolve(USUAL_FILE)).filter(Files::isRegularFile);
    }

    private JsonObject read(Path file) {
        try {
            ReadJson read = JsonReading.file(file);
            return read.object();
        } catch (JsonProblem problem) {
            problems.add(problem.getMessage());
        } catch (IOException e) {
            problems.add(file + " cannot be read: " + e.getMessage());
        }
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    private List<PackageFile> packages() throws IOException {
        List<String> named = mojo.packages == null ? List.of() : mojo.packages;
        FoundPackages found = new PackageSearch(mojo.project, mojo.folder(), problems).find(named);
        if (found.files().isEmpty()) {
            mojo.getLog().info("No package is named and none was found: packages stay as they are in the Store");
            return List.of();
        }
        List<PackageFacts> facts = new ArrayList<>();
        for (Path file : found.files()) {
            read(file, facts);
        }
        new PackageNames(problems, found).check(facts);
        facts.forEach(one -> mojo.getLog()
                .info("Package " + one.file().getFileName() + " (version "
                        + one.identity().version() + ", " + one.storeArchitecture() + "), " + found.rule()));
        return new PackageNames(problems, found).named(facts);
    }

    private void read(Path file, List<PackageFacts> facts) throws IOException {
        try {
            facts.add(new PackageReader().read(file));
        } catch (UnreadablePackage unreadable) {
            problems.add(unreadable.getMessage());
        }
    }
}
