package io.github.storemaven.msix;

/**
 * Something that a package asks the system for: listing rules, section 6.6.
 *
 * @param name for example {@code runFullTrust}
 * @param kind by the element and its namespace
 */
public record Capability(String name, Kind kind) {
    /** Which rules a capability is under. */
    public enum Kind {
        /** An ordinary one, of whatever version of the schema. */
        GENERAL,
        /** One of the {@code rescap} namespace, which needs a justification (CAP-01). */
        RESTRICTED,
        /** A {@code DeviceCapability} such as {@code webcam}. */
        DEVICE,
        /** A {@code CustomCapability}, granted by a manufacturer. */
        CUSTOM
    }
}
