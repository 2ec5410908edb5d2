package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfPackage;
import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.PackageFiles;
import io.github.storemaven.msix.XmlElement;
import io.github.storemaven.text.NearestName;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a manifest names and its package has to have: rows APX-04 for files and APX-05 for images. */
final class ReferenceRules {
    private static final Set<String> FILES = Set.of("Executable", "StartPage", "File", "Path", "DllPath");
    private static final Set<String> PICTURES = Set.of("Image", "Icon");
    private static final String RESOURCE = "ms-resource:";

    /** In the package as well as outside of it; elsewhere a path is none of a file. */
    private static final Pattern PATH =
            Pattern.compile("(?i).*\\.(exe|dll|tlb|winmd|glb|js|html?|ttf|otf|ttc|lnk|ico)");

    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]+:.*");
    private static final Pattern OWN_ADDRESS = Pattern.compile("(?i)ms-appx(-web)?:///|\\[\\{Package}]");
    private static final Pattern QUERY = Pattern.compile("[?#].*");
    private static final Pattern FROM_THE_ROOT = Pattern.compile("^(?:\\.?/)++");
    private static final Pattern INDEX = Pattern.compile(" ?, ?-?\\d{1,9}$");

    /** A part of Windows that manifests of .NET components name. */
    private static final String PART_OF_WINDOWS = "clrhost.dll";

    private static final int MOST_SEARCHED = 5000;
    private static final int MOST_MISSING = 50;

    private final AppxManifest manifest;
    private final OfPackage report;
    private final List<PackageFiles> everywhere;
    private final Set<String> told = new HashSet<>();

    /** @param resources the packages of resources in the same bundle */
    ReferenceRules(AppxManifest manifest, List<AppxManifest> resources, OfPackage report) {
        this.manifest = manifest;
        this.report = report;
        this.everywhere = Stream.concat(Stream.of(manifest), resources.stream())
                .map(AppxManifest::files)
                .toList();
    }

    void check() {
        if (manifest.root().text("Properties/AllowExternalContent").equals("true")) {
            return; // Its files are installed beside it, and nobody knows them here.
        }
        boolean[] needsIndex = new boolean[1];
        manifest.root().everything().forEach(element -> {
            element.attributes().forEach((attribute, value) -> {
                String name = attribute.substring(attribute.indexOf('}') + 1);
                needsIndex[0] |= value.startsWith(RESOURCE);
                check(name, value, element);
            });
            if (element.children().isEmpty()) {
                String text = element.text().strip();
                needsIndex[0] |= text.startsWith(RESOURCE);
                checkText(element, text);
            }
        });
        if (needsIndex[0] && !manifest.files().hasResourceIndex()) {
            report.error(
                    "APX-04",
                    manifest.place(),
                    "The manifest has texts or images that begin with " + RESOURCE
                            + ", and the package has no resources.pri, where these are. Make one with makepri, or write"
                            + " the texts into the manifest.");
        }
    }

    private void checkText(XmlElement element, String text) {
        if (element.name().equals("Logo") || (element.name().equals("Path") && !text.isEmpty())) {
            check(element.name(), text, element);
        }
    }

    private void check(String name, String value, XmlElement element) {
        if (value.isBlank() || value.startsWith(RESOURCE)) {
            return;
        }
        boolean certificate = name.equals("Content") && element.name().equals("Certificate");
        if (name.endsWith("Logo") || (PICTURES.contains(name) && !holdsPicture(value))) {
            checkPicture(name, value, element);
        } else if (FILES.contains(name) || PICTURES.contains(name) || certificate) {
            inPackage(name, value).ifPresent(path -> checkFile(name, value, path, element));
        }
    }

    /** Whether a value means a program or the like with a picture in it, whose number may follow. */
    private static boolean holdsPicture(String value) {
        return PATH.matcher(INDEX.matcher(value).replaceFirst("")).matches();
    }

    /** The path in the package that a value means; empty where it means something outside of it. */
    private static Optional<String> inPackage(String name, String value) {
        String path = OWN_ADDRESS.matcher(value).replaceFirst("");
        if (ADDRESS.matcher(path).matches() || path.startsWith("[{") || path.equalsIgnoreCase(PART_OF_WINDOWS)) {
            return Optional.empty();
        }
        if (name.equals("StartPage")) {
            path = QUERY.matcher(path).replaceFirst("");
        } else if (name.equals("Icon")) {
            path = INDEX.matcher(path).replaceFirst("");
        }
        boolean mayBeNone = name.endsWith("Path");
        return mayBeNone && !PATH.matcher(path).matches() ? Optional.empty() : Optional.of(path);
    }

    private void checkFile(String name, String value, String path, XmlElement element) {
        if (!isThere(path) && isNew(value)) {
            report.error(
                    "APX-04",
                    manifest.place(element),
                    "The manifest names " + Quote.of(value) + " as " + name + ", and the package does not have it"
                            + near(path) + ". Correct the path, or pack the file.");
        }
    }

    private void checkPicture(String name, String value, XmlElement element) {
        String path = OWN_ADDRESS.matcher(value).replaceFirst("");
        if (ADDRESS.matcher(path).matches() || isThere(path)) {
            return;
        }
        String image = plain(path).toLowerCase(Locale.ROOT);
        Optional<String> variant = everywhere.stream()
                .flatMap(files -> files.names().stream())
                .filter(candidate -> QualifiedNames.isVariant(candidate, image))
                .findFirst();
        boolean counts = variant.isPresent() && manifest.files().hasResourceIndex();
        if (!counts && isNew(value)) {
            String found = variant.map(
                            file -> ", only " + Quote.of(file) + ", which needs a resources.pri (makepri makes one)")
                    .orElseGet(() -> near(path));
            report.error(
                    "APX-05",
                    manifest.place(element),
                    "The manifest names the image " + Quote.of(value) + " as " + name
                            + ", and the package does not have it" + found
                            + ". Correct the path, or pack the image under this name.");
        }
    }

    /** Whether a value is told for the first time, and there are not too many already. */
    private boolean isNew(String value) {
        return !report.full()
                && told.size() < MOST_MISSING
                && told.add(plain(value).toLowerCase(Locale.ROOT));
    }

    private boolean isThere(String path) {
        String name = plain(path);
        return everywhere.stream().anyMatch(files -> files.find(name).isPresent());
    }

    private static String plain(String path) {
        return FROM_THE_ROOT.matcher(path.replace('\\', '/')).replaceFirst("");
    }

    /** Where a file of that name is, or the file with the nearest name. */
    private String near(String path) {
        String wanted = plain(path);
        String last = wanted.substring(wanted.lastIndexOf('/') + 1);
        Optional<String> elsewhere = manifest.files().names().stream()
                .filter(name -> name.substring(name.lastIndexOf('/') + 1).equalsIgnoreCase(last))
                .findFirst();
        if (elsewhere.isPresent()) {
            int end = elsewhere.get().lastIndexOf('/');
            String where =
                    end < 0 ? "the root" : "the folder " + elsewhere.get().substring(0, end);
            return "; " + elsewhere.get().substring(end + 1) + " is in " + where;
        }
        List<String> names =
                manifest.files().names().stream().limit(MOST_SEARCHED).toList();
        return NearestName.of(wanted, names).map(name -> "; it has " + name).orElse("");
    }

    /**
     * Variants of an image for scales, sizes, languages and the like, which a resources.pri finds: {@code
     * Logo.scale-200.png}, {@code Logo.targetsize-44_altform-unplated.png}, {@code de-de/Logo.png}.
     */
    private static final class QualifiedNames {
        private static final Pattern QUALIFIER = Pattern.compile(
                "(scale|targetsize|altform|contrast|theme|language|lang|"
                        + "layoutdirection|layoutdir|homeregion|dxfeaturelevel|dxfl|configuration|config|devicefamily)-[a-z0-9-]+");
        private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}");

        private QualifiedNames() {}

        /** Whether a file is a variant of the image of that name, which is in small letters; both with slashes. */
        static boolean isVariant(String file, String image) {
            String candidate = file.toLowerCase(Locale.ROOT);
            return !candidate.equals(image) && withoutQualifiers(candidate).equals(image);
        }

        private static String withoutQualifiers(String path) {
            List<String> segments = Arrays.asList(path.split("/", -1));
            StringBuilder plain = new StringBuilder();
            for (String folder : segments.subList(0, segments.size() - 1)) {
                if (!isQualifier(folder)) {
                    plain.append(folder).append('/');
                }
            }
            return plain.append(name(segments.get(segments.size() - 1))).toString();
        }

        /** {@code logo.scale-200_contrast-black.png} is {@code logo.png}. */
        private static String name(String fileName) {
            int extension = fileName.lastIndexOf('.');
            int middle = extension <= 0 ? -1 : fileName.lastIndexOf('.', extension - 1);
            return middle > 0 && isQualifier(fileName.substring(middle + 1, extension))
                    ? fileName.substring(0, middle) + fileName.substring(extension)
                    : fileName;
        }

        private static boolean isQualifier(String text) {
            return LANGUAGE.matcher(text).matches()
                    || Arrays.stream(text.split("_", -1))
                            .allMatch(part -> QUALIFIER.matcher(part).matches());
        }
    }
}
