package io.github.storemaven.msix;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files of one package, by their names as they are unpacked; case and the kind of slash do not matter. */
public final class PackageFiles {
    private static final String RESOURCES = "resources.pri";

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, PeHeader> programs = new LinkedHashMap<>();
    private final NameList sameNames = new NameList();

    /**
     * The files of a package that is not written yet.
     *
     * @param names as they will be unpacked
     * @param programs the headers of those that are programs, by name
     */
    public static PackageFiles of(Collection<String> names, Map<String, PeHeader> programs) {
        PackageFiles files = new PackageFiles();
        names.forEach(files::add);
        programs.forEach(files::add);
        return files;
    }

    /** The name of a file, if it is in the package. */
    public Optional<String> find(String path) {
        return Optional.ofNullable(names.get(PartName.key(path)));
    }

    /** All names, with slashes. */
    public Collection<String> names() {
        return names.values();
    }

    /** The header of a program, if there is a file of that name and it is one. */
    public Optional<PeHeader> program(String path) {
        return Optional.ofNullable(programs.get(PartName.key(path)));
    }

    /** All programs and libraries, by name. */
    public Map<String, PeHeader> programs() {
        return programs;
    }

    /** Whether images may have variants for scales and languages. */
    public boolean hasResourceIndex() {
        return names.containsKey(RESOURCES);
    }

    /** The names that differ from another one in case only. */
    public NameList sameNames() {
        return sameNames;
    }

    void add(String name) {
        if (names.putIfAbsent(PartName.key(name), name) != null) {
            sameNames.add(name);
        }
    }

    void add(String name, PeHeader program) {
        programs.put(PartName.key(name), program);
    }
}
