package io.github.storemaven.credential;

import java.net.URI;

/** Made-up identities and answers. */
final class Samples {
    static final URI LOGIN = URI.create("https://login.microsoftonline.com");
    static final String TENANT = "11111111-2222-3333-4444-555555555555";
    static final String CLIENT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    static final String SECRET = "s3cret~+&=/ %ä";
    static final String SOURCE = "server microsoft-store in settings.xml";

    private Samples() {}

    static ClientSecret secret() {
        return new ClientSecret(TENANT, CLIENT, SECRET, SOURCE);
    }

    static String token(String value) {
        return """
                {"token_type": "Bearer", "expires_in": "3599", "ext_expires_in": "3599", "expires_on": "1",
                 "not_before": "1", "resource": "https://manage.devcenter.microsoft.com", "access_token": "%s"}
                """.formatted(value);
    }

    static String error(int code, String text) {
        return """
                {"error": "invalid_client", "error_description": "AADSTS%d: %s\\r\\nTrace ID: in-text\\r\\nTimestamp: x",
                 "error_codes": [%d], "timestamp": "2026-11-23 12:00:00Z", "trace_id": "trace-1",
                 "correlation_id": "correlation-2", "error_uri": "https://login.microsoftonline.com/error?code=1"}
                """.formatted(code, text, code);
    }
}
