package io.github.storemaven.listing;

import io.github.storemaven.document.ProductType;
import io.github.storemaven.json.Pointer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which file or folder sets which path of a document; pointers are compared without regard to case. */
final class PathSources {
    private final SortedMap<String, Path> paths = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    void addLanguages(List<LanguageFolder> languages, ProductType kind) {
        for (LanguageFolder language : languages) {
            String listing = Pointer.member("/listings", language.code());
            String texts = kind == ProductType.APP ? Pointer.member(listing, "baseListing") : listing;
            language.texts()
                    .forEach((member, file) -> paths.put(Pointer.member(texts, member.memberName()), file.file()));
            language.images()
                    .forEach(images -> add(
                            Pointer.member(texts, "images"), images.directory().getParent()));
            language.icon().ifPresent(icon -> add(Pointer.member(listing, "icon"), icon.file()));
        }
    }

    void add(String pointer, Path origin) {
        paths.put(pointer, origin);
    }

    SortedMap<String, Path> all() {
        return Collections.unmodifiableSortedMap(paths);
    }

    /** The origin of a path, or of what it is a part of. */
    Optional<Path> of(String pointer) {
        for (String part = pointer; !part.isEmpty(); part = part.substring(0, part.lastIndexOf('/'))) {
            if (paths.containsKey(part)) {
                return Optional.of(paths.get(part));
            }
        }
        return Optional.empty();
    }
}
