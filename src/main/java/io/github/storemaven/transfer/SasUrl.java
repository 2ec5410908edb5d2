package io.github.storemaven.transfer;

import io.github.storemaven.http.BareAddress;
import io.github.storemaven.http.SecureUri;
import io.github.storemaven.text.Secrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/** The address of the blob with its signature (submission-api.md, 8.5). Its text shows no signature. */
public final class SasUrl {
    private final URI signed;

    private SasUrl(URI signed) {
        this.signed = signed;
    }

    /**
     * Takes an address as the service gives it: a raw + in it means itself, all else is encoded already.
     *
     * @throws IllegalArgumentException when it is none; the message does not show it
     */
    public static SasUrl of(String text) {
        return new SasUrl(parsed(text.strip().replace("+", "%2B")));
    }

    private static URI parsed(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getRawFragment() == null && SecureUri.isSecure(uri)) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Its message and input hold the signature.
        }
        throw new IllegalArgumentException("the service gave an upload address that is not an https address with a host"
                + " (not shown, because it is secret); run the same command again");
    }

    /** Until when it is valid, where it says so. */
    public Optional<Instant> expiry() {
        return SignedQuery.value(signed, "se").flatMap(SignedQuery::parseExpiry);
    }

    boolean expiredAt(Instant now) {
        return expiry().map(end -> !now.isBefore(end)).orElse(false);
    }

    /** Whether it is valid for less time than another; not where one of them does not say so. */
    boolean endsBefore(SasUrl other) {
        return expiry().flatMap(end -> other.expiry().map(otherEnd -> end.isBefore(otherEnd)))
                .orElse(false);
    }

    /** What the storage says, in one line and without the signature of this address. */
    String withoutSignature(String said) {
        Secrets secrets = new Secrets();
        secrets.addSignature(signed.toString());
        return secrets.oneLine(said);
    }

    URI blob() {
        return signed;
    }

    URI block(BlockId id) {
        return with("comp=block&blockid=" + URLEncoder.encode(id.text(), StandardCharsets.UTF_8));
    }

    /** The list of the blob's blocks, for writing. */
    URI blockList() {
        return with("comp=blocklist");
    }

    /** The list of the blob's blocks, for reading: those that it is made of and those that wait. */
    URI allBlocks() {
        return with("comp=blocklist&blocklisttype=all");
    }

    boolean sameBlob(SasUrl other) {
        return toString().equals(other.toString());
    }

    private URI with(String parameters) {
        return URI.create(signed + (signed.getRawQuery() == null ? "?" : "&") + parameters);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SasUrl address && address.signed.equals(signed);
    }

    @Override
    public int hashCode() {
        return signed.hashCode();
    }

    /** Scheme, host and path. */
    @Override
    public String toString() {
        return BareAddress.of(signed);
    }

    /** Reads the parameters of a shared access signature. */
    static final class SignedQuery {
        private SignedQuery() {}

        /** A parameter, decoded. */
        static Optional<String> value(URI uri, String name) {
            String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
            return Arrays.stream(query.split("&"))
                    .filter(pair -> pair.startsWith(name + "="))
                    .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                    .findFirst();
        }

        /** A moment in any of the three forms that a signature may use: a day, or one with minutes or seconds, in UTC. */
        static Optional<Instant> parseExpiry(String text) {
            try {
                String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
                LocalDateTime moment = local.contains("T")
                        ? LocalDateTime.parse(local)
                        : LocalDate.parse(local).atStartOfDay();
                return Optional.of(moment.toInstant(ZoneOffset.UTC));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
