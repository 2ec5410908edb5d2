package io.github.storemaven.msix;

/**
 * What Windows' own reader refuses in the ZIP that a package or bundle is, though other readers take it.
 *
 * @param bytesInFront whether something is before the first file
 * @param withBlanks names with a blank, which is to be written as %20
 * @param twoVersions files whose two headers name different versions of ZIP
 * @param shortDescriptors files that are followed by sizes of four bytes
 * @param hasTypes whether there is a [Content_Types].xml
 * @param withoutType files without a type in it
 */
public record PackageForm(
        boolean bytesInFront,
        NameList withBlanks,
        NameList twoVersions,
        NameList shortDescriptors,
        boolean hasTypes,
        NameList withoutType) {}
