package io.github.storemaven.goal;

import io.github.storemaven.credential.ServerEntry;
import io.github.storemaven.submission.ConfigurationProblems;
import io.github.storemaven.text.NearestName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Reads a server of settings.xml, its secrets decrypted. */
final class SettingsServer {
    private static final List<String> ELEMENTS = List.of("tenantId", "managedIdentity", "sellerId");

    private final Settings settings;
    private final SettingsDecrypter decrypter;

    SettingsServer(Settings settings, SettingsDecrypter decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    /**
     * The server with this id; empty where there is none.
     *
     * @throws MojoFailureException when it cannot be decrypted
     */
    Optional<ServerEntry> find(String serverId) throws MojoFailureException {
        Server server = settings.getServer(serverId);
        return server == null ? Optional.empty() : Optional.of(entry(decrypted(server)));
    }

    /** The ids of all servers. */
    List<String> ids() {
        return settings.getServers().stream()
                .map(Server::getId)
                .filter(Objects::nonNull)
                .toList();
    }

    /** An element of a server's configuration that is none of ours, and near one that is not there. */
    Optional<String> misspelt(String serverId) {
        Server server = settings.getServer(serverId);
        if (server == null || !(server.getConfiguration() instanceof Xpp3Dom configuration)) {
            return Optional.empty();
        }
        List<String> absent = ELEMENTS.stream()
                .filter(name -> configuration.getChild(name) == null)
                .toList();
        return Stream.of(configuration.getChildren())
                .map(Xpp3Dom::getName)
                .filter(name -> !ELEMENTS.contains(name))
                .flatMap(name -> NearestName.of(name, absent)
                        .map(near -> "The server " + serverId + " in settings.xml has <" + name + ">; did you mean <"
                                + near + ">? Upper and lower case count")
                        .stream())
                .findFirst();
    }

    /** The seller account that a server's configuration names, which the API for MSI and EXE products needs besides. */
    static Optional<String> sellerId(Settings settings, String serverId) {
        Server server = settings.getServer(serverId);
        return server == null ? Optional.empty() : ConfigurationProblems.given(configured(server, "sellerId"));
    }

    /** Braces are the sign of an encrypted value, so what is a placeholder is not decrypted: its variable is not set. */
    private Server decrypted(Server server) throws MojoFailureException {
        if (ServerEntry.isUnset(server.getPassword()) || ServerEntry.isUnset(server.getPassphrase())) {
            return server;
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw undecryptable(server.getId());
            }
        }
        return result.getServer();
    }

    /** Maven's own text is left out, since it may hold the encrypted value. */
    private static MojoFailureException undecryptable(String id) {
        return new MojoFailureException("The password of the server \"" + id
                + "\" in settings.xml cannot be decrypted. The master password is in ~/.m2/settings-security.xml"
                + " (or where \"-Dsettings.security=...\" points): make one with mvn --encrypt-master-password, then"
                + " encrypt the client secret again with mvn --encrypt-password and write\n"
                + "    <server>\n"
                + "      <id>" + id
                + "</id>\n      ...\n      <password>{...}</password>\n    </server>");
    }

    private static ServerEntry entry(Server server) {
        return new ServerEntry(
                server.getId(),
                server.getUsername(),
                server.getPassword(),
                configured(server, "tenantId"),
                server.getPrivateKey(),
                server.getPassphrase(),
                configured(server, "managedIdentity"));
    }

    private static String configured(Server server, String name) {
        if (server.getConfiguration() instanceof Xpp3Dom configuration && configuration.getChild(name) != null) {
            return configuration.getChild(name).getValue();
        }
        return null;
    }
}
