package io.github.storemaven.check;

import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.BlockMap;
import io.github.storemaven.msix.NameList;
import io.github.storemaven.msix.PackageIdentity;
import io.github.storemaven.msix.PackageInfo;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** What a package, bundle or upload container is made of: rows PKG-03 and PKG-06 to PKG-09. */
final class ContainerRules {
    private static final String SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    private ContainerRules() {}

    static void check(PackageInfo facts, PackageReport report) {
        List<String> contents = facts.uploadContents();
        if (contents.size() > 1) {
            NameList names = new NameList();
            contents.forEach(names::add);
            report.error("PKG-03", "", "the container holds " + names, "exactly one");
        }
        String name = String.valueOf(facts.file().getFileName());
        if (!Charset.forName("windows-1252").newEncoder().canEncode(name)) {
            report.warning("PKG-07", "", "the file's name has characters beyond ANSI", "ANSI characters");
        }
        facts.manifests().forEach(manifest -> checkFiles(manifest, report));
        checkLikeness(facts, report);
    }

    private static void checkFiles(AppxManifest manifest, PackageReport report) {
        Optional<String> hash = manifest.blockMap().map(BlockMap::hashMethod);
        if (!hash.equals(Optional.of(SHA_256))) {
            String message =
                    hash.map(method -> "the block map uses " + Quote.of(method)).orElse("the package has no block map");
            report.error("PKG-06", manifest.place(), message, "a block map with SHA2-256");
        }
        manifest.blockMap().ifPresent(map -> BlockMapRules.check(map, manifest.place(), report));
        BlockMapRules.check(manifest.form(), manifest.files().sameNames(), manifest.place(), report);
        if (!manifest.unsupportedNames().isEmpty()) {
            report.warning(
                    "PKG-07",
                    manifest.place(),
                    "file names beyond ANSI: " + manifest.unsupportedNames(),
                    "ANSI characters");
        }
    }

    /** Packages of resources alone differ by their nature. */
    private static void checkLikeness(PackageInfo facts, PackageReport report) {
        List<AppxManifest> apps = facts.apps();
        for (AppxManifest app : apps) {
            boolean alike = app.fingerprint().equals(apps.get(0).fingerprint()) && fits(app.identity(), facts);
            if (facts.isBundle() && !alike) {
                String message = "the manifest differs from the others or the bundle's in more than the architecture";
                report.warning("PKG-09", app.place(), message, "ProcessorArchitecture alone");
            }
        }
    }

    private static boolean fits(PackageIdentity inner, PackageInfo facts) {
        return inner.name().equals(facts.identity().name())
                && inner.publisher().equals(facts.identity().publisher());
    }
}
