package io.github.storemaven.emulator.token;

/**
 * Who may ask for tokens; all made up.
 *
 * @param tenantId a GUID or a domain
 * @param clientId a GUID
 * @param clientSecret the key
 */
public record Account(String tenantId, String clientId, String clientSecret) {
    @Override
    public String toString() {
        return "Account[tenantId=" + tenantId + ", clientId=" + clientId + "]";
    }
}
