package io.github.storemaven.goal;

import io.github.storemaven.check.IdentityRules;
import io.github.storemaven.check.IdentityRules.ExpectedIdentity;
import io.github.storemaven.document.StoreLanguages;
import io.github.storemaven.listing.StoreFolder;
import io.github.storemaven.msix.CapabilityTable;
import io.github.storemaven.msix.PackageIdentity;
import io.github.storemaven.msix.PackageVersion;
import io.github.storemaven.msix.build.AppExtensions;
import io.github.storemaven.msix.build.AppImage;
import io.github.storemaven.msix.build.ManifestSettings;
import io.github.storemaven.msix.build.ManifestSource;
import io.github.storemaven.msix.build.ManifestTemplate;
import io.github.storemaven.msix.build.PackageOutput;
import io.github.storemaven.msix.build.PackageSources;
import io.github.storemaven.msix.build.PackageWriter;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.submission.PackageIdentityParameters;
import io.github.storemaven.submission.ProductFolder;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.text.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the parameters of a package mean, checked; a value with a problem is replaced, so that the others are checked too. */
final class PackageSettingsReader {
    private static final String DEFAULT_LANGUAGE = "en-us";
    private static final PackageVersion ANY_VERSION = new PackageVersion("1.0.0.0");
    private static final int LOST_LETTER = 0xFFFD;
    private static final Pattern FOUR_NUMBERS = Pattern.compile("\\d{1,5}(\\.\\d{1,5}){3}");
    private static final Pattern CAPABILITY = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{2,127}");
    private static final Pattern EXCLUDED = Pattern.compile(
            "\\$\\(KnownFolder:(LocalAppData|RoamingAppData|LocalAppDataLow)\\)(\\\\[^\\\\/:*?\"<>|]+)*");
    private static final String PRODUCT_IDENTITY =
            "; Partner Center shows it on the page \"Product identity\" of the app, as ";

    private final PackageMojo mojo;
    private final ConfigurationProblems problems;

    PackageSettingsReader(PackageMojo mojo, ConfigurationProblems problems) {
        this.mojo = mojo;
        this.problems = problems;
    }

    /** When a bundle is made; the first is what a wrong value becomes. */
    private enum Bundle {
        AUTO,
        ALWAYS
    }

    /** All that the packages of some images are made from. */
    PackageSources sources(List<AppImage> images) throws IOException {
        return new PackageSources(images, manifest(), icon(), assets());
    }

    PackageOutput output(List<AppImage> images) {
        boolean always = new ParameterValues(problems).of(Bundle.class, mojo.bundle, "bundle") == Bundle.ALWAYS;
        return new PackageOutput(
                mojo.buildDirectory(),
                mojo.project.getBuild().getFinalName(),
                images.stream().map(AppImage::architecture).sorted().toList(),
                always || images.size() > 1,
                time());
    }

    /** What the packages have to be, as far as it was given. */
    ExpectedIdentity identity() {
        return parameters().expected();
    }

    private PackageIdentityParameters parameters() {
        return new PackageIdentityParameters(
                mojo.packageIdentityName, mojo.publisher, mojo.publisherDisplayName, mojo.packageFamilyName);
    }

    private ManifestSource manifest() throws IOException {
        parameters().check(problems);
        PackageVersion version = version();
        if (mojo.manifestFile != null) {
            ProjectFilter filter = ProjectFilter.of(mojo.session, mojo.project);
            Optional<ManifestTemplate> own = ManifestTemplate.read(
                    mojo.manifestFile.toPath(),
                    version,
                    (expression, problem) ->
                            filter.text("${" + expression + "}", (line, message) -> problem.accept(message)),
                    problems::add);
            if (own.isPresent()) {
                warnOfParametersWithoutEffect();
                return own.get();
            }
        }
        return settings(version);
    }

    private void warnOfParametersWithoutEffect() {
        Map<String, Boolean> given = new TreeMap<>(Map.of(
                "displayName", text(mojo.displayName).isPresent(),
                "packageDescription", text(mojo.packageDescription).isPresent(),
                "packageApplicationId", text(mojo.packageApplicationId).isPresent(),
                "startupTask", mojo.startupTask));
        Map<String, List<String>> lists = new TreeMap<>();
        lists.put("languages", mojo.languages);
        lists.put("capabilities", mojo.capabilities);
        lists.put("aliases", mojo.aliases);
        lists.put("fileTypes", mojo.fileTypes);
        lists.put("protocols", mojo.protocols);
        lists.put("excludedDirectories", mojo.excludedDirectories);
        lists.forEach((name, list) ->
                given.put(name, !ConfigurationProblems.given(list).isEmpty()));
        List<String> names = given.keySet().stream().filter(given::get).toList();
        if (!names.isEmpty()) {
            mojo.getLog()
                    .warn("store.manifestFile is the whole manifest, so these have no effect: "
                            + String.join(", ", names) + "; write them into it");
        }
    }

    private ManifestSettings settings(PackageVersion version) throws IOException {
        String name = text(mojo.displayName).orElse(mojo.project.getName());
        ManifestSettings settings = new ManifestSettings(
                identityName(),
                publisher(),
                publisherDisplayName(),
                name,
                text(mojo.packageDescription)
                        .or(() -> text(mojo.project.getDescription()))
                        .map(text -> text.replaceAll("\\s+", " "))
                        .orElse(name),
                version,
                languages(),
                text(mojo.packageApplicationId),
                mojo.backgroundColor,
                capabilities(),
                windows("minimumWindows", mojo.minimumWindows),
                windows("testedWindows", mojo.testedWindows),
                AppExtensions.read(
                        ConfigurationProblems.given(mojo.aliases),
                        ConfigurationProblems.given(mojo.fileTypes),
                        ConfigurationProblems.given(mojo.protocols),
                        mojo.startupTask,
                        problems::add),
                excludedDirectories());
        Stream.of(settings.displayName(), settings.description())
                .filter(text -> text.indexOf(LOST_LETTER) >= 0)
                .distinct()
                .forEach(text -> problems.add("\"" + ForeignText.oneLine(text) + "\" contains U+FFFD, the sign for a"
                        + " letter that was lost; write the name and the description again, and save pom.xml in the"
                        + " encoding that it names"));
        checkFamilyName(settings);
        checkWindows(settings);
        return settings;
    }

    private static Optional<String> text(String value) {
        return ConfigurationProblems.given(value);
    }

    private String identityName() {
        return identity("packageIdentityName", mojo.packageIdentityName, "Package/Identity/Name")
                .filter(name -> isRight(
                        "packageIdentityName",
                        name,
                        parameters().expected().packageIdentityName().isEmpty() || IdentityRules.isName(name),
                        "3 to 50 letters, digits, dots and hyphens",
                        "Package/Identity/Name"))
                .orElse("Missing.Name");
    }

    private String publisher() {
        return identity("publisher", mojo.publisher, "Package/Identity/Publisher")
                .filter(name -> isRight(
                        "publisher",
                        name,
                        parameters().expected().publisher().isEmpty() || IdentityRules.isPublisher(name),
                        "CN= and what Partner Center gave you, such as CN=11111111-2222-3333-4444-555555555555",
                        "Package/Identity/Publisher"))
                .orElse("CN=Missing");
    }

    private String publisherDisplayName() {
        return identity("publisherDisplayName", mojo.publisherDisplayName, "Package/Properties/PublisherDisplayName")
                .orElse("Missing");
    }

    private Optional<String> identity(String parameter, String value, String place) {
        Optional<String> given = text(value);
        if (given.isEmpty()) {
            problems.missing(
                    parameter, "The value of store." + parameter, PRODUCT_IDENTITY + place + mojo.meantFor(parameter));
        }
        return given;
    }

    private boolean isRight(String parameter, String value, boolean right, String allowed, String place) {
        if (!right) {
            problems.add("store." + parameter + " is \"" + ForeignText.oneLine(value) + "\"; allowed values: " + allowed
                    + PRODUCT_IDENTITY + place);
        }
        return right;
    }

    /** Where the publisher's hash does not fit, name or publisher is another product's. */
    private void checkFamilyName(ManifestSettings settings) {
        PackageIdentity identity =
                new PackageIdentity(settings.name(), settings.publisher(), settings.version(), "", Optional.empty());
        ExpectedIdentity expected = identity();
        boolean known = expected.packageIdentityName().isPresent()
                && expected.publisher().isPresent();
        expected.packageFamilyName()
                .filter(family -> known && !family.equals(identity.familyName()))
                .ifPresent(family -> problems.add("store.packageFamilyName is \"" + ForeignText.oneLine(family)
                        + "\", and packageIdentityName and publisher give " + identity.familyName()
                        + "; compare all three with the page \"Product identity\" of Partner Center"));
    }

    private PackageVersion version() {
        Optional<String> given = text(mojo.packageVersion);
        Optional<PackageVersion> version = given.isPresent()
                ? given.map(PackageVersion::new).filter(PackageVersion::isForStore)
                : PackageVersion.ofMaven(mojo.project.getVersion());
        if (version.isEmpty() && given.isPresent()) {
            problems.add("store.packageVersion is \"" + ForeignText.oneLine(given.get())
                    + "\"; a version has four numbers up to 65535, the first at least 1, the last 0 since it is the"
                    + " Store's, such as 1.4.0.0");
        } else if (version.isEmpty()) {
            problems.add("The project's version " + ForeignText.oneLine(mojo.project.getVersion())
                    + " gives no version of a package, which needs one to three numbers up to 65535, the first at least 1;"
                    + " write four numbers of which the last is 0 into <packageVersion>");
        } else if (given.isEmpty() && mojo.project.getVersion().contains("-")) {
            mojo.getLog()
                    .info("Version " + ForeignText.oneLine(mojo.project.getVersion()) + " becomes " + version.get()
                            + ": a package's version has numbers only, so the release will have the same");
        }
        return version.orElse(ANY_VERSION);
    }

    private List<String> languages() throws IOException {
        List<String> given = ConfigurationProblems.given(mojo.languages);
        List<String> languages = new ArrayList<>();
        for (String language : given) {
            Optional<String> known = StoreLanguages.canonical(language);
            if (known.isEmpty()) {
                problems.add("store.languages has \"" + ForeignText.oneLine(language)
                        + "\", which the Store does not know"
                        + StoreLanguages.suggestion(language)
                                .map(right -> "; write " + right)
                                .orElse(""));
            } else if (languages.contains(known.get())) {
                problems.add("store.languages has " + known.get() + " twice; write it once");
            } else {
                languages.add(known.get());
            }
        }
        if (given.isEmpty()) {
            languages.addAll(StoreFolder.languagesWithoutTitle(mojo.storeFolder()));
        }
        if (given.isEmpty() && languages.remove(DEFAULT_LANGUAGE)) {
            languages.add(0, DEFAULT_LANGUAGE);
        }
        if (languages.isEmpty()) {
            languages.add(DEFAULT_LANGUAGE);
        }
        return languages;
    }

    private List<String> capabilities() {
        List<String> given = ConfigurationProblems.given(mojo.capabilities);
        List<String> right = new ArrayList<>();
        for (String name : given) {
            if (!CAPABILITY.matcher(name).matches()) {
                problems.add("store.capabilities has \"" + ForeignText.oneLine(name)
                        + "\"; a capability is a name of letters without prefix, such as microphone");
                continue;
            }
            right.add(name);
            if (CapabilityTable.find(name).isEmpty()) {
                mojo.getLog()
                        .warn("store.capabilities has " + name + ", which Windows may not know"
                                + NearestName.of(name, CapabilityTable.names())
                                        .map(near -> "; did you mean " + near + "?")
                                        .orElse("; it is written as a restricted one"));
            }
        }
        return right;
    }

    private String windows(String parameter, String value) {
        String text = text(value).orElse("");
        if (!FOUR_NUMBERS.matcher(text).matches()) {
            problems.add("store." + parameter + " is \"" + ForeignText.oneLine(text)
                    + "\"; a version of Windows has four numbers, such as 10.0.17763.0");
            return "10.0.17763.0";
        }
        return text;
    }

    /** MakeAppx refuses it (reference 3.4). */
    private void checkWindows(ManifestSettings settings) {
        boolean readable = Stream.of(mojo.minimumWindows, mojo.testedWindows)
                .allMatch(value -> FOUR_NUMBERS.matcher(text(value).orElse("")).matches());
        PackageVersion oldest = new PackageVersion(settings.minimumWindows());
        if (readable && new PackageVersion(settings.testedWindows()).compareTo(oldest) < 0) {
            problems.add("store.testedWindows is " + settings.testedWindows()
                    + ", which is older than store.minimumWindows, " + settings.minimumWindows()
                    + "; write the newest Windows that the app was tested on");
        }
    }

    private List<String> excludedDirectories() {
        List<String> given = ConfigurationProblems.given(mojo.excludedDirectories);
        for (String folder : given) {
            if (!EXCLUDED.matcher(folder).matches()) {
                problems.add("store.excludedDirectories has \"" + ForeignText.oneLine(folder)
                        + "\"; allowed are folders below $(KnownFolder:LocalAppData), $(KnownFolder:RoamingAppData) and"
                        + " $(KnownFolder:LocalAppDataLow), such as $(KnownFolder:LocalAppData)\\Example");
            }
        }
        if (!given.isEmpty()) {
            mojo.getLog()
                    .warn("store.excludedDirectories needs the restricted capability unvirtualizedResources, which the"
                            + " Store seldom grants; tell the reason in Partner Center");
        }
        return given;
    }

    private Optional<Path> icon() throws IOException {
        if (mojo.icon != null) {
            return file("store.icon names " + mojo.icon, mojo.icon.toPath());
        }
        Path icon = usual("icon.png");
        return Files.notExists(icon, LinkOption.NOFOLLOW_LINKS) ? Optional.empty() : file("The icon is " + icon, icon);
    }

    private Optional<Path> file(String named, Path file) {
        if (Files.isRegularFile(file)) {
            return Optional.of(file);
        }
        problems.add(named + ", which is not a file");
        return Optional.empty();
    }

    /** What the store folder usually has; the same in another case would be passed over where case counts. */
    private Path usual(String name) throws IOException {
        Path wanted = mojo.storeFolder().resolve(name);
        Path root = mojo.storeDirectory == null ? mojo.folder() : mojo.storeFolder();
        ProductFolder.wrongCase(root, wanted).ifPresent(problems::add);
        return wanted;
    }

    private SortedMap<String, Path> assets() throws IOException {
        Path folder = mojo.assets == null ? usual("assets") : mojo.assets.toPath();
        SortedMap<String, Path> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            if (mojo.assets != null) {
                problems.add("store.assets names " + folder + ", which is not a folder");
            }
            return files;
        }
        Path root = folder.toRealPath();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                if (file.toRealPath().startsWith(root)) {
                    files.put(root.relativize(file).toString().replace('\\', '/'), file);
                } else {
                    problems.add(file + " is a link that leads out of " + folder + "; put the file itself there");
                }
            }
        }
        return files;
    }

    /** That of the build; one that is no time, or before ZIP knows any, is the first that a ZIP can tell. */
    private Instant time() {
        String text = mojo.project
                .getProperties()
                .getProperty("project.build.outputTimestamp", "")
                .strip();
        try {
            Instant time = text.matches("\\d{2,12}")
                    ? Instant.ofEpochSecond(Long.parseLong(text))
                    : OffsetDateTime.parse(text).toInstant();
            return time.isBefore(PackageWriter.FIRST_TIME) ? PackageWriter.FIRST_TIME : time;
        } catch (DateTimeException none) {
            return PackageWriter.FIRST_TIME;
        }
    }
}
