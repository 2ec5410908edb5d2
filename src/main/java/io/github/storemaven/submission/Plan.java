package io.github.storemaven.submission;

import io.github.storemaven.document.CertificationNotes;
import io.github.storemaven.document.Change;
import io.github.storemaven.document.Difference;
import io.github.storemaven.document.Members;
import io.github.storemaven.document.PendingFiles;
import io.github.storemaven.document.PriceGuard;
import io.github.storemaven.json.Json;
import io.github.storemaven.service.PartnerCenter;
import io.github.storemaven.service.Product;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.zip.EntryName;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a release would change now (design, section 1).
 *
 * @param changes path by path, with the length of the notes for certification instead of their text
 * @param files to send, by their path in the archive
 * @param risks what is inherited and a release manager should know of
 * @param full the changes with the text of the notes
 * @param notices warnings about new languages and about older packages that stay
 * @param published what the changes are shown against
 * @param title the product's name; empty where the Store gave none
 * @param base what {@code published} is, for example {@code the published submission 115...}
 */
public record Plan(
        Product product,
        ReleaseRequest wanted,
        JsonObject merged,
        List<Change> changes,
        List<PlannedFile> files,
        List<String> risks,
        List<Change> full,
        List<String> notices,
        JsonObject published,
        Optional<String> title,
        String base) {
    /** A file to send; its size in bytes. */
    public record PlannedFile(String name, Path file, long bytes) {
        private static final int SHOWN_FOLDERS = 3;

        private static PlannedFile of(String name, Path file) {
            return new PlannedFile(name, file, UploadFiles.size(file));
        }

        /** As its author named it. */
        String localName() {
            return String.valueOf(file.getFileName());
        }

        /** The end of the source's path where the name in the upload does not say it; empty where it does. */
        String source() {
            int names = file.getNameCount();
            Path end = file.subpath(Math.max(0, names - SHOWN_FOLDERS - 1), names);
            return file.endsWith(name) ? "" : end.toString().replace('\\', '/');
        }
    }

    /** The plan of a release on the document that the Store holds. */
    public static Plan of(Product product, ReleaseRequest wanted, JsonObject document) {
        return of(product, wanted, document, document);
    }

    /**
     * The plan of a release that edits a draft.
     *
     * @param document of the draft
     * @param published what the changes are shown against: what a draft has besides is among them
     */
    public static Plan of(Product product, ReleaseRequest wanted, JsonObject document, JsonObject published) {
        JsonObject merged = wanted.applyTo(document);
        List<Change> changes = Difference.between(published, merged);
        return new Plan(
                product,
                wanted,
                merged,
                CertificationNotes.hidden(changes),
                files(wanted, merged),
                inheritedRisks(merged).stream()
                        .filter(inheritedRisks(document)::contains)
                        .toList(),
                changes,
                notices(wanted, published, merged),
                published,
                Optional.empty(),
                "what the Store has");
    }

    private static List<String> notices(ReleaseRequest wanted, JsonObject published, JsonObject merged) {
        List<String> notices = new ArrayList<>(NewLanguages.warnings(published, merged));
        OlderPackages.warning(wanted, published, merged).ifPresent(notices::add);
        return notices;
    }

    /** The same with the names of the product and of what it is compared with. */
    Plan on(StoreState state) {
        Optional<String> name = state.name().or(() -> titles(merged).findFirst());
        return new Plan(product, wanted, merged, changes, files, risks, full, notices, published, name, state.base());
    }

    /** A listing's title is the name of a product that the Store gave none. */
    private static Stream<String> titles(JsonObject document) {
        return Members.objectOrEmpty(document, "listings").values().stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .flatMap(listing -> Members.text(listing, "title")
                        .or(() -> Members.text(Members.objectOrEmpty(listing, "baseListing"), "title"))
                        .stream());
    }

    /** Which older packages stay and which are removed; none where no number of them was asked for. */
    List<String> olderPackages() {
        return OlderPackages.lines(wanted, merged);
    }

    /** The same, with the text of the notes for certification where somebody wants to see it. */
    public Plan showingNotes(boolean show) {
        return show
                ? new Plan(product, wanted, merged, full, files, risks, full, notices, published, title, base)
                : this;
    }

    /** The paths in the archive that the draft waits for once it holds this plan. */
    public NavigableSet<String> pendingFiles() {
        return PendingFiles.of(merged);
    }

    private static List<PlannedFile> files(ReleaseRequest wanted, JsonObject merged) {
        NavigableSet<String> names = PendingFiles.of(merged);
        if (wanted.files().archive().isPresent()) {
            Stream<Path> archive = wanted.files().archive().stream().filter(file -> !names.isEmpty());
            return archive.map(file -> PlannedFile.of(String.valueOf(file.getFileName()), file))
                    .toList();
        }
        return names.stream()
                .flatMap(name -> wanted.files().find(name).map(file -> PlannedFile.of(name, file)).stream())
                .sorted(Comparator.comparing(PlannedFile::file))
                .toList();
    }

    /**
     * Refuses a document that waits for a file which no source of ours asks for, whoever put it there, and one whose name
     * no archive can have.
     *
     * @throws IOException when the ready archive cannot be read
     */
    public void guardFiles() throws ReleaseRefusedException, IOException {
        NavigableSet<String> strange = pendingFiles();
        List<String> unusable = strange.stream()
                .flatMap(name -> EntryName.problem(name).stream())
                .toList();
        if (!unusable.isEmpty()) {
            throw new ReleaseRefusedException(String.join("\n", unusable));
        }
        strange.removeAll(wanted.ownFiles());
        if (!strange.isEmpty()) {
            throw new ReleaseRefusedException("The submission of " + product
                    + " waits for files that this release does not send: " + ForeignText.list(strange) + ". See "
                    + PartnerCenter.page(product));
        }
    }

    /** Refuses a document whose price would be lost; package flights have none. */
    public void guardPrice() throws ReleaseRefusedException {
        Optional<String> problem = product instanceof Product.Flight ? Optional.empty() : PriceGuard.problem(merged);
        if (problem.isPresent()) {
            throw new ReleaseRefusedException("The submission of " + product + " cannot be sent: " + problem.get()
                    + ". See " + PartnerCenter.page(product));
        }
    }

    /** {@code {"changes": [...], "files": [...]}}, paths as JSON Pointers. */
    public JsonObject json() {
        JsonArrayBuilder changed = Json.PROVIDER.createArrayBuilder();
        for (Change change : changes) {
            JsonObjectBuilder one = Json.PROVIDER.createObjectBuilder().add("path", change.path());
            change.from().ifPresent(value -> one.add("from", value));
            change.to().ifPresent(value -> one.add("to", value));
            changed.add(one);
        }
        JsonArrayBuilder sent = Json.PROVIDER.createArrayBuilder();
        for (PlannedFile file : files) {
            sent.add(
                    Json.PROVIDER.createObjectBuilder().add("name", file.name()).add("bytes", file.bytes()));
        }
        return Json.PROVIDER
                .createObjectBuilder()
                .add("changes", changed)
                .add("files", sent)
                .build();
    }

    /**
     * Lines for a person: what changes, and a last line that counts.
     *
     * @param isWhole whether nothing is cut
     */
    public List<String> lines(boolean isWhole) {
        return new ChangeRenderer(this, ChangeRenderer.Style.LOG, isWhole).lines();
    }

    /** Whether nothing would change. */
    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** What is inherited, in one line; empty where nothing of it is risky. */
    public Optional<String> riskLine() {
        return risks.isEmpty() ? Optional.empty() : Optional.of("This submission has " + String.join(", ", risks));
    }

    /** What somebody has to know before it is sent, each in a line of its own: prices, what stays behind, what is inherited. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(PriceGuard.changes(changes));
        if (!isEmpty()) { // Else the Store has all that this release sends, and nobody has to act.
            notSentLine().ifPresent(warnings::add);
        }
        riskLine().ifPresent(warnings::add);
        warnings.addAll(notices);
        return warnings;
    }

    /** Which languages get release notes from a changelog; empty where none is named. */
    Optional<ReleaseNotes.Report> releaseNotes() {
        return wanted.releaseNotes(merged);
    }

    /** The packages of this build that the Store has under their version. */
    List<PackageFile> notSent() {
        NavigableSet<String> sent = pendingFiles();
        return wanted.packages().stream()
                .filter(file -> !sent.contains(file.name()))
                .toList();
    }

    /** The same for a person; empty where all are sent. */
    public Optional<String> notSentLine() {
        List<String> kept = notSent().stream()
                .map(file -> file.name() + " (version " + file.version() + ", " + file.architecture() + ")")
                .toList();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of("Not sent: " + ForeignText.list(kept) + ". The Store has "
                        + (kept.size() == 1 ? "this version" : "these versions")
                        + " already, and another build of the same version is not sent; raise the version to"
                        + " release it");
    }

    /** What the document inherits that a release manager should know of (design, section 3). */
    static List<String> inheritedRisks(JsonObject document) {
        List<String> risks = new ArrayList<>();
        JsonObject delivery = Members.objectOrEmpty(document, "packageDeliveryOptions");
        JsonObject rollout = Members.objectOrEmpty(delivery, "packageRollout");
        if (isTrue(rollout, "isPackageRollout")) {
            risks.add(Members.value(rollout, "packageRolloutPercentage")
                    .map(percent -> "a gradual rollout to " + percent + " % of the customers")
                    .orElse("a gradual rollout without a percentage"));
        }
        if (isTrue(delivery, "isMandatoryUpdate")) {
            risks.add("a mandatory update");
        }
        unless(document, "targetPublishMode", "Immediate")
                .map(mode -> mode.endsWith("SpecificDate") ? mode + date(document) : mode)
                .ifPresent(risks::add);
        unless(document, "visibility", "Public").ifPresent(risks::add);
        Members.object(document, "pricing")
                .flatMap(pricing -> Members.text(pricing, "priceId"))
                .filter("NotAvailable"::equals)
                .ifPresent(price -> risks.add("priceId NotAvailable (nobody can get the product)"));
        return risks;
    }

    private static Optional<String> unless(JsonObject document, String member, String usual) {
        return Members.text(document, member)
                .filter(value -> !value.equals(usual) && !value.equals("NotSet"))
                .map(value -> member + " " + value);
    }

    private static String date(JsonObject document) {
        return Members.text(document, "targetPublishDate")
                .map(date -> " (" + date + ")")
                .orElse("");
    }

    private static boolean isTrue(JsonObject object, String member) {
        return Members.value(object, member).filter(JsonValue.TRUE::equals).isPresent();
    }
}
