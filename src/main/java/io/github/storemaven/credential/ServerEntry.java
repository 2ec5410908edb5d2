package io.github.storemaven.credential;

import io.github.storemaven.text.Secrets;

/**
 * A server of settings.xml, decrypted. Blank values count as not set; blanks and line ends around an id or the client secret,
 * which has none, come from a paste and are taken away. Its text shows the id alone.
 *
 * @param id the server's id
 * @param username the client id, may be null
 * @param password the client secret, may be null
 * @param tenantId from the server's configuration, may be null
 * @param privateKey path of a key file in place of the password, may be null
 * @param passphrase of the key file, may be null
 * @param managedIdentity of an Azure machine in place of them, from the server's configuration, may be null
 */
public record ServerEntry(
        String id,
        String username,
        String password,
        String tenantId,
        String privateKey,
        String passphrase,
        String managedIdentity) {

    public ServerEntry {
        username = stripped(username);
        password = stripped(password);
        tenantId = stripped(tenantId);
        privateKey = stripped(privateKey);
        passphrase = set(passphrase);
        managedIdentity = stripped(managedIdentity);
    }

    /** Whether a value is a placeholder that Maven leaves as it is, since its variable is not set. */
    public static boolean isUnset(String value) {
        return value != null && value.strip().matches("\\$\\{[\\w.-]+}");
    }

    /** Whether the identity of a machine is asked for; a secret or a key is used before it. */
    boolean asksForManagedIdentity() {
        return managedIdentity != null && password == null && privateKey == null;
    }

    private static String set(String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static String stripped(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    void rememberIn(Secrets secrets) {
        secrets.add(password);
        secrets.add(passphrase);
    }

    @Override
    public String toString() {
        return "server " + id + " in settings.xml";
    }
}
