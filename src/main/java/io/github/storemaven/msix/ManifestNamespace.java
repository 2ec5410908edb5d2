package io.github.storemaven.msix;

import java.util.Locale;

/** The namespaces of a manifest, by their usual prefixes: reference 3.1 of MSIX. */
public enum ManifestNamespace {
    /** The one without a prefix. */
    FOUNDATION("/foundation/windows10"),
    UAP("/uap/windows10"),
    UAP2("/uap/windows10/2"),
    UAP3("/uap/windows10/3"),
    UAP4("/uap/windows10/4"),
    UAP5("/uap/windows10/5"),
    UAP6("/uap/windows10/6"),
    UAP7("/uap/windows10/7"),
    UAP10("/uap/windows10/10"),
    UAP11("/uap/windows10/11"),
    DESKTOP("/desktop/windows10"),
    DESKTOP4("/desktop/windows10/4"),
    MOBILE("/mobile/windows10"),
    IOT("/iot/windows10"),
    VIRTUALIZATION("/virtualization/windows10"),
    RESCAP("/foundation/windows10/restrictedcapabilities");

    private final String path;

    ManifestNamespace(String path) {
        this.path = path;
    }

    /** Its name in XML. */
    public String uri() {
        return "http://schemas.microsoft.com/appx/manifest" + path;
    }

    /** Empty for the one without. */
    public String prefix() {
        return this == FOUNDATION ? "" : name().toLowerCase(Locale.ROOT);
    }
}
