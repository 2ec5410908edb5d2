package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfPackage;
import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.XmlElement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What MakeAppx and the schema of manifests ask for: rows APX-01 to APX-03, APX-11, APX-13 and APX-19. */
final class ManifestRules {
    private static final String WORD = "[A-Za-z][A-Za-z0-9]*";
    private static final Pattern DEVICE = Pattern.compile("(?i)CON|PRN|AUX|NUL|COM[1-9]|LPT[1-9]");

    private static final List<ManifestForm> PROPERTIES = List.of(
            ManifestForm.name("DisplayName"),
            ManifestForm.name("PublisherDisplayName"),
            ManifestForm.picture("Logo", true),
            ManifestForm.description(false));

    private static final List<ManifestForm> APPLICATION = List.of(
            ManifestForm.required(
                    "Id", "(?=.{1,64}$)" + WORD + "(\\." + WORD + ")*", "words of letters and digits, a letter first"),
            ManifestForm.optional("Executable", "(?i).+\\.exe", "a path that ends with .exe"));

    private static final List<ManifestForm> VISUAL = List.of(
            ManifestForm.name("DisplayName"),
            ManifestForm.description(true),
            ManifestForm.required(
                    "BackgroundColor", ColorNames.FORM, "#RRGGBB or a name such as transparent or darkSlateGray"),
            ManifestForm.picture("Square150x150Logo", true),
            ManifestForm.picture("Square44x44Logo", true),
            ManifestForm.optional("AppListEntry", "default|none", "default or none"));

    private static final List<ManifestForm> TILE = List.of(
            ManifestForm.picture("Wide310x150Logo", false),
            ManifestForm.picture("Square310x310Logo", false),
            ManifestForm.picture("Square71x71Logo", false),
            ManifestForm.optional("ShortName", ".{1,40}", "1 to 40 characters"));

    private static final List<ManifestForm> SPLASH = List.of(
            ManifestForm.picture("Image", true),
            ManifestForm.optional("BackgroundColor", ColorNames.FORM, "#RRGGBB or the name of a colour"));

    private static final ManifestForm SHOW_ON = ManifestForm.required(
            "Tile",
            "square150x150Logo|wide310x150Logo|square310x310Logo",
            "square150x150Logo, wide310x150Logo or square310x310Logo");

    private final AppxManifest manifest;
    private final OfPackage report;

    ManifestRules(AppxManifest manifest, OfPackage report) {
        this.manifest = manifest;
        this.report = report;
    }

    void check() {
        checkDependencies();
        if (manifest.isResourcePackage()) {
            return;
        }
        XmlElement root = manifest.root();
        checkOnce(root);
        root.first("Properties").ifPresentOrElse(this::checkProperties, () -> missing(root, "Properties"));
        checkApplications();
        new ExtensionRules(manifest, report).check();
    }

    private void checkProperties(XmlElement properties) {
        checkOnce(properties);
        PROPERTIES.forEach(form -> form.checkInside(properties, manifest.place(), report));
        for (String name : List.of("DisplayName", "PublisherDisplayName")) {
            properties
                    .first(name)
                    .filter(element -> element.text().strip().equalsIgnoreCase("Reserved"))
                    .ifPresent(element -> report.warning(
                            "APX-19",
                            manifest.place(element),
                            "The " + name + " is the placeholder \"Reserved\". Write the name that Partner Center"
                                    + " shows."));
        }
    }

    private void checkApplications() {
        List<XmlElement> applications = manifest.applications();
        if (applications.isEmpty() && !manifest.needsNoApplication()) {
            report.error(
                    "APX-01",
                    manifest.place(),
                    "The manifest has no Application, and the Store refuses a package without any. Add Applications"
                            + " with an Application to it.");
        } else if (applications.size() > 100) {
            report.error(
                    "APX-03",
                    manifest.place(),
                    "there are " + applications.size() + " Applications",
                    "Windows takes at most 100");
        }
        Set<String> ids = new HashSet<>();
        for (XmlElement application : applications) {
            checkApplication(application);
            String id = application.attribute("Id");
            if (!ids.add(id.toLowerCase(Locale.ROOT))) {
                report.error(
                        "APX-11",
                        manifest.place(application),
                        "two Applications have the Id " + Quote.of(id),
                        "give each its own");
            }
        }
    }

    private void checkApplication(XmlElement application) {
        check(application, APPLICATION);
        checkOnce(application);
        for (String word : application.attribute("Id").split("\\.", -1)) {
            if (DEVICE.matcher(word).matches()) {
                String message = "the Id " + Quote.of(application.attribute("Id")) + " has the name of a device in it";
                report.error("APX-03", manifest.place(application), message, "choose another");
            }
        }
        boolean starts = application.find("Executable").isPresent()
                || application.find("StartPage").isPresent()
                || application.find("HostId").isPresent();
        if (!starts) {
            missing(application, "the attribute Executable");
        }
        if (application.attribute("Subsystem").equals("console")
                && !application.attribute("SupportsMultipleInstances").equals("true")) {
            report.error(
                    "APX-02",
                    manifest.place(application),
                    "The Application has Subsystem=\"console\" without SupportsMultipleInstances=\"true\", which"
                            + " MakeAppx refuses. Add desktop4:SupportsMultipleInstances=\"true\".");
        }
        application
                .first("VisualElements")
                .ifPresentOrElse(this::checkVisual, () -> missing(application, "VisualElements"));
    }

    private void checkVisual(XmlElement visual) {
        check(visual, VISUAL);
        visual.all("SplashScreen").forEach(splash -> check(splash, SPLASH));
        visual.all("DefaultTile").forEach(this::checkTile);
    }

    private void checkTile(XmlElement tile) {
        check(tile, TILE);
        tile.all("ShowNameOnTiles/ShowOn").forEach(show -> check(show, List.of(SHOW_ON)));
        if (tile.find("Square310x310Logo").isPresent()
                && tile.find("Wide310x150Logo").isEmpty()) {
            report.error(
                    "APX-02",
                    manifest.place(tile),
                    "The DefaultTile has a Square310x310Logo without a Wide310x150Logo, which MakeAppx refuses. Add the"
                            + " wide one.");
        }
    }

    private void check(XmlElement element, List<ManifestForm> forms) {
        forms.forEach(form -> form.check(element, manifest.place(), report));
    }

    /** Elements of the same name are refused in these places. */
    private void checkOnce(XmlElement outer) {
        Set<String> names = new HashSet<>();
        for (XmlElement inner : outer.children()) {
            if (!names.add("{" + inner.namespace() + "}" + inner.name())) {
                String message = outer.name() + " has two elements " + inner.name();
                report.error("APX-11", manifest.place(inner), message, "remove one of them");
            }
        }
    }

    private void checkDependencies() {
        for (XmlElement dependency : manifest.root().all("Dependencies/PackageDependency")) {
            String name = dependency.attribute("Name");
            List<String> parts = List.of(name.toLowerCase(Locale.ROOT).split("[.-]", -1));
            if (parts.contains("debug")) {
                report.error(
                        "APX-13",
                        manifest.place(dependency),
                        "The package needs " + Quote.of(name)
                                + ", a debug build of a framework, which the Store does not"
                                + " have. Build the package for release.");
            } else if (parts.stream().anyMatch(part -> part.startsWith("preview") || part.startsWith("experimental"))) {
                report.warning(
                        "APX-13",
                        manifest.place(dependency),
                        "The package needs " + Quote.of(name)
                                + ", which may not be in the Store. Use a released version" + " of the framework.");
            }
        }
    }

    private void missing(XmlElement element, String what) {
        report.error("APX-02", manifest.place(element), element.name() + " does not have " + what, "add it");
    }

    /** The colours that a manifest may name: those of CSS, in camel case that begins with a small letter. */
    private static final class ColorNames {
        /** A colour of a manifest: a number without alpha, or a name. */
        static final String FORM = "#[0-9A-Fa-f]{6}|" + names();

        private ColorNames() {}

        private static String names() {
            return """
            aliceBlue antiqueWhite aqua aquamarine azure beige bisque black blanchedAlmond blue blueViolet brown
            burlyWood cadetBlue chartreuse chocolate coral cornflowerBlue cornsilk crimson cyan darkBlue darkCyan
            darkGoldenrod darkGray darkGreen darkKhaki darkMagenta darkOliveGreen darkOrange darkOrchid darkRed
            darkSalmon darkSeaGreen darkSlateBlue darkSlateGray darkTurquoise darkViolet deepPink deepSkyBlue dimGray
            dodgerBlue firebrick floralWhite forestGreen fuchsia gainsboro ghostWhite gold goldenrod gray green
            greenYellow honeydew hotPink indianRed indigo ivory khaki lavender lavenderBlush lawnGreen lemonChiffon
            lightBlue lightCoral lightCyan lightGoldenrodYellow lightGreen lightGray lightPink lightSalmon
            lightSeaGreen lightSkyBlue lightSlateGray lightSteelBlue lightYellow lime limeGreen linen magenta maroon
            mediumAquamarine mediumBlue mediumOrchid mediumPurple mediumSeaGreen mediumSlateBlue mediumSpringGreen
            mediumTurquoise mediumVioletRed midnightBlue mintCream mistyRose moccasin navajoWhite navy oldLace olive
            oliveDrab orange orangeRed orchid paleGoldenrod paleGreen paleTurquoise paleVioletRed papayaWhip
            peachPuff peru pink plum powderBlue purple red rosyBrown royalBlue saddleBrown salmon sandyBrown seaGreen
            seaShell sienna silver skyBlue slateBlue slateGray snow springGreen steelBlue tan teal thistle tomato
            transparent turquoise violet wheat white whiteSmoke yellow yellowGreen\
            """.replaceAll("\\s+", "|");
        }
    }
}
