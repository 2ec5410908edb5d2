package io.github.storemaven.credential;

/** The lines of settings.xml that hold a credential, to be shown where they are missing. */
final class SettingsLines {
    private SettingsLines() {}

    static String toWrite(String serverId) {
        return """
                <servers>
                  <server>
                    <id>%s</id>
                    <username>CLIENT-ID</username>
                    <password>CLIENT-SECRET</password> <!-- or <privateKey>FILE.pfx</privateKey> and <passphrase> -->
                    <configuration><tenantId>TENANT-ID</tenantId></configuration>
                  </server>
                </servers>""".formatted(serverId.replace("&", "&amp;").replace("<", "&lt;"));
    }
}
