package io.github.storemaven.msix.pri;

import io.github.storemaven.text.ForeignText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A folder of images with its subfolders, in MakePri's two orders (pri-file reference 2, 3 and 4.1). */
final class ImageFolder {
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x1f<>:\"\\\\|?*]|^\\.|^$|[. ]$");
    private static final int MAX_NAME = 255;
    private static final int MAX_PATH = 400;

    private final String path;
    private final List<String> scopes;
    private final List<Qualifier> qualifiers;
    private final Map<String, ImageFolder> folders = new TreeMap<>();
    private final Map<String, String> files = new TreeMap<>();

    /**
     * An image.
     *
     * @param path in the package, with slashes
     * @param scopes the folders of its resource, from outside inwards, without those that are qualifiers
     * @param name of its resource
     * @param qualifiers of its folders and of its own
     */
    record Image(String path, List<String> scopes, String name, List<Qualifier> qualifiers) {}

    private ImageFolder(String path, List<String> scopes, List<Qualifier> qualifiers) {
        this.path = path;
        this.scopes = scopes;
        this.qualifiers = qualifiers;
    }

    /** The root of a package with these images. */
    static ImageFolder root(Collection<String> paths) throws InvalidResourceException {
        ImageFolder root = new ImageFolder("", List.of("Files"), List.of());
        for (String path : paths) {
            String[] names = path.split("/", -1);
            ImageFolder folder = root;
            for (int at = 0; at < names.length; at++) {
                requireLegal(path, names[at]);
                folder = at < names.length - 1 ? folder.folder(names[at]) : folder.withFile(names[at]);
            }
        }
        return root;
    }

    private static void requireLegal(String path, String name) throws InvalidResourceException {
        if (FORBIDDEN.matcher(name).find() || name.length() > MAX_NAME || path.length() > MAX_PATH) {
            throw new InvalidResourceException("The image " + ForeignText.oneLine(path)
                    + " has a name that resources.pri cannot have: empty, too long, with a dot at its beginning or one of"
                    + " < > : \" \\ | ? *; rename it");
        }
    }

    private ImageFolder folder(String name) throws InvalidResourceException {
        ImageFolder folder = folders.get(upper(name));
        if (folder == null) {
            folder = subfolder(name);
            folders.put(upper(name), folder);
        } else if (!folder.path.equals(path + name + "/")) {
            throw twice(folder.path, path + name + "/");
        }
        return folder;
    }

    private ImageFolder subfolder(String name) throws InvalidResourceException {
        if (LanguageTag.isUnclear(name)) {
            throw new InvalidResourceException("The folder " + ForeignText.oneLine(path + name)
                    + " looks like a language that Windows may not know; if it is one, name the folder lang-" + name
                    + ", else give it another name");
        }
        Optional<List<Qualifier>> own = Qualifier.ofFolder(name);
        return new ImageFolder(
                path + name + "/",
                own.isPresent() ? scopes : joined(scopes, List.of(name)),
                joined(qualifiers, own.orElse(List.of())));
    }

    private ImageFolder withFile(String name) throws InvalidResourceException {
        String other = files.putIfAbsent(upper(name), name);
        if (other != null) {
            throw twice(path + other, path + name);
        }
        return this;
    }

    private static InvalidResourceException twice(String one, String other) {
        return new InvalidResourceException("The names " + ForeignText.oneLine(one) + " and "
                + ForeignText.oneLine(other) + " are the same name on Windows; rename one of them");
    }

    /** All images: those of the subfolders before a folder's own, by name. */
    List<Image> images() {
        List<Image> images = new ArrayList<>();
        collect(images, spellings());
        return images;
    }

    private void collect(List<Image> images, Map<Qualifier, Qualifier> spellings) {
        folders.values().forEach(folder -> folder.collect(images, spellings));
        files.values().forEach(file -> {
            Image image = image(file);
            List<Qualifier> spelled =
                    image.qualifiers().stream().map(spellings::get).toList();
            images.add(new Image(image.path(), scopes, image.name(), spelled));
        });
    }

    /** The first spelling of each qualifier, in the order in which MakePri looks through the folders. */
    private Map<Qualifier, Qualifier> spellings() {
        Map<Qualifier, Qualifier> first = new HashMap<>();
        Deque<ImageFolder> stack = new ArrayDeque<>(List.of(this));
        while (!stack.isEmpty()) {
            ImageFolder folder = stack.pop();
            for (ImageFolder child : folder.folders.values()) {
                stack.push(child);
                child.qualifiers.forEach(qualifier -> first.putIfAbsent(qualifier, qualifier));
            }
            folder.files.values().stream()
                    .flatMap(file -> folder.image(file).qualifiers().stream())
                    .forEach(qualifier -> first.putIfAbsent(qualifier, qualifier));
        }
        return first;
    }

    private Image image(String file) {
        int last = file.lastIndexOf('.');
        int before = file.lastIndexOf('.', last - 1);
        Optional<List<Qualifier>> own =
                before < 0 ? Optional.empty() : Qualifier.ofFilePart(file.substring(before + 1, last));
        String name = own.isPresent() ? file.substring(0, before) + file.substring(last) : file;
        return new Image(path + file, scopes, name, joined(qualifiers, own.orElse(List.of())));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    /** The name as Windows compares it: each code unit in upper case by itself. */
    static String upper(String name) {
        StringBuilder upper = new StringBuilder(name.length());
        name.chars().forEach(unit -> upper.append(Character.toUpperCase((char) unit)));
        return upper.toString();
    }
}
