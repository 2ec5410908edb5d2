package io.github.storemaven.submission;

import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.check.FindingCollector.Origin;
import io.github.storemaven.document.Members;
import io.github.storemaven.json.JsonSyntaxException;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.listing.EntryCase;
import io.github.storemaven.listing.FolderBoundary;
import io.github.storemaven.listing.PlainFile;
import io.github.storemaven.listing.StoreFolder;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.text.FileFailure;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what a configuration asks for: submission file, folder, changelog, packages, parameters. Nothing here needs the
 * network; what cannot be read is a finding.
 */
public final class ReleaseRequestReader {
    /** In bytes: images and trailers of this size take longer to read than a token to obtain. */
    private static final long MUCH = 32L << 20;

    /** Where images and trailers are at most, below the store folder. */
    private static final int DEPTH = 6;

    /**
     * All that a release is made of, read from this machine.
     *
     * @param packages the facts of the packages to release
     * @param report what could not be read
     * @param origin which file, line or parameter sets a path
     */
    public record Result(ReleaseRequest request, List<PackageInfo> packages, Origin origin, FindingCollector report) {}

    private final ReleaseConfiguration configuration;
    private final PackageFinder packages;
    private final ConfigurationProblems problems;
    private final ReleaseLog log;

    /** @param problems take what is wrong with the parameters */
    public ReleaseRequestReader(
            ReleaseConfiguration configuration,
            PackageFinder packages,
            ConfigurationProblems problems,
            ReleaseLog log) {
        this.configuration = configuration;
        this.packages = packages;
        this.problems = problems;
        this.log = log;
    }

    /** For whom the release is, as far as parameters and submission file say so. */
    public Audience audience() {
        return audience(object(submissionFile(new FileFindings(new FindingCollector()))));
    }

    private Audience audience(JsonObject file) {
        return new Audience(configuration.product(), configuration.settings(), file);
    }

    private static JsonObject object(Optional<ParsedJson> file) {
        return file.map(read -> read.value().asJsonObject()).orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Whether images and trailers take so long to read that something else can be obtained meanwhile. */
    public boolean readsMuch() {
        Path folder = configuration.productFolder().boundary(configuration.product());
        if (configuration.product().isFlight() || !Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.mapToLong(file -> file.toFile().length()).sum() >= MUCH;
        } catch (IOException | UncheckedIOException unreadable) {
            return false; // It is told when it is read.
        }
    }

    /** All sources; asking for nothing is a problem. */
    public Result read() throws IOException {
        Result result = readWhatIsThere();
        boolean namesPackages = configuration.namesPackages()
                && configuration.sendsPackages(); // If they are missing, that is a problem already.
        if (!namesPackages && result.report().findings().errors().isEmpty()) {
            ProductSelector product = configuration.product();
            Path root = configuration.folder();
            RequestProblems.nothing(
                            result.request(),
                            product.named(),
                            configuration
                                    .productFolder()
                                    .usualSubmissionFile(product)
                                    .map(file -> RequestProblems.below(root, file.getParent())),
                            RequestProblems.below(root, packages.buildDirectory()),
                            packages.installers())
                    .ifPresent(problems::add);
        }
        return result;
    }

    /** All sources, which may ask for nothing. */
    public Result readWhatIsThere() throws IOException {
        FindingCollector report = new FindingCollector();
        FileFindings findings = new FileFindings(report);
        checkNamedFiles();
        configuration.check(problems);
        Optional<ParsedJson> patch = submissionFile(findings);
        FolderListing listing = listing(findings);
        List<PackageInfo> infos = configuration.sendsPackages()
                ? packages.read(configuration.warnOnly(), problems, report, log)
                : List.of();
        compareWithExpected(infos, report);
        List<PackageFile> files = PackageFinder.named(infos);
        if (configuration.lacksPromoted(files)) {
            problems.add("store.promoteFlight is set, and there is no package to release; name it in store.artifacts or"
                    + " store.packages");
        }
        JsonObject file = object(patch);
        warnOfRolloutWithoutPackages(file, files);
        ReleaseRequest request = new ReleaseRequest(
                configuration.product().type(),
                file,
                listing,
                configuration.settings().patch(),
                files,
                configuration.packageMode(),
                configuration.keepPackages(),
                configuration.promoteFlight(),
                new UploadFiles(byName(files), listing.files(), patch.map(ReleaseRequestReader::folder), archive()));
        warnOfDate(request.patch());
        String source = patch.map(ParsedJson::source).orElse("the parameters");
        RequestProblems.sentAgain(request).ifPresent(log::info);
        RequestProblems.of(request, configuration.folder())
                .forEach(problem -> findings.add(
                        source,
                        patch.flatMap(read -> read.lineOf(problem.path()))
                                .map(line -> "line " + line)
                                .orElse(""),
                        problem.text()));
        return new Result(request, infos, new SourceOrigin(listing, patch), report);
    }

    /** Who limits a release has texts in mind as well, which no rollout holds back (reference, section 11). */
    private void warnOfRolloutWithoutPackages(JsonObject file, List<PackageFile> files) {
        if (audience(file).percentage().isPresent()
                && files.isEmpty()
                && configuration.promoteFlight().isEmpty()) {
            log.warn("The rollout limits who gets new packages, and this release has none; texts and images reach all"
                    + " customers");
        }
    }

    /** What is missing among named packages, or cannot be read, is told already. */
    private void compareWithExpected(List<PackageInfo> infos, FindingCollector report) {
        boolean isTold =
                configuration.namesPackages() || !report.findings().errors().isEmpty();
        if (configuration.sendsPackages() && (!infos.isEmpty() || !isTold)) {
            configuration.expected().check(infos, configuration.product().isFlight(), problems);
        }
        if (configuration.namesPackages()
                || PackageFinder.versions(infos) == 1) { // Else several are a problem already.
            configuration.expected().warning(infos).ifPresent(log::warn);
        }
    }

    private void checkNamedFiles() {
        configuration
                .submissionFile()
                .filter(file -> !Files.isRegularFile(file))
                .ifPresent(file -> problems.add("store.submissionFile names " + file + ", which is not a file"));
        configuration
                .archive()
                .filter(file -> !Files.isRegularFile(file))
                .ifPresent(file -> problems.add("store.archive names " + file + ", which is not a file"));
    }

    private Optional<Path> archive() {
        return configuration.archive().filter(Files::isRegularFile);
    }

    /** The submission file that is named, or the usual one where it exists; with the place of each member. */
    private Optional<ParsedJson> submissionFile(FileFindings findings) {
        ProductSelector product = configuration.product();
        ProductFolder folder = configuration.productFolder();
        if (configuration.submissionFile().isPresent()) {
            return configuration.submissionFile().filter(Files::isRegularFile).flatMap(file -> parsed(file, findings));
        }
        return folder.usualSubmissionFile(product)
                .filter(file -> isHeld(file, folder.boundary(product)))
                .flatMap(file -> parsed(file, findings));
    }

    /** Refused before it is read: what it contains would be shown by what is wrong with it. */
    private static boolean isHeld(Path file, Path boundary) {
        try {
            return !Files.notExists(file, LinkOption.NOFOLLOW_LINKS)
                    && FolderBoundary.of(boundary).wouldHold(file); // Else the folder's own reading tells it.
        } catch (IOException leadsNowhere) {
            return false;
        }
    }

    private static Optional<ParsedJson> parsed(Path file, FileFindings findings) {
        try {
            Optional<String> wrong = PlainFile.problem(file);
            if (wrong.isPresent()) {
                findings.add(file.toString(), "", wrong.get());
                return Optional.empty();
            }
            ParsedJson read = ParsedJson.ofFile(file);
            read.object();
            return Optional.of(read);
        } catch (JsonSyntaxException problem) {
            findings.add(problem);
        } catch (IOException e) {
            findings.add(file.toString(), "", "cannot be read: " + FileFailure.sentence(e));
        }
        return Optional.empty();
    }

    /** Texts and images; what is wrong with them are findings. */
    private FolderListing listing(FileFindings findings) throws IOException {
        ProductSelector product = configuration.product();
        ProductFolder folder = configuration.productFolder();
        if (product.isFlight()) {
            if (Files.isDirectory(folder.store().resolve("listings"))) {
                log.info("A flight has no listing of its own: the texts and images in " + folder.store()
                        + " are not sent with it");
            }
            return FolderListing.none();
        }
        if (product.isAddon()) {
            Optional<Path> own = folder.ofAddon(product.addonProductId());
            return own.isEmpty() ? FolderListing.none() : addonListing(own.get(), findings);
        }
        checkCase(folder.store(), findings);
        FolderListing listing =
                FolderListing.of(StoreFolder.readApp(folder.store(), configuration.texts(), findings::add));
        return configuration
                .releaseNotes()
                .read(findings, problems)
                .map(listing::with)
                .orElse(listing);
    }

    private FolderListing addonListing(Path folder, FileFindings findings) throws IOException {
        checkCase(folder, findings);
        Path boundary = configuration.productFolder().boundaryOfAddon();
        return FolderListing.of(StoreFolder.readAddon(folder, boundary, configuration.texts(), findings::add));
    }

    private void checkCase(Path folder, FileFindings findings) throws IOException {
        EntryCase.differing(configuration.folder(), folder)
                .ifPresent(other -> findings.add(other.toString(), "", ProductFolder.wrongCase(folder)));
    }

    /** Whoever names a date does not mean now. */
    private void warnOfDate(JsonObject patch) {
        PublishSettings settings = configuration.settings();
        boolean isMode = settings.targetPublishMode().isPresent()
                || Members.value(patch, "targetPublishMode").isPresent();
        if (settings.targetPublishDate().isPresent() && !isMode) {
            log.warn("store.targetPublishDate is set without a publish mode; unless the Store has SpecificDate"
                    + " already, it publishes at once. Add \"-Dstore.targetPublishMode=SpecificDate\"");
        }
    }

    private static Map<String, Path> byName(List<PackageFile> packages) {
        Map<String, Path> named = new LinkedHashMap<>();
        packages.forEach(file -> named.put(file.name(), file.file()));
        return named;
    }

    private static Path folder(ParsedJson read) {
        return Path.of(read.source()).toAbsolutePath().getParent();
    }
}
