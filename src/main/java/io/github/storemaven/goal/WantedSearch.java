package io.github.storemaven.goal;

import io.github.storemaven.check.FindingCollector;
import io.github.storemaven.document.Members;
import io.github.storemaven.json.ParsedJson;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.submission.FolderListing;
import io.github.storemaven.submission.PackageFile;
import io.github.storemaven.submission.PackageMode;
import io.github.storemaven.submission.ReleaseRequest;
import io.github.storemaven.submission.UploadFiles;
import io.github.storemaven.submission.WantedProblems;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what the parameters ask for; nothing here needs the network. */
final class WantedSearch {
    private final AbstractWantedMojo mojo;
    private final Problems problems;
    private final ProductChoice product;

    WantedSearch(AbstractWantedMojo mojo, ProductChoice product, Problems problems) {
        this.mojo = mojo;
        this.product = product;
        this.problems = problems;
    }

    /** All sources; what is wrong with them, and asking for nothing, goes to the problems. */
    Sources find() throws IOException {
        Sources sources = findWhatIsThere();
        boolean namesPackages = !PackageSources.named(mojo).isEmpty()
                && sendsPackages(sources.wanted().mode()); // If they are missing, that is a problem already.
        if (!namesPackages && sources.report().findings().errors().isEmpty()) {
            WantedProblems.nothing(sources.wanted()).ifPresent(problems::add);
        }
        return sources;
    }

    /** All sources, which may ask for nothing. */
    Sources findWhatIsThere() throws IOException {
        FindingCollector report = new FindingCollector();
        FileFindings findings = new FileFindings(report);
        ListingSources listings = new ListingSources(mojo, product, problems, findings);
        Optional<ParsedJson> patch =
                new SubmissionFile(mojo, problems, findings).read(listings.usualSubmissionFile(), listings.boundary());
        FolderListing listing = listings.read();
        PackageMode mode = new Choice(problems).of(PackageMode.class, mojo.packageMode, "packageMode");
        checkPackages(mode);
        new IdentityParameters(mojo).check(problems);
        new Checks(mojo).checkWarnOnly(problems);
        PackageSources packages = new PackageSources(mojo, problems, report);
        List<PackageInfo> facts = sendsPackages(mode) ? packages.read() : List.of();
        List<PackageFile> files = packages.named(facts);
        ReleaseRequest wanted = new ReleaseRequest(
                product.kind(),
                patch.map(WantedSearch::object).orElse(JsonValue.EMPTY_JSON_OBJECT),
                listing,
                new EverydayParameters(mojo, product, problems).patch(),
                files,
                mode,
                new UploadFiles(byName(files, listing), patch.map(WantedSearch::folder), archive()));
        warnOfDate(wanted.patch());
        String file = patch.map(ParsedJson::source).orElse("the parameters");
        WantedProblems.sentAgain(wanted).ifPresent(mojo.getLog()::info);
        WantedProblems.of(wanted).forEach(problem -> findings.add(file, "", problem));
        return new Sources(wanted, facts, new SourceOrigin(listing, patch), report);
    }

    /** What is named and would not be sent is no release of what was meant. */
    private void checkPackages(PackageMode mode) {
        if (PackageSources.named(mojo).isEmpty()) {
            return;
        }
        if (product.isAddon()) {
            problems.add("store.packages is set, and a submission of an add-on has no packages");
        } else if (mojo.archive != null) {
            problems.add("store.packages and store.archive exclude each other; keep one of them");
        } else if (mode == PackageMode.KEEP) {
            problems.add("store.packages is set, and store.packageMode is keep, which sends none; keep one of them");
        }
    }

    private boolean sendsPackages(PackageMode mode) {
        return mode != PackageMode.KEEP && mojo.archive == null && !product.isAddon();
    }

    private static Map<String, Path> byName(List<PackageFile> packages, FolderListing listing) {
        Map<String, Path> named = new LinkedHashMap<>(listing.files());
        packages.forEach(file -> named.put(file.name(), file.file()));
        return named;
    }

    /** Whoever names a date does not mean now. */
    private void warnOfDate(JsonObject patch) {
        boolean isDated = Problems.given(mojo.targetPublishDate).isPresent();
        boolean isMode = Problems.given(mojo.targetPublishMode).isPresent()
                || Members.value(patch, "targetPublishMode").isPresent();
        if (isDated && !isMode) {
            mojo.getLog()
                    .warn("store.targetPublishDate is set without a publish mode; unless the Store has SpecificDate"
                            + " already, it publishes at once. Add \"-Dstore.targetPublishMode=SpecificDate\"");
        }
    }

    private Optional<Path> archive() {
        if (mojo.archive != null && !mojo.archive.isFile()) {
            problems.add("store.archive names " + mojo.archive + ", which is no file");
            return Optional.empty();
        }
        return Optional.ofNullable(mojo.archive).map(File::toPath);
    }

    private static JsonObject object(ParsedJson read) {
        return read.value().asJsonObject();
    }

    private static Path folder(ParsedJson read) {
        return Path.of(read.source()).toAbsolutePath().getParent();
    }
}
