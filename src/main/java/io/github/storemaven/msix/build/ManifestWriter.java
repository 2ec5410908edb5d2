package io.github.storemaven.msix.build;

import io.github.storemaven.msix.CapabilityTable;
import io.github.storemaven.msix.ManifestNamespace;
import io.github.storemaven.msix.PeHeader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the {@code AppxManifest.xml} of an app image: reference 3 of MSIX. The same settings give the same bytes. */
final class ManifestWriter {
    /** The file of a logo for file types; without it Windows shows the app's own. */
    static final String FILE_LOGO = "Assets/FileLogo.png";

    private static final String FULL_TRUST_APPLICATION = "Windows.FullTrustApplication";
    private static final String INDENT = "  ";
    private static final int MAX_ASSOCIATION = 100;

    private final ManifestSettings settings;
    private final AppImage image;
    private final boolean hasFileLogo;
    private final Set<ManifestNamespace> used = EnumSet.of(
            ManifestNamespace.FOUNDATION, ManifestNamespace.UAP, ManifestNamespace.UAP10, ManifestNamespace.RESCAP);
    private final XMLStreamWriter xml;
    private int depth;

    private ManifestWriter(ManifestSettings settings, AppImage image, boolean hasFileLogo, XMLStreamWriter xml) {
        this.settings = settings;
        this.image = image;
        this.hasFileLogo = hasFileLogo;
        this.xml = xml;
    }

    /** The manifest in UTF-8; {@code files} are those that the package has besides the image. */
    static byte[] write(ManifestSettings settings, AppImage image, Set<String> files) {
        StringWriter text = new StringWriter();
        try {
            ManifestWriter writer = new ManifestWriter(
                    settings,
                    image,
                    files.contains(FILE_LOGO),
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text));
            writer.document();
            writer.xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a manifest is written to memory", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void document() throws XMLStreamException {
        findNamespaces();
        xml.writeStartDocument("utf-8", "1.0");
        open(ManifestNamespace.FOUNDATION, "Package");
        for (ManifestNamespace space : used) {
            xml.writeNamespace(space.prefix(), space.uri());
        }
        attribute(
                "IgnorableNamespaces",
                used.stream()
                        .map(ManifestNamespace::prefix)
                        .filter(prefix -> !prefix.isEmpty())
                        .collect(Collectors.joining(" ")));
        empty(
                ManifestNamespace.FOUNDATION,
                "Identity",
                "Name",
                settings.name(),
                "Publisher",
                settings.publisher(),
                "Version",
                settings.version().text(),
                "ProcessorArchitecture",
                image.architecture());
        properties();
        resources();
        capabilities();
        applications();
        close();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private void findNamespaces() {
        capabilityList().forEach(capability -> used.add(capability.space()));
        AppExtensions extensions = settings.extensions();
        if (!extensions.fileTypes().isEmpty() || !extensions.protocols().isEmpty()) {
            used.add(ManifestNamespace.UAP3);
        }
        for (AppExtensions.Alias alias : extensions.aliases()) {
            if (isConsole(alias)) {
                used.addAll(List.of(ManifestNamespace.UAP5, ManifestNamespace.DESKTOP4));
            } else {
                used.addAll(List.of(ManifestNamespace.UAP3, ManifestNamespace.DESKTOP));
            }
        }
        if (extensions.startupTask()) {
            used.add(ManifestNamespace.DESKTOP);
        }
        if (!settings.excludedDirectories().isEmpty()) {
            used.add(ManifestNamespace.VIRTUALIZATION);
        }
    }

    private void properties() throws XMLStreamException {
        open(ManifestNamespace.FOUNDATION, "Properties");
        text(ManifestNamespace.FOUNDATION, "DisplayName", settings.displayName());
        text(ManifestNamespace.FOUNDATION, "PublisherDisplayName", settings.publisherDisplayName());
        text(ManifestNamespace.FOUNDATION, "Description", settings.description());
        text(ManifestNamespace.FOUNDATION, "Logo", "Assets\\StoreLogo.png");
        if (!settings.excludedDirectories().isEmpty()) {
            open(ManifestNamespace.VIRTUALIZATION, "FileSystemWriteVirtualization");
            open(ManifestNamespace.VIRTUALIZATION, "ExcludedDirectories");
            for (String folder : settings.excludedDirectories()) {
                text(ManifestNamespace.VIRTUALIZATION, "ExcludedDirectory", folder);
            }
            close();
            close();
        }
        close();
    }

    private void resources() throws XMLStreamException {
        open(ManifestNamespace.FOUNDATION, "Resources");
        for (String language : settings.languages()) {
            empty(ManifestNamespace.FOUNDATION, "Resource", "Language", language);
        }
        close();
        open(ManifestNamespace.FOUNDATION, "Dependencies");
        empty(
                ManifestNamespace.FOUNDATION,
                "TargetDeviceFamily",
                "Name",
                "Windows.Desktop",
                "MinVersion",
                settings.minimumWindows(),
                "MaxVersionTested",
                settings.testedWindows());
        close();
    }

    /** Those that are wanted or needed, each once; device capabilities come last. A name that is not known is restricted. */
    private List<CapabilityTable.Known> capabilityList() {
        List<String> names = new ArrayList<>(settings.capabilities());
        names.add(ManifestSettings.FULL_TRUST);
        if (!settings.excludedDirectories().isEmpty()) {
            names.add(ManifestSettings.UNVIRTUALIZED);
        }
        List<CapabilityTable.Known> known = names.stream()
                .distinct()
                .map(name -> CapabilityTable.find(name)
                        .orElseGet(() -> new CapabilityTable.Known(name, ManifestNamespace.RESCAP, false)))
                .toList();
        List<CapabilityTable.Known> ordered = new ArrayList<>();
        known.stream().filter(one -> !one.isDevice()).forEach(ordered::add);
        known.stream().filter(CapabilityTable.Known::isDevice).forEach(ordered::add);
        return ordered;
    }

    private void capabilities() throws XMLStreamException {
        open(ManifestNamespace.FOUNDATION, "Capabilities");
        for (CapabilityTable.Known capability : capabilityList()) {
            empty(
                    capability.space(),
                    capability.isDevice() ? "DeviceCapability" : "Capability",
                    "Name",
                    capability.name());
        }
        close();
    }

    private void applications() throws XMLStreamException {
        open(ManifestNamespace.FOUNDATION, "Applications");
        open(ManifestNamespace.FOUNDATION, "Application");
        attribute("Id", settings.applicationId(image));
        attribute("Executable", image.launcher());
        attribute("EntryPoint", FULL_TRUST_APPLICATION);
        // Windows before 10.0.19041 knows the entry point only, later ones judge by these two.
        attribute(ManifestNamespace.UAP10, "RuntimeBehavior", "packagedClassicApp");
        attribute(ManifestNamespace.UAP10, "TrustLevel", "mediumIL");
        visualElements();
        if (!settings.extensions().isEmpty()) {
            open(ManifestNamespace.FOUNDATION, "Extensions");
            for (AppExtensions.Alias alias : settings.extensions().aliases()) {
                alias(alias);
            }
            fileTypes();
            protocols();
            startupTask();
            close();
        }
        close();
        close();
    }

    private void visualElements() throws XMLStreamException {
        open(ManifestNamespace.UAP, "VisualElements");
        attribute("DisplayName", settings.displayName());
        attribute("Description", settings.description());
        attribute("BackgroundColor", settings.backgroundColor());
        attribute("Square150x150Logo", "Assets\\Square150x150Logo.png");
        attribute("Square44x44Logo", "Assets\\Square44x44Logo.png");
        empty(
                ManifestNamespace.UAP,
                "DefaultTile",
                "Wide310x150Logo",
                "Assets\\Wide310x150Logo.png",
                "Square310x310Logo",
                "Assets\\Square310x310Logo.png",
                "Square71x71Logo",
                "Assets\\Square71x71Logo.png");
        close();
    }

    private boolean isConsole(AppExtensions.Alias alias) {
        return image.program(executable(alias)).filter(PeHeader::isConsole).isPresent();
    }

    private String executable(AppExtensions.Alias alias) {
        return alias.launcher().flatMap(image::find).orElse(image.launcher());
    }

    /** A program of the console takes the caller's console only by the newer form. */
    private void alias(AppExtensions.Alias alias) throws XMLStreamException {
        boolean isConsole = isConsole(alias);
        ManifestNamespace space = isConsole ? ManifestNamespace.UAP5 : ManifestNamespace.UAP3;
        extension(space, "windows.appExecutionAlias", Optional.of(executable(alias)));
        open(space, "AppExecutionAlias");
        if (isConsole) {
            attribute(ManifestNamespace.DESKTOP4, "Subsystem", "console");
        }
        empty(isConsole ? ManifestNamespace.UAP5 : ManifestNamespace.DESKTOP, "ExecutionAlias", "Alias", alias.name());
        close();
        close();
    }

    private void fileTypes() throws XMLStreamException {
        AppExtensions extensions = settings.extensions();
        if (extensions.fileTypes().isEmpty()) {
            return;
        }
        extension(ManifestNamespace.UAP, "windows.fileTypeAssociation", Optional.empty());
        open(ManifestNamespace.UAP3, "FileTypeAssociation");
        attribute("Name", associationName());
        attribute("Parameters", "\"%1\"");
        text(ManifestNamespace.UAP, "DisplayName", extensions.fileTypeName().orElse(settings.displayName()));
        if (hasFileLogo) {
            text(ManifestNamespace.UAP, "Logo", FILE_LOGO.replace('/', '\\'));
        }
        open(ManifestNamespace.UAP, "SupportedFileTypes");
        for (AppExtensions.FileType type : extensions.fileTypes()) {
            text(ManifestNamespace.UAP, "FileType", type.extension());
        }
        close();
        close();
        close();
    }

    private String associationName() {
        String name =
                AppImage.baseName(image.launcher()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "");
        return name.isEmpty() ? "files" : name.substring(0, Math.min(name.length(), MAX_ASSOCIATION));
    }

    private void protocols() throws XMLStreamException {
        for (AppExtensions.Protocol protocol : settings.extensions().protocols()) {
            extension(ManifestNamespace.UAP, "windows.protocol", Optional.empty());
            open(ManifestNamespace.UAP3, "Protocol");
            attribute("Name", protocol.name());
            attribute("Parameters", "\"%1\"");
            text(ManifestNamespace.UAP, "DisplayName", protocol.displayName().orElse(settings.displayName()));
            close();
            close();
        }
    }

    private void startupTask() throws XMLStreamException {
        if (settings.extensions().startupTask()) {
            extension(ManifestNamespace.DESKTOP, "windows.startupTask", Optional.of(image.launcher()));
            empty(
                    ManifestNamespace.DESKTOP,
                    "StartupTask",
                    "TaskId",
                    settings.applicationId(image),
                    "Enabled",
                    "false",
                    "DisplayName",
                    settings.displayName());
            close();
        }
    }

    private void extension(ManifestNamespace space, String category, Optional<String> executable)
            throws XMLStreamException {
        open(space, "Extension");
        attribute("Category", category);
        if (executable.isPresent()) {
            attribute("Executable", executable.get());
            attribute("EntryPoint", FULL_TRUST_APPLICATION);
        }
    }

    private void open(ManifestNamespace space, String name) throws XMLStreamException {
        line();
        xml.writeStartElement(space.prefix(), name, space.uri());
        depth++;
    }

    private void close() throws XMLStreamException {
        depth--;
        line();
        xml.writeEndElement();
    }

    private void empty(ManifestNamespace space, String name, String... namesAndValues) throws XMLStreamException {
        line();
        xml.writeEmptyElement(space.prefix(), name, space.uri());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    private void text(ManifestNamespace space, String name, String text) throws XMLStreamException {
        line();
        xml.writeStartElement(space.prefix(), name, space.uri());
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
    }

    private void attribute(ManifestNamespace space, String name, String value) throws XMLStreamException {
        xml.writeAttribute(space.prefix(), space.uri(), name, value);
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + INDENT.repeat(depth));
    }
}
