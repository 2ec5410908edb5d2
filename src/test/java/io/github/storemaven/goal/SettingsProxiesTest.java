package io.github.storemaven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.http.Proxy;
import java.net.URI;
import java.util.Optional;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.Test;

/** The proxies of settings.xml, as Maven hands them to its own transport. */
class SettingsProxiesTest {
    private final DefaultProxySelector selector = new DefaultProxySelector();
    private final Settings settings = new Settings();

    @SuppressWarnings("deprecation") // The constructor that all Mavens from 3.6.3 on have.
    private final DefaultRepositorySystemSession session = new DefaultRepositorySystemSession();

    private Optional<Proxy> proxyFor(String address) {
        return new SettingsProxies(session.setProxySelector(selector), settings).select(URI.create(address));
    }

    @Test
    void aProxyComesWithItsLogin() {
        selector.add(
                new org.eclipse.aether.repository.Proxy(
                        "http",
                        "proxy.invalid",
                        3128,
                        new AuthenticationBuilder()
                                .addUsername("user")
                                .addPassword("password")
                                .build()),
                "*.direct.invalid|store.invalid");
        assertThat(proxyFor("https://login.invalid/x")).contains(new Proxy("proxy.invalid", 3128, "user", "password"));
        assertThat(proxyFor("https://a.direct.invalid/x")).isEmpty();
        assertThat(proxyFor("https://store.invalid/x")).isEmpty();
    }

    @Test
    void aProxyMayNeedNoLogin() {
        selector.add(new org.eclipse.aether.repository.Proxy("http", "proxy.invalid", 3128), null);
        assertThat(proxyFor("https://login.invalid/x")).contains(new Proxy("proxy.invalid", 3128, null, null));
    }

    @Test
    void aProxyIsNamedAsTheSettingsNameIt() {
        org.apache.maven.settings.Proxy corporate = new org.apache.maven.settings.Proxy();
        corporate.setId("corp");
        corporate.setHost("proxy.invalid");
        corporate.setPort(3128);
        settings.addProxy(corporate);
        selector.add(new org.eclipse.aether.repository.Proxy("http", "proxy.invalid", 3128), null);
        assertThat(proxyFor("https://login.invalid/x"))
                .hasValueSatisfying(
                        proxy -> assertThat(proxy).hasToString("proxy.invalid:3128 (\"corp\" in settings.xml)"));
    }

    @Test
    void withoutProxiesAllIsDirect() {
        assertThat(proxyFor("https://login.invalid/x")).isEmpty();
    }
}
