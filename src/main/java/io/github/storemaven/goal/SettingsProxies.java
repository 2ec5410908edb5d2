package io.github.storemaven.goal;

import io.github.storemaven.http.Proxy;
import io.github.storemaven.text.ForeignText;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.RemoteRepository;

/** The proxies of settings.xml as Maven chooses them for a repository: active, nonProxyHosts, password decrypted. */
final class SettingsProxies implements Proxy.Selector {
    private final RepositorySystemSession session;
    private final Settings settings;

    SettingsProxies(RepositorySystemSession session, Settings settings) {
        this.session = session;
        this.settings = settings;
    }

    @Override
    public Optional<Proxy> select(URI uri) {
        if (session == null || session.getProxySelector() == null) {
            return Optional.empty();
        }
        String root = uri.getScheme() + "://" + uri.getAuthority();
        RemoteRepository repository = new RemoteRepository.Builder("microsoft-store", "default", root).build();
        return Optional.ofNullable(session.getProxySelector().getProxy(repository))
                .map(proxy -> withLogin(
                        new RemoteRepository.Builder(repository).setProxy(proxy).build()));
    }

    private Proxy withLogin(RemoteRepository repository) {
        String host = repository.getProxy().getHost();
        int port = repository.getProxy().getPort();
        try (AuthenticationContext login = AuthenticationContext.forProxy(session, repository)) {
            return login == null
                    ? new Proxy(host, port, null, null, id(host, port))
                    : new Proxy(
                            host,
                            port,
                            login.get(AuthenticationContext.USERNAME),
                            login.get(AuthenticationContext.PASSWORD),
                            id(host, port));
        }
    }

    /** Maven's own choice has no id. */
    private String id(String host, int port) {
        return settings.getProxies().stream()
                .filter(proxy -> proxy.isActive() && proxy.getPort() == port && host.equals(proxy.getHost()))
                .map(org.apache.maven.settings.Proxy::getId)
                .filter(Objects::nonNull)
                .findFirst()
                .map(ForeignText::oneLine)
                .orElse("");
    }
}
