package io.github.storemaven.check;

import java.util.Optional;

/**
 * What Partner Center shows as the product's identity; what is not known is not compared.
 *
 * @param packageIdentityName the manifest's {@code Identity/@Name} (IDN-03)
 * @param publisher the manifest's {@code Identity/@Publisher} (IDN-05)
 * @param publisherDisplayName the manifest's {@code PublisherDisplayName} (IDN-06)
 * @param packageFamilyName name, underscore and publisher hash (IDN-09)
 */
public record ExpectedIdentity(
        Optional<String> packageIdentityName,
        Optional<String> publisher,
        Optional<String> publisherDisplayName,
        Optional<String> packageFamilyName) {
    /** Nothing is known. */
    public static ExpectedIdentity none() {
        return new ExpectedIdentity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
