package io.github.storemaven.installer;

import io.github.storemaven.http.BareAddress;
import io.github.storemaven.http.NoResponseException;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.SecureUri;
import io.github.storemaven.http.Transport;
import io.github.storemaven.text.ForeignText;
import io.github.storemaven.zip.FileContent;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks the hosts of the installers what the Store will ask them: each address answers 200 itself (MSI/EXE reference, section
 * 8.4), and on request has the content of the file that was built here.
 */
public final class InstallerAddresses {
    /** In bytes, of one part of a content that is compared. */
    private static final int PART = 8 << 20;

    private static final Pattern WHOLE = Pattern.compile("bytes \\d+-\\d+/(\\d{1,18})");

    private final Transport transport;
    private final Consumer<String> problems;

    /**
     * @param transport repeats what may be repeated, and follows no redirect
     * @param problems takes what is wrong, a sentence each
     */
    public InstallerAddresses(Transport transport, Consumer<String> problems) {
        this.transport = transport;
        this.problems = problems;
    }

    /**
     * Checks that each address answers.
     *
     * @param installers files that were built here, by address
     */
    public void check(List<JsonObject> packages, Map<String, Path> installers)
            throws IOException, InterruptedException {
        for (JsonObject one : packages) {
            String url = InstallerPackage.url(one);
            if (!isAddress(url)) {
                continue; // A finding that somebody has made a warning.
            }
            Optional<Response> response = ask(Request.of("HEAD", URI.create(url)), url);
            if (response.isPresent()) {
                judge(url, response.get(), Optional.ofNullable(installers.get(url)));
            }
        }
    }

    private void judge(String url, Response response, Optional<Path> built) throws IOException {
        if (response.status() != 200) {
            problems.accept(shown(url) + " answers " + response.status() + told(response.status())
                    + "; the Store fetches an installer only where its address answers 200 itself");
            return;
        }
        String type = response.header("Content-Type").orElse("");
        if (type.toLowerCase(Locale.ROOT).startsWith("text/")) {
            problems.accept(shown(url) + " is a page (" + ForeignText.oneLine(type) + "), not an installer");
        }
        Optional<Long> length = response.header("Content-Length")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
        if (built.isPresent() && length.isPresent() && Files.size(built.get()) != length.get()) {
            problems.accept(shown(url) + " has " + length.get() + " bytes and " + built.get() + " has "
                    + Files.size(built.get()) + "; upload the file that was built, under an address of its own");
        }
    }

    private static String told(int status) {
        return status / 100 == 3 ? ", a redirect" : "";
    }

    /** Checks that each address has the content of the file that was built here. */
    public void verify(Map<String, Path> installers) throws IOException, InterruptedException {
        for (var installer : installers.entrySet()) {
            if (!isAddress(installer.getKey())) {
                continue;
            }
            Optional<String> digest = digest(installer.getKey(), Files.size(installer.getValue()));
            String built = FileContent.of(installer.getValue(), Long.MAX_VALUE)
                    .sha256()
                    .orElse("");
            if (digest.isPresent() && !digest.get().equals(built)) {
                problems.accept(shown(installer.getKey()) + " has another content than " + installer.getValue()
                        + " (SHA-256 " + digest.get() + " and " + built + ")");
            }
        }
    }

    /**
     * Part by part, so that an installer of any size needs little memory, and no more parts than the size has.
     *
     * @param size of the file that was built here
     */
    private Optional<String> digest(String url, long size) throws IOException, InterruptedException {
        MessageDigest digest = FileContent.digest();
        long done = 0;
        while (done < size) {
            Request request = Request.of("GET", URI.create(url))
                    .header("Range", "bytes=" + done + "-" + (done + PART - 1))
                    .maxResponseBytes(2 * PART);
            Optional<Response> response = ask(request, url);
            if (response.isEmpty()) {
                return Optional.empty();
            }
            byte[] part = response.get().body();
            boolean whole = response.get().status() == 200 && done == 0;
            Matcher range = WHOLE.matcher(response.get().header("Content-Range").orElse(""));
            if (!whole && range.matches() && Long.parseLong(range.group(1)) != size) {
                problems.accept(shown(url) + " has " + range.group(1) + " bytes, and the file that was built " + size);
                return Optional.empty();
            }
            if (!whole
                    && (response.get().status() != 206
                            || !range.matches()
                            || part.length != Math.min(PART, size - done))) {
                problems.accept(shown(url) + " gives no parts of its content ("
                        + response.get().status() + ", " + part.length
                        + " bytes), so that it cannot be compared; set store.verifyInstallers to false");
                return Optional.empty();
            }
            digest.update(part);
            done += part.length;
            if (whole) {
                break;
            }
        }
        return Optional.of(HexFormat.of().formatHex(digest.digest()));
    }

    private Optional<Response> ask(Request request, String url) throws InterruptedException {
        try {
            return Optional.of(transport.send(request));
        } catch (IOException problem) {
            problems.accept(shown(url) + " does not answer: " + NoResponseException.reasonOf(problem));
            return Optional.empty();
        }
    }

    private static boolean isAddress(String url) {
        try {
            return SecureUri.isSecure(new URI(url));
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    private static String shown(String url) {
        return BareAddress.of(URI.create(url));
    }
}
