package io.github.storemaven.msix;

import java.util.Optional;

/**
 * Who a package is: listing rules, section 6.2. Each value is as the manifest writes it, empty where it has none.
 *
 * @param name the product's identity name
 * @param publisher the publisher's distinguished name
 * @param version of the package or bundle
 * @param architecture the processor architecture; "neutral" where the manifest has none, and for a bundle
 * @param resourceId present in resource packages, and "~" for a bundle
 */
public record Identity(
        String name, String publisher, PackageVersion version, String architecture, Optional<String> resourceId) {

    /** The 13 characters that stand for the publisher. */
    public String publisherHash() {
        return PublisherHash.of(publisher);
    }

    /** The package family name, as Partner Center shows it. */
    public String familyName() {
        return name + "_" + publisherHash();
    }
}
