package io.github.storemaven.check;

import io.github.storemaven.check.FindingCollector.OfPackage;
import io.github.storemaven.msix.AppxManifest;
import io.github.storemaven.msix.XmlElement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an app tells Windows of itself: aliases, file types, protocols, tasks (APX-02, APX-03, APX-11). */
final class ExtensionRules {
    private static final ManifestForm ALIAS =
            ManifestForm.required("Alias", "(?i)[^\\\\/:*?\"<>|]+\\.exe", "a file name that ends with .exe");
    private static final ManifestForm ASSOCIATION = ManifestForm.required(
            "Name", "[a-z0-9._-]{1,100}", "1 to 100 small letters, digits, dots, hyphens and underscores");
    private static final ManifestForm PROTOCOL = ManifestForm.required(
            "Name",
            "[a-z][a-z0-9.+-]{1,38}",
            "2 to 39 small letters, digits, dots, plus and minus signs, a letter first");
    private static final ManifestForm TASK = ManifestForm.required("TaskId", "(?s).*\\S.*", "a name");
    private static final ManifestForm CONTENT = ManifestForm.optional(
            "ContentType", "[^A-Z\\s/]{1,127}/[^A-Z\\s/]{1,127}", "a type in small letters, such as text/plain");
    private static final Pattern FILE_TYPE = Pattern.compile("\\.[^.\\\\/<>\":%|?*\\s]{1,63}");

    private final AppxManifest manifest;
    private final OfPackage report;
    private final Set<String> names = new HashSet<>();

    ExtensionRules(AppxManifest manifest, OfPackage report) {
        this.manifest = manifest;
        this.report = report;
    }

    void check() {
        manifest.root().everything().forEach(element -> {
            switch (element.name()) {
                case "ExecutionAlias" -> check(element, ALIAS, "alias");
                case "FileTypeAssociation" -> checkAssociation(element);
                case "Protocol" -> PROTOCOL.check(element, manifest.place(), report);
                case "StartupTask" -> check(element, TASK, "TaskId");
                default -> {
                    // Other extensions have no form that the reference knows.
                }
            }
        });
    }

    private void check(XmlElement element, ManifestForm form, String kind) {
        form.check(element, manifest.place(), report);
        once(kind, element.attribute(form.attribute()), element);
    }

    private void checkAssociation(XmlElement association) {
        check(association, ASSOCIATION, "file type association");
        List<XmlElement> types = association.all("SupportedFileTypes/FileType");
        boolean any = association.all("SupportedFileTypes/SupportsAnyFileType").isEmpty()
                && association.all("SupportsAnyFileType").isEmpty();
        if (types.isEmpty() && any) {
            report.error(
                    "APX-02",
                    manifest.place(association),
                    "FileTypeAssociation does not have a FileType",
                    "add at least one");
        }
        for (XmlElement type : types) {
            CONTENT.check(type, manifest.place(), report);
            String text = type.text().strip();
            if (!FILE_TYPE.matcher(text).matches()) {
                String remedy = "write a dot and up to 63 characters, without another dot";
                report.error("APX-03", manifest.place(type), "the FileType is " + Quote.of(text), remedy);
            } else if (!text.equals(text.toLowerCase(Locale.ROOT))) {
                report.warning(
                        "APX-03",
                        manifest.place(type),
                        "the FileType is " + Quote.of(text),
                        "write it in small letters");
            }
            once("FileType", text, type);
        }
    }

    private void once(String kind, String name, XmlElement element) {
        if (!name.isEmpty() && !names.add(kind + " " + name.toLowerCase(Locale.ROOT))) {
            report.error(
                    "APX-11",
                    manifest.place(element),
                    "the manifest has the " + kind + " " + Quote.of(name) + " twice",
                    "remove one of them");
        }
    }
}
