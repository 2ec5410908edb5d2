package io.github.storemaven.msix.build;

import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.InvalidPackageException;
import io.github.storemaven.msix.PackageIdentity;
import io.github.storemaven.msix.PackageInfo;
import io.github.storemaven.msix.PackageKind;
import io.github.storemaven.msix.PackageReader;
import io.github.storemaven.msix.PartName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Writes an .msixbundle of packages that differ in their architecture: reference of packages, section 4. The packages
 * are stored as they are; identity, version, languages and device families are those of their manifests.
 */
public final class BundleWriter {
    private static final String SCHEMAS = "http://schemas.microsoft.com/appx/";

    private BundleWriter() {}

    /** Writes a bundle whose entries have the first time that a ZIP can tell. */
    public static void write(List<Path> packages, Path target) throws IOException {
        write(packages, target, PackageWriter.FIRST_TIME);
    }

    /**
     * Writes a bundle.
     *
     * @param packages at least one .msix or .appx, in any order
     * @param time of all entries
     * @throws InvalidPackageException when a file is no package, or the packages do not fit together
     * @throws IOException when a package cannot be read or the bundle not be written, for example because it is open
     */
    public static void write(List<Path> packages, Path target, Instant time) throws IOException {
        List<Member> members = new ArrayList<>();
        for (Path file : packages) {
            members.add(Member.read(file));
        }
        members.sort(Comparator.comparing(member -> PartName.encode(member.name())));
        requireFit(members, String.valueOf(target.getFileName()));
        List<String> names = members.stream().map(Member::name).toList();
        try (PackageArchive archive = new PackageArchive(target, time, 1)) {
            List<Long> offsets = new ArrayList<>();
            for (Member member : members) {
                offsets.add(archive.addPackage(PackagePart.of(member.name(), member.file())));
            }
            archive.add(PackagePart.of(PartName.BUNDLE_MANIFEST, manifest(members, offsets)));
            archive.finish(ContentTypes.ofBundle(names));
        }
    }

    private static void requireFit(List<Member> members, String target) throws InvalidPackageException {
        List<String> faults = new ArrayList<>(
                PartName.problems(members.stream().map(Member::name).toList()));
        Member first = members.get(0);
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (member.manifest().needsNoApplication()) {
                faults.add(member.name() + " has no app");
            }
            if (i > 0) {
                first.difference(member).ifPresent(faults::add);
            }
            for (Member before : members.subList(0, i)) {
                before.clash(member).ifPresent(faults::add);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidPackageException(
                    target, String.join(", ", faults), "bundle packages of one build, one an architecture");
        }
    }

    private static byte[] manifest(List<Member> members, List<Long> offsets) throws IOException {
        PackageIdentity identity = members.get(0).identity();
        boolean languages = members.stream()
                .noneMatch(member -> member.manifest().languages().isEmpty());
        XmlText xml = new XmlText();
        xml.begin("Bundle")
                .attribute("xmlns", SCHEMAS + (languages ? "2013" : "2017") + "/bundle")
                .attribute("SchemaVersion", "5.0")
                .attribute("xmlns:b4", SCHEMAS + "2018/bundle")
                .attribute("xmlns:b5", SCHEMAS + "2019/bundle")
                .attribute("IgnorableNamespaces", "b4 b5");
        xml.begin("Identity")
                .attribute("Name", identity.name())
                .attribute("Publisher", identity.publisher())
                .attribute("Version", identity.version().text())
                .end("Identity");
        xml.begin("Packages");
        for (int i = 0; i < members.size(); i++) {
            members.get(i).describe(xml, offsets.get(i));
        }
        return xml.end("Packages").end("Bundle").bytes();
    }

    /** One package of the bundle. */
    private record Member(Path file, String name, AppxManifest manifest) {
        static Member read(Path file) throws IOException {
            String name = String.valueOf(file.getFileName());
            PackageInfo info = new PackageReader().read(file);
            if (info.kind() != PackageKind.PACKAGE) {
                throw new InvalidPackageException(name, "is not a single package", "bundle .msix files");
            }
            return new Member(file, name, info.manifests().get(0));
        }

        PackageIdentity identity() {
            return manifest.identity();
        }

        /** What another package has not in common with this one, but must have. */
        Optional<String> difference(Member other) {
            String names = name + " and " + other.name + " differ in ";
            if (!identity().name().equals(other.identity().name())) {
                return Optional.of(names + "their name");
            }
            if (!identity().publisher().equals(other.identity().publisher())) {
                return Optional.of(names + "their publisher");
            }
            if (!identity().version().equals(other.identity().version())) {
                return Optional.of(names + "their version");
            }
            return manifest.fingerprint().equals(other.manifest.fingerprint())
                    ? Optional.empty()
                    : Optional.of(names + "more of their manifests than the architecture");
        }

        /** Why another package cannot be beside this one. */
        Optional<String> clash(Member other) {
            String mine = identity().architecture();
            String others = other.identity().architecture();
            if (mine.equals(others)) {
                return Optional.of(name + " and " + other.name + " are both for " + mine);
            }
            return mine.equals("neutral") || others.equals("neutral")
                    ? Optional.of(name + " and " + other.name + " are for " + mine + " and " + others)
                    : Optional.empty();
        }

        void describe(XmlText xml, long offset) throws IOException {
            xml.begin("Package")
                    .attribute("Type", "application")
                    .attribute("Version", identity().version().text())
                    .attribute("Architecture", identity().architecture())
                    .attribute("FileName", name)
                    .attribute("Offset", offset)
                    .attribute("Size", Files.size(file));
            if (!manifest.languages().isEmpty()) {
                xml.begin("Resources");
                manifest.languages()
                        .forEach(language -> xml.begin("Resource")
                                .attribute("Language", language)
                                .end("Resource"));
                xml.end("Resources");
            }
            xml.begin("b4:Dependencies");
            manifest.deviceFamilies()
                    .forEach(family -> xml.begin("b4:TargetDeviceFamily")
                            .attribute("Name", family.name())
                            .attribute("MinVersion", family.minVersion().text())
                            .attribute(
                                    "MaxVersionTested",
                                    family.maxVersionTested().text())
                            .end("b4:TargetDeviceFamily"));
            xml.end("b4:Dependencies").end("Package");
        }
    }
}
