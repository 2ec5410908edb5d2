package io.github.storemaven.msix;

import java.util.List;
import java.util.Optional;

/**
 * One app package as its {@code AppxManifest.xml} describes it, with what the checks ask of the rest of the package.
 * Values are as written, empty where the manifest has none.
 *
 * @param place where it was read, for example {@code App.msixbundle > App_x64.msix > AppxManifest.xml}
 * @param identity the package's own, which in a bundle is not that of the bundle
 * @param displayName a text or a reference to a resource ({@code ms-resource:...})
 * @param publisherDisplayName the same for the publisher
 * @param languages of the resources, in order
 * @param families the kinds of devices it runs on, in order
 * @param capabilities in order
 * @param extensionCategories of the package and its applications, in order, each once
 * @param resourcePackage whether it has resources alone, for an app in another package of its bundle
 * @param hiddenFromStart whether an application has {@code AppListEntry="none"} (CAP-03)
 * @param blockMapHash the address of the block map's hash method (PKG-06); empty without a block map
 * @param namesNotAnsi file names in the package outside the ANSI characters (PKG-07), at most ten
 * @param likeness equal for manifests that differ in the processor architecture alone (PKG-09)
 */
public record Manifest(
        String place,
        Identity identity,
        String displayName,
        String publisherDisplayName,
        List<String> languages,
        List<TargetDeviceFamily> families,
        List<Capability> capabilities,
        List<String> extensionCategories,
        boolean resourcePackage,
        boolean hiddenFromStart,
        Optional<String> blockMapHash,
        List<String> namesNotAnsi,
        String likeness) {}
