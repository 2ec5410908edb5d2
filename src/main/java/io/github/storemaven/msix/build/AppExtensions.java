package io.github.storemaven.msix.build;

import io.github.storemaven.text.ForeignText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * How Windows starts the app besides its entry in the Start menu: reference 3.4 of MSIX.
 *
 * @param aliases commands of the console
 * @param fileTypes that the app opens, all of one association
 * @param protocols whose addresses the app opens
 * @param startupTask whether the app may be started with Windows, once the user says so
 */
public record AppExtensions(
        List<Alias> aliases, List<FileType> fileTypes, List<Protocol> protocols, boolean startupTask) {
    private static final Pattern ALIAS = Pattern.compile("[^\\\\/:*?\"<>|\\p{Cntrl}]+\\.exe", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_TYPE = Pattern.compile("\\.[^.\\\\/<>\":%|?*\\s\\p{Cntrl}]{1,63}");
    private static final Pattern PROTOCOL = Pattern.compile("[a-z][a-z0-9.+-]{1,38}");

    /** A command, and the launcher that it starts; the app's own where none is named. */
    public record Alias(String name, Optional<String> launcher) {}

    /** A file type with its dot, and what Windows calls such files. */
    public record FileType(String extension, Optional<String> displayName) {}

    /** The scheme of an address, and what Windows calls such links. */
    public record Protocol(String name, Optional<String> displayName) {}

    /** None of them. */
    public static AppExtensions none() {
        return new AppExtensions(List.of(), List.of(), List.of(), false);
    }

    /**
     * Reads them from parameters of the form {@code name} or {@code name=text}.
     *
     * @param problems takes what is wrong, a sentence each
     */
    public static AppExtensions read(
            List<String> aliases,
            List<String> fileTypes,
            List<String> protocols,
            boolean startupTask,
            Consumer<String> problems) {
        Reader reader = new Reader(problems);
        return new AppExtensions(
                reader.aliases(aliases), reader.fileTypes(fileTypes), reader.protocols(protocols), startupTask);
    }

    /** Whether there is anything. */
    public boolean isEmpty() {
        return equals(none());
    }

    /** What Windows calls the files of the association. */
    public Optional<String> fileTypeName() {
        return fileTypes.stream().flatMap(type -> type.displayName().stream()).findFirst();
    }

    /** A parameter's element, taken apart. */
    private record Element(String name, Optional<String> text) {
        static Element of(String written) {
            int equals = written.indexOf('=');
            return equals < 0
                    ? new Element(written.strip(), Optional.empty())
                    : new Element(
                            written.substring(0, equals).strip(),
                            Optional.of(written.substring(equals + 1).strip()).filter(text -> !text.isEmpty()));
        }
    }

    private record Reader(Consumer<String> problems) {
        List<Alias> aliases(List<String> written) {
            List<Alias> aliases = new ArrayList<>();
            for (Element element : elements("aliases", written)) {
                if (!ALIAS.matcher(element.name()).matches()) {
                    problem(
                            "aliases",
                            element,
                            "not a file name that ends with .exe; write demo.exe, or demo.exe=Other.exe");
                }
                aliases.add(new Alias(element.name(), element.text()));
            }
            return aliases;
        }

        List<FileType> fileTypes(List<String> written) {
            List<FileType> types = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (Element element : elements("fileTypes", written)) {
                checkFileType(element);
                element.text().ifPresent(names::add);
                types.add(new FileType(element.name(), element.text()));
            }
            if (names.size() > 1) {
                problems.accept("store.fileTypes gives the file types several names (" + ForeignText.list(names)
                        + "); they are of one association, so give one name, to one of them");
            }
            return types;
        }

        private void checkFileType(Element element) {
            String small = element.name().toLowerCase(Locale.ROOT);
            if (!FILE_TYPE.matcher(element.name()).matches()) {
                problem(
                        "fileTypes",
                        element,
                        "not a file type, which is a dot and then up to 63 characters without another dot");
            } else if (!element.name().equals(small)) {
                problem("fileTypes", element, "not in small letters, as the Store wants it; write " + small);
            }
        }

        List<Protocol> protocols(List<String> written) {
            List<Protocol> protocols = new ArrayList<>();
            for (Element element : elements("protocols", written)) {
                if (!PROTOCOL.matcher(element.name()).matches()) {
                    problem(
                            "protocols",
                            element,
                            "not a protocol, which is a small letter and then 1 to 38 small letters, digits, dots, + or -");
                }
                protocols.add(new Protocol(element.name(), element.text()));
            }
            return protocols;
        }

        private List<Element> elements(String parameter, List<String> written) {
            List<Element> elements = written.stream().map(Element::of).toList();
            Set<String> names = new HashSet<>();
            elements.stream()
                    .filter(element -> !names.add(element.name().toLowerCase(Locale.ROOT)))
                    .forEach(element -> problem(parameter, element, "there twice; write it once"));
            return elements;
        }

        private void problem(String parameter, Element element, String what) {
            problems.accept(
                    "store." + parameter + " has \"" + ForeignText.oneLine(element.name()) + "\", which is " + what);
        }
    }
}
