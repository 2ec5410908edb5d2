package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfPackage;
import io.github.storemaven.check.IdentityRules.ExpectedIdentity;
import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.BlockMap;
import io.github.storemaven.msix.InvalidPackageException;
import io.github.storemaven.msix.NameList;
import io.github.storemaven.msix.PackageIdentity;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.msix.PackageKind;
import io.github.storemaven.msix.PackageReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Rules on package files and on how those of one submission agree: listing rules, section 6. */
public final class PackageRules {
    static final String ALLOWED_NAMES = "use .msix, .appx, .msixbundle, .appxbundle, .msixupload, .appxupload";

    private static final String SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    /** What is wrong with a file that cannot be read, which can therefore not be released. */
    public static final Set<String> READING = Set.of("PKG-01", "PKG-02", "PKG-08");

    private static final long LARGEST = 25L * 1024 * 1024 * 1024;

    private final ExpectedIdentity expected;
    private final FindingCollector report;

    /** Findings go to the report, under the file as it is given. */
    public PackageRules(ExpectedIdentity expected, FindingCollector report) {
        this.expected = expected;
        this.report = report;
    }

    /** The facts of a file, for {@link #check}; empty where the file is none, which is reported (PKG-01, 02, 04, 08). */
    public Optional<PackageInfo> read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        OfPackage findings = new OfPackage(report, file);
        if (name.toLowerCase(Locale.ROOT).endsWith(".xap")) {
            findings.error("PKG-02", "", "the Store no longer takes .xap", ALLOWED_NAMES);
            return Optional.empty();
        } else if (PackageKind.ofName(name).isEmpty()) {
            findings.error("PKG-01", "", Quote.of(name) + " is not the name of a package", ALLOWED_NAMES);
            return Optional.empty();
        }
        checkSize(findings, Files.size(file));
        try {
            return Optional.of(new PackageReader().read(file));
        } catch (InvalidPackageException problem) {
            findings.error("PKG-08", problem.place(), "the file " + problem.fault(), problem.remedy());
            return Optional.empty();
        }
    }

    /** Checks all packages of one submission. */
    public void check(List<PackageInfo> packages) {
        packages.forEach(this::check);
        PackageSetRules.check(packages, report);
    }

    /** Checks what a manifest says, and the files that it names; not the package as a file. */
    public void checkManifest(AppxManifest manifest, Path file) {
        OfPackage findings = new OfPackage(report, file);
        PackageInfo facts = PackageInfo.ofPackage(file, manifest);
        new IdentityRules(expected, findings).check(facts);
        VersionRules.check(facts, findings);
        checkManifests(facts, findings);
    }

    static void checkSize(OfPackage findings, long bytes) {
        if (bytes > LARGEST) {
            findings.error(
                    "PKG-04",
                    "",
                    String.format(Locale.ROOT, "the file has %,d bytes", bytes),
                    "the Store takes at most 25 GB");
        }
    }

    private void check(PackageInfo facts) {
        OfPackage findings = new OfPackage(report, facts.file());
        checkContainer(facts, findings);
        BundleRules.check(facts, findings);
        new IdentityRules(expected, findings).check(facts);
        VersionRules.check(facts, findings);
        checkManifests(facts, findings);
    }

    private void checkManifests(PackageInfo facts, OfPackage findings) {
        IdentityRules identity = new IdentityRules(expected, findings);
        List<AppxManifest> resources = facts.manifests().stream()
                .filter(AppxManifest::isResourcePackage)
                .toList();
        for (AppxManifest manifest : facts.manifests()) {
            identity.checkManifest(manifest);
            ProgramRules.check(manifest, findings);
            ResourceRules.check(manifest, findings);
            new ManifestRules(manifest, findings).check();
            new CapabilityRules(manifest, findings).check();
            if (!manifest.isResourcePackage()) {
                DeviceFamilyRules.check(manifest, name(facts, manifest), findings);
                new ReferenceRules(manifest, resources, findings).check();
            }
        }
    }

    /** The name of the package's own file, which is inside that of a bundle or an upload container. */
    private static String name(PackageInfo facts, AppxManifest manifest) {
        List<String> parts = List.of(manifest.place().split(" > ", -1));
        return parts.size() > 1
                ? parts.get(parts.size() - 2)
                : String.valueOf(facts.file().getFileName());
    }

    static void checkContainer(PackageInfo facts, OfPackage report) {
        List<String> contents = facts.uploadContents();
        if (contents.size() > 1) {
            NameList names = new NameList();
            contents.forEach(names::add);
            report.error("PKG-03", "", "the container has " + names, "put exactly one package or bundle into it");
        }
        String name = String.valueOf(facts.file().getFileName());
        if (!Charset.forName("windows-1252").newEncoder().canEncode(name)) {
            report.warning("PKG-07", "", "the file's name has characters beyond ANSI", "rename the file");
        }
        facts.manifests().forEach(manifest -> checkFiles(manifest, report));
        checkSameManifest(facts, report);
    }

    private static void checkFiles(AppxManifest manifest, OfPackage report) {
        Optional<String> hash = manifest.blockMap().map(BlockMap::hashMethod);
        if (!hash.equals(Optional.of(SHA_256))) {
            String message =
                    hash.map(method -> "the block map uses " + Quote.of(method)).orElse("the package has no block map");
            report.error("PKG-06", manifest.place(), message, "make the package with a block map in SHA2-256");
        }
        manifest.blockMap().ifPresent(map -> BlockMapRules.check(map, manifest.place(), report));
        BlockMapRules.check(manifest.form(), manifest.files().sameNames(), manifest.place(), report);
        if (!manifest.unsupportedNames().isEmpty()) {
            report.warning(
                    "PKG-07",
                    manifest.place(),
                    "these names have characters beyond ANSI: " + manifest.unsupportedNames(),
                    "rename the files");
        }
    }

    /** Packages of only resources differ by their nature. */
    private static void checkSameManifest(PackageInfo facts, OfPackage report) {
        List<AppxManifest> apps = facts.apps();
        for (AppxManifest app : apps) {
            boolean alike = app.fingerprint().equals(apps.get(0).fingerprint()) && isOfBundle(app.identity(), facts);
            if (facts.isBundle() && !alike) {
                String message = "the manifest differs from the others or the bundle's in more than the architecture";
                report.warning("PKG-09", app.place(), message, "build all packages of a bundle from one manifest");
            }
        }
    }

    private static boolean isOfBundle(PackageIdentity inner, PackageInfo facts) {
        return inner.name().equals(facts.identity().name())
                && inner.publisher().equals(facts.identity().publisher());
    }
}
