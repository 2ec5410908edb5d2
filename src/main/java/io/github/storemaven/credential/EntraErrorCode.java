package io.github.storemaven.credential;

import java.util.Arrays;
import java.util.Optional;

/** Entra's codes that users of this plugin meet, each with its cure. Reference, section 3.4, and Entra's own list. */
enum EntraErrorCode {
    TENANT_NOT_FOUND("90002", "No directory has this tenant id. Copy it from Entra, Overview, Tenant ID."),
    TENANT_MALFORMED(
            "900023", "The tenant id is neither a GUID nor a domain name. Copy it from Entra, Overview, Tenant ID."),
    TENANT_NOT_NAMED("50059", "The tenant id is missing or is not known. Copy it from Entra, Overview, Tenant ID."),
    CLIENT_NOT_FOUND(
            "700016",
            "The application is not in this tenant. Compare client id and tenant id with Entra, App registrations;"
                    + " the two are easily swapped."),
    CLIENT_DISABLED("7000112", "The application is disabled in Entra. Enable it under Enterprise applications."),
    CLIENT_WITHOUT_PRINCIPAL(
            "7000229", "The application has no service principal in this tenant. Create it, or correct the tenant id."),
    WRONG_SECRET(
            "7000215",
            "The client secret is wrong. Use the secret's Value, not its Secret ID; if it was not kept, make a new"
                    + " one in Entra, App registrations, Certificates & secrets."),
    SECRET_EXPIRED(
            "7000222",
            "The client secret has expired. Make a new one in Entra, App registrations, Certificates & secrets, and"
                    + " put it in place of the old one."),
    NO_PROOF("7000218", "The request reached the endpoint without its secret. Check whether a proxy changes it."),
    STORE_UNKNOWN(
            "500011",
            "The tenant does not know the Store's service. Associate the directory with your Partner Center account"
                    + " (Account settings, Tenants) and add the application there (Users)."),
    CERTIFICATE_UNKNOWN(
            "700027",
            "Entra cannot check the signature. Upload the public certificate of this key in Entra, App registrations,"
                    + " Certificates & secrets, or use the key of the one that is there, and see that it has not"
                    + " expired."),
    CERTIFICATE_REVOKED("7000214", "The certificate is revoked. Register a new one with the application in Entra."),
    KEY_UNSUITABLE("5002730", "Entra does not take this kind of key. Use an RSA key of 2048 bits or more."),
    ASSERTION_TIME("700024", "The signed assertion is not valid now. Set the clock of this machine."),
    ASSERTION_AUDIENCE("700023", "The assertion is meant for another address. Check store.loginUrl."),
    ASSERTION_CLIENT("700021", "The token belongs to another application than the client id. Correct the client id."),
    FEDERATION_UNKNOWN("70021", "No federated credential of the application matches. " + Federation.CURE),
    FEDERATION_ISSUER("700211", "No federated credential has this issuer. " + Federation.CURE),
    FEDERATION_AUDIENCE("700212", "No federated credential has this audience. " + Federation.CURE),
    FEDERATION_SUBJECT("700213", "No federated credential has this subject. " + Federation.CURE),
    BLOCKED(
            "53003",
            "A Conditional Access policy of the directory blocks the application, often by the address of the build"
                    + " machine. Ask its administrator to let it through.");

    private final String number;
    private final String cure;

    EntraErrorCode(String number, String cure) {
        this.number = number;
        this.cure = cure;
    }

    /** What the code means and what to do; empty for a code that is not known here. */
    static Optional<String> cure(String code) {
        return Arrays.stream(values())
                .filter(known -> code.equals("AADSTS" + known.number))
                .map(known -> known.cure)
                .findFirst();
    }

    /** Apart, since a constant of the enum itself cannot be used in its own values. */
    private static final class Federation {
        static final String CURE = "Compare issuer, subject and audience (api://AzureADTokenExchange) in Entra, App"
                + " registrations, Certificates & secrets, Federated credentials, with what Entra says above; the"
                + " subject names the repository and its branch, tag or environment.";
    }
}
