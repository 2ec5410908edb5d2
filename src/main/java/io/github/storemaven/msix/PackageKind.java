package io.github.storemaven.msix;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The three kinds of files that the Store takes, by extension: listing rules, section 6.1. */
public enum PackageKind {
    /** A container of one package or bundle, usually with its symbols; the recommended one. */
    UPLOAD("msixupload", "appxupload"),
    /** Several packages of one app, for example one an architecture. */
    BUNDLE("msixbundle", "appxbundle"),
    /** One package. */
    PACKAGE("msix", "appx");

    private final String extension;
    private final String olderExtension;

    PackageKind(String extension, String olderExtension) {
        this.extension = extension;
        this.olderExtension = olderExtension;
    }

    /** The kind that a file's name promises, in any case of letters; empty for any other extension. */
    public static Optional<PackageKind> ofName(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.fits(lower)).findFirst();
    }

    private boolean fits(String lowerName) {
        return lowerName.endsWith("." + extension) || lowerName.endsWith("." + olderExtension);
    }
}
