package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.archive.Archive;
import io.github.storemaven.emulator.archive.ArchiveProblem;
import io.github.storemaven.emulator.archive.PackageFacts;
import io.github.storemaven.emulator.archive.PackageReader;
import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.product.Catalog;
import io.github.storemaven.emulator.product.Product;
import io.github.storemaven.emulator.product.StatusDetails;
import io.github.storemaven.emulator.product.Submission;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;

/** One commit: opens the ZIP, looks for every pending file, reads the packages, judges the whole (reference 12.5). */
public final class CommitRun {
    private final Product product;
    private final Submission submission;
    private final JsonObject document;
    private final Optional<Path> upload;
    private final PackageReader reader;
    private final List<JsonObject> errors = new ArrayList<>();
    private final List<String> causes = new ArrayList<>();
    private final Map<String, PackageFacts> facts = new LinkedHashMap<>();

    /**
     * A commit of a submission as it is now.
     *
     * @param upload what was uploaded, if anything
     * @param folder for files that have to be unpacked meanwhile
     */
    public CommitRun(Product product, Submission submission, Optional<Path> upload, Path folder) {
        this.product = product;
        this.submission = submission;
        this.document = submission.document();
        this.upload = upload;
        this.reader = new PackageReader(folder);
    }

    /** The product that is committed. */
    public Product product() {
        return product;
    }

    /** The submission that is committed. */
    public Submission submission() {
        return submission;
    }

    /** Reads what was uploaded, which may take long and needs nobody else's data. */
    public void read() throws IOException {
        Set<String> pending = new TreeSet<>(Files.pending(document));
        if (!pending.isEmpty()) {
            open(pending);
        }
    }

    /**
     * Judges it; whoever calls holds the catalog's monitor.
     *
     * @param ageRatings whether the age ratings questionnaire was answered
     * @param strictTitles whether a language that a package covers may have no title
     */
    public Outcome judge(Catalog catalog, boolean ageRatings, boolean strictTitles) {
        Product application = catalog.find(product.applicationId()).orElse(product);
        if (errors.isEmpty()) {
            Completeness complete = new Completeness(product, document, ageRatings);
            errors.addAll(complete.errors());
            causes.addAll(complete.causes());
        }
        JsonObject taken =
                errors.isEmpty() ? new TakenOver(catalog.numbers(), facts, product).document(document) : document;
        if (errors.isEmpty()) {
            errors.addAll(new PackageRules(product, application).errors(taken, facts));
            errors.addAll(strictTitles ? Titles.errors(taken) : List.of());
        }
        if (errors.isEmpty() && application.adoptsIdentity()) {
            facts.values().stream().findFirst().ifPresent(first -> Identity.adopt(application, first));
        }
        return new Outcome(
                errors,
                errors.isEmpty() ? UsedNames.errors(catalog, application, facts) : List.of(),
                Warnings.of(product, document, taken, facts),
                causes,
                UsedNames.digests(facts),
                errors.isEmpty() ? taken : document);
    }

    private void open(Set<String> pending) throws IOException {
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
                    unexplained(name + " is no file of the kind and size that its place takes");
                }
            }
        } catch (ArchiveProblem problem) {
            errors.add(StatusDetails.item(problem.code(), name + ": " + problem.getMessage()));
        } catch (IOException e) {
            errors.add(StatusDetails.item("ServiceError", name + ": " + e.getMessage()));
        }
    }

    /** The client is told one sentence, once; the log knows more. */
    private void unexplained(String cause) {
        causes.add(cause);
        if (!errors.contains(Completeness.unexplained())) {
            errors.add(Completeness.unexplained());
        }
    }

    private boolean isPackage(String name) {
        return Json.objects(document, product.kind().packagesMember()).stream()
                .anyMatch(entry -> Files.is(entry, "PendingUpload") && name.equals(Json.text(entry, "fileName")));
    }
}
