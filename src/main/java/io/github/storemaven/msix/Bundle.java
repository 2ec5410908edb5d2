package io.github.storemaven.msix;

import java.util.List;
import java.util.Optional;

/**
 * What a bundle is besides its packages.
 *
 * @param place of its manifest
 * @param packages as the bundle's manifest lists them
 * @param missing packages that it lists and that are not in it
 * @param notListed packages that are in it and that it does not list
 * @param compressed packages that are not stored as they are
 * @param blockMap how its block map, of its manifest alone, fits; empty without one
 * @param form of the ZIP
 */
public record Bundle(
        String place,
        List<Entry> packages,
        NameList missing,
        NameList notListed,
        NameList compressed,
        Optional<BlockMap> blockMap,
        PackageForm form) {

    /**
     * One package as the bundle's manifest lists it, and as it is.
     *
     * @param listed its element
     * @param start of its bytes in the bundle
     * @param size of its bytes
     * @param manifest its own
     */
    public record Entry(XmlElement listed, long start, long size, AppxManifest manifest) {}
}
