package io.github.storemaven.goal;

import io.github.storemaven.http.SecureUri;
import io.github.storemaven.submission.ConfigurationProblems;
import java.net.URI;
import java.net.URISyntaxException;

/** Reads the roots of the service and of the token endpoint: https, or plain http for this machine alone. */
final class Addresses {
    private final ConfigurationProblems problems;

    Addresses(ConfigurationProblems problems) {
        this.problems = problems;
    }

    /** The address; a made-up one after a problem. */
    URI read(String value, String parameter) {
        try {
            URI uri = new URI(value == null ? "" : value.strip());
            if (SecureUri.isSecure(uri) && uri.getRawUserInfo() == null && uri.getRawQuery() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below, as for every other address that will not do.
        }
        problems.add("store." + parameter + " is \"" + value
                + "\"; it is an https address without user and query (plain http only for loopback addresses)");
        return URI.create("https://invalid.invalid");
    }
}
