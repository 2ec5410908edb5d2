package io.github.storemaven.check;

/** The names that files of packages may have: row PKG-01. */
final class PackageNames {
    static final String ALLOWED = ".msix, .appx, .msixbundle, .appxbundle, .msixupload, .appxupload";

    private PackageNames() {}
}
