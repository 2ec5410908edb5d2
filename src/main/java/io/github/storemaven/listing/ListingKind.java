package io.github.storemaven.listing;

import java.util.List;
import java.util.stream.Stream;

/** How the listings of apps and add-ons differ. */
enum ListingKind {
    /** Texts and images in {@code baseListing} (submission-api, 6.12). */
    APP("images"),
    /** A title, a description and one icon (submission-api, 6.9). */
    ADDON("icon.png");

    private final String pictures;

    ListingKind(String pictures) {
        this.pictures = pictures;
    }

    /** The texts and lists of such a listing. */
    List<ListingMember> members() {
        return this == APP ? List.of(ListingMember.values()) : List.of(ListingMember.TITLE, ListingMember.DESCRIPTION);
    }

    /** The name of the folder or file with the pictures. */
    String pictures() {
        return pictures;
    }

    /** What the folder of a language may hold. */
    List<String> allowed() {
        return Stream.concat(members().stream().map(ListingMember::fileName), Stream.of(pictures))
                .toList();
    }
}
