package io.github.storemaven.credential;

import io.github.storemaven.http.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A credential from a server of settings.xml: its secret, else its key. */
record ServerCredential(ServerEntry server) {
    private static final String USERNAME = "<username>CLIENT-ID</username>";
    private static final String PASSWORD = "<password>CLIENT-SECRET</password>";
    private static final String TENANT = "<configuration><tenantId>TENANT-ID</tenantId></configuration>";

    /** Reads it; all that is missing is named at once, with the lines to add. */
    Credential read() throws CredentialException {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            throw new CredentialException(
                    "The " + server + " does not have " + String.join(", ", missing) + ". Add to it:" + linesToAdd());
        }
        if (server.password() != null) {
            return new ClientSecret(server.tenantId(), server.username(), server.password(), server.toString());
        }
        return ClientCertificate.read(
                server.tenantId(), server.username(), server.privateKey(), server.passphrase(), server.toString());
    }

    /** The server of settings.xml, to be shown where there is none; one line, so that it can be copied from a log. */
    static String lineToWrite(String serverId) {
        return "<server><id>" + serverId.replace("&", "&amp;").replace("<", "&lt;") + "</id>" + USERNAME + PASSWORD
                + TENANT + "</server>";
    }

    /** The lines that it lacks, with where their values are found. */
    private String linesToAdd() {
        StringBuilder lines = new StringBuilder();
        add(lines, server.username(), USERNAME + " (Entra, App registrations, Application (client) ID)");
        String proof = server.password() == null ? server.privateKey() : server.password();
        add(
                lines,
                proof,
                PASSWORD + " (Entra, App registrations, Certificates & secrets), or <privateKey>FILE.pfx</privateKey>"
                        + " and its <passphrase>");
        add(lines, server.tenantId(), TENANT + " (Entra, Overview, Tenant ID)");
        if (server.password() == null && ServerEntry.isUnset(server.passphrase())) {
            lines.append("\n  <passphrase>PASSPHRASE</passphrase>");
        }
        return lines.toString();
    }

    private static void add(StringBuilder lines, String value, String line) {
        if (value == null || ServerEntry.isUnset(value)) {
            lines.append("\n  ").append(line);
        }
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        lack(server.username(), "<username> (the client id)").ifPresent(missing::add);
        String proof = server.password() == null ? server.privateKey() : server.password();
        lack(proof, "<password> (the client secret) or <privateKey>").ifPresent(missing::add);
        lack(server.tenantId(), "<configuration><tenantId>").ifPresent(missing::add);
        if (server.password() == null && ServerEntry.isUnset(server.passphrase())) {
            lack(server.passphrase(), "<passphrase>").ifPresent(missing::add);
        }
        return missing;
    }

    /** The managed identity that it asks for. */
    Credential managedIdentity(Environment environment, Transport direct) throws CredentialException {
        if (ServerEntry.isUnset(server.managedIdentity())) {
            throw new CredentialException(
                    "The " + server + " has a <managedIdentity>, and " + unset(server.managedIdentity()) + ".");
        }
        return ManagedIdentity.named(server.managedIdentity(), server.toString(), environment, direct);
    }

    private static Optional<String> lack(String value, String name) {
        if (value == null) {
            return Optional.of(name);
        }
        return ServerEntry.isUnset(value) ? Optional.of(name + ": " + unset(value.strip())) : Optional.empty();
    }

    /** "the variable X is not set" for an environment variable. */
    private static String unset(String placeholder) {
        String name = placeholder.substring(2, placeholder.length() - 1);
        return name.startsWith("env.")
                ? "the variable " + name.substring("env.".length()) + " is not set"
                : placeholder + " is not set";
    }
}
