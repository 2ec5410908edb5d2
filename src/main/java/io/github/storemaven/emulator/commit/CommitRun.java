package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.archive.Archive;
import io.github.storemaven.emulator.archive.ArchiveProblem;
import io.github.storemaven.emulator.archive.PackageFacts;
import io.github.storemaven.emulator.archive.PackageReader;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.product.Numbers;
import io.github.storemaven.emulator.product.Product;
import io.github.storemaven.emulator.product.StatusDetails;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;

/** One commit: opens the ZIP, looks for every pending file, reads the packages, judges the whole (reference 12.5). */
public final class CommitRun {
    private final Product product;
    private final Product application;
    private final JsonObject document;
    private final Numbers numbers;
    private final PackageReader reader;
    private final List<JsonObject> errors = new ArrayList<>();
    private final Map<String, PackageFacts> facts = new HashMap<>();

    /**
     * A commit of a document.
     *
     * @param application the app that the product belongs to or is
     * @param folder for files that have to be unpacked meanwhile
     */
    public CommitRun(Product product, Product application, JsonObject document, Numbers numbers, Path folder) {
        this.product = product;
        this.application = application;
        this.document = document;
        this.numbers = numbers;
        this.reader = new PackageReader(folder);
    }

    /**
     * Does it.
     *
     * @param upload what was uploaded, if anything
     * @param ageRatings whether the age ratings questionnaire was answered
     * @param strictTitles whether a language that a package covers may have no title
     */
    public Outcome run(Optional<Path> upload, boolean ageRatings, boolean strictTitles) throws IOException {
        Set<String> pending = new TreeSet<>(Files.pending(document));
        if (!pending.isEmpty()) {
            open(upload, pending);
        }
        if (errors.isEmpty()) {
            errors.addAll(new Completeness(product, document, ageRatings).errors());
        }
        JsonObject taken = errors.isEmpty() ? new TakenOver(numbers, facts, product).document(document) : document;
        if (errors.isEmpty()) {
            errors.addAll(new PackageRules(product, application).errors(taken, facts));
            errors.addAll(strictTitles ? Titles.errors(taken) : List.of());
        }
        if (errors.isEmpty() && application.adoptsIdentity()) {
            facts.values().stream().findFirst().ifPresent(first -> Identity.adopt(application, first));
        }
        return new Outcome(errors, Warnings.of(product, document, taken, facts), errors.isEmpty() ? taken : document);
    }

    private void open(Optional<Path> upload, Set<String> pending) throws IOException {
        if (upload.isEmpty()) {
            pending.forEach(this::missing);
            return;
        }
        try (Archive archive = new Archive(upload.get())) {
            for (String name : pending) {
                archive.find(name).ifPresentOrElse(entry -> look(archive, name, entry), () -> missing(name));
            }
        } catch (ArchiveProblem problem) {
            errors.add(StatusDetails.item(problem.code(), problem.getMessage()));
        }
    }

    private void missing(String name) {
        errors.add(StatusDetails.item("MissingFiles", name));
    }

    private void look(Archive archive, String name, ZipEntry entry) {
        try {
            if (isPackage(name)) {
                facts.put(name, reader.read(archive, entry));
            } else {
                archive.check(entry);
                if (!new FileRules(product.kind(), document)
                        .allow(name, entry, archive.start(entry, FileRules.START))) {
                    errors.add(Completeness.unexplained());
                }
            }
        } catch (ArchiveProblem problem) {
            errors.add(StatusDetails.item(problem.code(), name + ": " + problem.getMessage()));
        } catch (IOException e) {
            errors.add(StatusDetails.item("ServiceError", name + ": " + e.getMessage()));
        }
    }

    private boolean isPackage(String name) {
        return Json.objects(document, product.kind().packagesMember()).stream()
                .anyMatch(entry -> Files.is(entry, "PendingUpload") && name.equals(Json.text(entry, "fileName")));
    }
}
