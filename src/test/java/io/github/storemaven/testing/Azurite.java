package io.github.storemaven.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Microsoft's storage emulator from npm, in one pinned version, installed into target once and run in a process of its own. */
public final class Azurite implements AutoCloseable {
    /** Name and version, as npm takes them. */
    private static final String PACKAGE = "azurite@3.37.0";

    private static final Path HOME = Path.of("target", "azurite").toAbsolutePath();
    private static final Path SCRIPT = HOME.resolve("node_modules/azurite/dist/src/blob/main.js");
    private static final Pattern LISTENING = Pattern.compile("listens on http://127\\.0\\.0\\.1:(\\d+)");
    private static final Duration START = Duration.ofSeconds(60);
    private static final String ACCOUNT = "devstoreaccount1";
    private static final String ACCOUNT_VERSION = "2019-12-12";
    private static final String BLOB_VERSION = "2015-04-05";
    private static final String EXPIRY = "2099-01-01T00:00:00Z";

    /** Made up: the emulator takes any. */
    private static final byte[] KEY = "a key that protects nothing".getBytes(StandardCharsets.UTF_8);

    private final Process process;
    private final int port;

    public Azurite(Path data) throws IOException, InterruptedException {
        install();
        ProcessBuilder builder = new ProcessBuilder(
                "node",
                SCRIPT.toString(),
                "--blobPort",
                "0",
                "--location",
                data.toString(),
                "--silent",
                "--skipApiVersionCheck",
                "--disableTelemetry");
        builder.environment().put("AZURITE_ACCOUNTS", ACCOUNT + ":" + base64(KEY));
        process = builder.redirectErrorStream(true).start();
        port = awaitPort();
    }

    private static void install() throws IOException, InterruptedException {
        if (Files.exists(SCRIPT)) {
            return;
        }
        Files.createDirectories(HOME);
        String npm = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";
        Process npmInstall = new ProcessBuilder(npm, "install", "--no-audit", "--no-fund", "--prefix", ".", PACKAGE)
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve("install.log").toFile())
                .start();
        if (!npmInstall.waitFor(5, TimeUnit.MINUTES) || npmInstall.exitValue() != 0) {
            npmInstall.destroyForcibly();
            throw new IOException("npm install " + PACKAGE + " failed, see " + HOME.resolve("install.log"));
        }
    }

    private int awaitPort() throws IOException, InterruptedException {
        StringBuilder output = new StringBuilder();
        CompletableFuture<Integer> found = CompletableFuture.supplyAsync(() -> readPort(output));
        try {
            return found.get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            throw new IOException("Azurite did not listen within " + START.toSeconds() + " s: " + output, e);
        }
    }

    private int readPort(StringBuilder output) {
        try {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                output.append(line).append('\n');
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    return Integer.parseInt(listening.group(1));
                }
            }
        } catch (IOException e) {
            output.append(e);
        }
        throw new IllegalStateException("Azurite ended");
    }

    /** The address of something in the account, with an account SAS of these permissions. */
    public String account(String path, String permissions) throws GeneralSecurityException {
        String text = String.join("\n", ACCOUNT, permissions, "b", "co", "", EXPIRY, "", "", ACCOUNT_VERSION, "");
        return base(path) + "?sv=" + ACCOUNT_VERSION + "&ss=b&srt=co&sp=" + permissions + "&se=" + encode(EXPIRY)
                + "&sig=" + encode(signature(text));
    }

    /** The address of a blob as the Store signs it: for that blob only, under an old version, with a raw + and = in its signature. */
    public String blob(String path) throws GeneralSecurityException {
        String resource = "/blob/" + ACCOUNT + "/" + path;
        String text = String.join("\n", "rw", "", EXPIRY, resource, "", "", "", BLOB_VERSION, "", "", "", "", "");
        return base(path) + "?sr=b&sp=rw&sv=" + BLOB_VERSION + "&se=" + EXPIRY + "&sig=" + signature(text);
    }

    private String base(String path) {
        return "http://127.0.0.1:" + port + "/" + ACCOUNT + "/" + path;
    }

    private static String signature(String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        return base64(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Ends it, and waits, since it writes to its folder until then. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
