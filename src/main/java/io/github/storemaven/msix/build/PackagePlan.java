package io.github.storemaven.msix.build;

import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.NameList;
import io.github.storemaven.msix.PackageFiles;
import io.github.storemaven.msix.PartName;
import io.github.storemaven.msix.PeHeader;
import io.github.storemaven.msix.pri.PriWriter;
import io.github.storemaven.text.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A package that is not written yet, so that all that is wrong with it can be told before.
 *
 * @param manifest as it will be in the package
 * @param parts all files of the package but those that its writer makes
 */
public record PackagePlan(AppImage image, AppxManifest manifest, List<PackagePart> parts) {
    private static final String RESOURCES = "resources.pri";
    private static final String ASSETS = "Assets/";

    /** The images that a generated manifest names. */
    private static final List<String> PLAIN = List.of(
            "StoreLogo.png",
            "Square44x44Logo.png",
            "Square71x71Logo.png",
            "Square150x150Logo.png",
            "Wide310x150Logo.png",
            "Square310x310Logo.png");

    /**
     * The packages of all images.
     *
     * @param problems takes what is wrong, a sentence each
     * @param warnings takes what could be better
     * @param notes takes what is done to the files of an image
     * @return those that can be told; of those with a problem none is to be written
     */
    public static List<PackagePlan> of(
            PackageSources sources, Consumer<String> problems, Consumer<String> warnings, Consumer<String> notes)
            throws IOException {
        Planner planner = new Planner(sources, problems, warnings, notes);
        SortedMap<String, PackagePart> images = planner.images();
        List<PackagePlan> plans = new ArrayList<>();
        for (AppImage image : sources.images()) {
            planner.plan(image, images).ifPresent(plans::add);
        }
        return plans;
    }

    private record Planner(
            PackageSources sources, Consumer<String> problems, Consumer<String> warnings, Consumer<String> notes) {
        /** Hand-made images, and those of the icon that are not among them, by their names in the package. */
        SortedMap<String, PackagePart> images() throws IOException {
            SortedMap<String, PackagePart> images = new TreeMap<>();
            SortedMap<String, Path> handmade = HandmadeLogos.of(sources.assets(), problems, warnings);
            Set<String> taken = new HashSet<>();
            handmade.forEach((name, file) -> {
                String inPackage = name.equalsIgnoreCase(RESOURCES) ? RESOURCES : ASSETS + name;
                images.put(inPackage, PackagePart.of(inPackage, file));
                taken.add(PartName.key(name));
            });
            List<String> missing = PLAIN.stream()
                    .filter(name -> !taken.contains(PartName.key(name)))
                    .toList();
            if (sources.icon().isPresent()) {
                logos(sources.icon().get(), handmade).forEach(logo -> images.put(logo.name(), logo));
            } else if (!missing.isEmpty() && sources.manifest() instanceof ManifestSettings) {
                problems.accept("There is no icon to make " + String.join(", ", missing)
                        + " from: put a square PNG of 1024 pixels at src/store/icon.png, or name one in <icon>");
            }
            return images;
        }

        private List<PackagePart> logos(Path icon, SortedMap<String, Path> handmade) {
            try {
                return LogoSet.of(icon, handmade, sources.manifest().hasFileLogo(), warnings);
            } catch (IOException unfit) {
                problems.accept(FileFailure.sentence(unfit));
                return List.of();
            }
        }

        Optional<PackagePlan> plan(AppImage image, SortedMap<String, PackagePart> images) throws IOException {
            SortedMap<String, PackagePart> parts = new TreeMap<>(images);
            byte[] xml = sources.manifest().manifest(image, images.keySet(), problems);
            checkNames(image, images.keySet());
            try {
                AppxManifest manifest = manifest(image, xml, parts.keySet());
                resources(manifest, image, parts);
                manifest = manifest(image, xml, parts.keySet());
                addFiles(image, parts);
                parts.put(PartName.MANIFEST, PackagePart.of(PartName.MANIFEST, xml));
                return Optional.of(new PackagePlan(image, manifest, List.copyOf(parts.values())));
            } catch (IOException unfit) {
                problems.accept(FileFailure.sentence(unfit));
                return Optional.empty();
            }
        }

        private AppxManifest manifest(AppImage image, byte[] xml, Set<String> added) throws IOException {
            List<String> names = new ArrayList<>(image.files().keySet());
            names.addAll(added);
            Map<String, PeHeader> programs = new TreeMap<>();
            image.programs()
                    .forEach((name, program) ->
                            programs.put(name, program.signatureIsMissing() ? program.withoutSignature() : program));
            return AppxManifest.ofUnwritten(sources.manifest().place(), xml, PackageFiles.of(names, programs));
        }

        /** Images for scales and sizes are found by an index only; one of the user's own wins. */
        private void resources(AppxManifest manifest, AppImage image, SortedMap<String, PackagePart> parts)
                throws IOException {
            List<String> images = parts.keySet().stream()
                    .filter(name -> name.startsWith(ASSETS))
                    .toList();
            boolean hasIndex = parts.containsKey(RESOURCES)
                    || image.files().keySet().stream().anyMatch(RESOURCES::equalsIgnoreCase);
            if (!hasIndex && !images.isEmpty() && !manifest.languages().isEmpty()) {
                byte[] index = PriWriter.write(
                        manifest.identity().name(), manifest.languages().get(0), images);
                parts.put(RESOURCES, PackagePart.of(RESOURCES, index));
            }
        }

        /** The names of all files together; the image may have none of those that are added to it. */
        private void checkNames(AppImage image, Set<String> added) {
            Set<String> names = new HashSet<>(added);
            names.add(PartName.MANIFEST);
            Set<String> keys = new HashSet<>();
            names.forEach(name -> keys.add(PartName.key(name)));
            NameList taken = new NameList();
            image.files().keySet().stream()
                    .filter(name -> keys.contains(PartName.key(name)))
                    .forEach(taken::add);
            if (!taken.isEmpty()) {
                problems.accept("The image " + image.folder() + " has files that packing adds as well: " + taken
                        + ". Remove them from the image");
            }
            List<String> faults = PartName.problems(image.files().keySet());
            if (!faults.isEmpty()) {
                problems.accept("The image " + image.folder() + " has files that no package can have:"
                        + String.join(
                                "", faults.stream().map(fault -> "\n  " + fault).toList()));
            }
        }

        private void addFiles(AppImage image, SortedMap<String, PackagePart> parts) throws IOException {
            for (Map.Entry<String, Path> file : image.files().entrySet()) {
                String name = file.getKey();
                boolean cut =
                        image.program(name).filter(PeHeader::signatureIsMissing).isPresent();
                parts.put(
                        name,
                        cut
                                ? PackagePart.of(name, PeHeader.withoutSignature(Files.readAllBytes(file.getValue())))
                                : PackagePart.of(name, file.getValue()));
                if (cut) {
                    notes.accept(
                            "The header of " + name + " points at a signature that is not in the file, as launchers"
                                    + " of jpackage do; the copy in the package has none, since the Store could not sign it");
                }
            }
        }
    }
}
