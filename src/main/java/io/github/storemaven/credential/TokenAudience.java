package io.github.storemaven.credential;

/** What a token is for: the Store has two APIs, and a token of one does not open the other. */
public enum TokenAudience {
    /** Apps, flights and add-ons; a slash at its end would yield a token that the service rejects (reference, section 3.1). */
    SUBMISSION("/oauth2/token", "resource", "https://manage.devcenter.microsoft.com", ""),
    /** MSI and EXE products, by the second version of the endpoint (MSI/EXE reference, section 3). */
    INSTALLER("/oauth2/v2.0/token", "scope", "https://api.store.microsoft.com", "/.default");

    private final String path;
    private final String member;
    private final String resource;
    private final String suffix;

    TokenAudience(String path, String member, String resource, String suffix) {
        this.path = path;
        this.member = member;
        this.resource = resource;
        this.suffix = suffix;
    }

    /** The path of the endpoint behind the tenant. */
    String path() {
        return path;
    }

    /** The member of the request that names the audience. */
    String member() {
        return member;
    }

    /** The value of that member. */
    String value() {
        return resource + suffix;
    }

    /** The resource that the token opens. */
    public String resource() {
        return resource;
    }
}
