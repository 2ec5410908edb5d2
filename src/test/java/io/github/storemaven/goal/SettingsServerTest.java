package io.github.storemaven.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.storemaven.credential.ServerEntry;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsServerTest {
    /** Fails as Maven's own does on braces that hold no encrypted value. */
    private final SettingsDecrypter failing = request -> new Failed();

    @ParameterizedTest
    @ValueSource(strings = {"${env.STORE_SECRET}", " ${env.STORE_SECRET}\n", "${store.secret}"})
    void aPlaceholderIsNoEncryptedValue(String password) throws Exception {
        Server server = server();
        server.setPassword(password);

        ServerEntry found = new SettingsServer(settings(server), failing)
                .find("microsoft-store")
                .orElseThrow();

        assertEquals(password.strip(), found.password());
    }

    @Test
    void aMachineNeedsNoMoreThanItsWord() throws Exception {
        Server server = server();
        server.setConfiguration(Xpp3DomBuilder.build(
                new StringReader("<configuration><managedIdentity> system </managedIdentity></configuration>")));
        ServerEntry found = new SettingsServer(settings(server), request -> new Decrypted(server))
                .find("microsoft-store")
                .orElseThrow();
        assertEquals("system", found.managedIdentity());
        assertNull(found.password());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenantID", "tenant-id", "TenantId"})
    void aMisspeltElementIsToldWithTheRightOne(String element) throws Exception {
        Server server = server();
        server.setConfiguration(Xpp3DomBuilder.build(
                new StringReader("<configuration><%1$s>t</%1$s><httpHeaders/></configuration>".formatted(element))));
        assertEquals(
                Optional.of("The server microsoft-store in settings.xml has <" + element
                        + ">; did you mean <tenantId>? Upper and lower case count"),
                new SettingsServer(settings(server), failing).misspelt("microsoft-store"));
        server.setConfiguration(Xpp3DomBuilder.build(
                new StringReader("<configuration><tenantId>t</tenantId><tenantID>t</tenantID></configuration>")));
        assertEquals(Optional.empty(), new SettingsServer(settings(server), failing).misspelt("microsoft-store"));
    }

    @Test
    void aValueThatDoesNotDecryptIsAnError() {
        Server server = server();
        server.setPassword("{jSMOWnoPFgsHVpMvz5VrIt5kRbzGpI8u+9EF1iFQyJQ=}");

        assertThrows(
                MojoFailureException.class,
                () -> new SettingsServer(settings(server), failing).find("microsoft-store"));
    }

    private static Server server() {
        Server server = new Server();
        server.setId("microsoft-store");
        return server;
    }

    private static Settings settings(Server server) {
        Settings settings = new Settings();
        settings.addServer(server);
        return settings;
    }

    private static final class Decrypted extends Failed {
        private final Server server;

        Decrypted(Server server) {
            this.server = server;
        }

        @Override
        public Server getServer() {
            return server;
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return List.of();
        }
    }

    private static class Failed implements SettingsDecryptionResult {
        @Override
        public Server getServer() {
            return new Server();
        }

        @Override
        public List<Server> getServers() {
            return List.of();
        }

        @Override
        public Proxy getProxy() {
            return null;
        }

        @Override
        public List<Proxy> getProxies() {
            return List.of();
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return List.of(
                    new DefaultSettingsProblem("no", SettingsProblem.Severity.ERROR, "settings.xml", 1, 1, null));
        }
    }
}
