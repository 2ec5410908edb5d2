package io.github.storemaven.check;

import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.InvalidPackageException;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.msix.PackageKind;
import io.github.storemaven.msix.PackageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Rules on package files and on how those of one submission agree: listing rules, section 6. */
public final class PackageRules {
    /** What is wrong with a file that cannot be read, which can therefore not be released. */
    public static final Set<String> READING = Set.of("PKG-01", "PKG-02", "PKG-08");

    private static final long LARGEST = 25L * 1024 * 1024 * 1024;

    private final ExpectedIdentity expected;
    private final Report report;

    /** Findings go to the report, under the file as it is given. */
    public PackageRules(ExpectedIdentity expected, Report report) {
        this.expected = expected;
        this.report = report;
    }

    /** The facts of a file, for {@link #check}; empty where the file is none, which is reported (PKG-01, 02, 04, 08). */
    public Optional<PackageInfo> read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        PackageReport findings = new PackageReport(report, file);
        if (name.toLowerCase(Locale.ROOT).endsWith(".xap")) {
            findings.error("PKG-02", "", "a .xap can no longer be uploaded", PackageNames.ALLOWED);
            return Optional.empty();
        } else if (PackageKind.ofName(name).isEmpty()) {
            findings.error("PKG-01", "", Quote.of(name) + " is no name of a package", PackageNames.ALLOWED);
            return Optional.empty();
        }
        checkSize(findings, Files.size(file));
        try {
            return Optional.of(new PackageReader().read(file));
        } catch (InvalidPackageException problem) {
            findings.error("PKG-08", problem.place(), problem.fault() + "; " + problem.remedy(), "");
            return Optional.empty();
        }
    }

    /** Checks all packages of one submission. */
    public void check(List<PackageInfo> packages) {
        packages.forEach(this::check);
        AgreementRules.check(packages, report);
    }

    static void checkSize(PackageReport findings, long bytes) {
        if (bytes > LARGEST) {
            findings.error("PKG-04", "", "the file has " + bytes + " bytes", "at most 25 GB");
        }
    }

    private void check(PackageInfo facts) {
        PackageReport findings = new PackageReport(report, facts.file());
        ContainerRules.check(facts, findings);
        BundleRules.check(facts, findings);
        IdentityRules identity = new IdentityRules(expected, findings);
        identity.check(facts);
        VersionRules.check(facts, findings);
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
}
