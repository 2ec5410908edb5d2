package io.github.storemaven.emulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Microsoft's own storage emulator, from npm, in a process of its own. */
final class Azurite implements AutoCloseable {
    private static final Path HOME = Path.of("target", "azurite");
    private static final String ACCOUNT = "emulated";
    private static final byte[] KEY = "emulator-made-up-key-of-32-bytes".getBytes(StandardCharsets.UTF_8);

    private final int port = freePort();
    private final Process process;

    Azurite(Path data) throws IOException, InterruptedException {
        install();
        ProcessBuilder builder = new ProcessBuilder(
                "node",
                HOME.resolve(Path.of("node_modules", "azurite", "dist", "src", "blob", "main.js"))
                        .toString(),
                "--blobPort",
                Integer.toString(port),
                "--location",
                data.toString(),
                "--skipApiVersionCheck",
                "--disableTelemetry");
        builder.environment()
                .put("AZURITE_ACCOUNTS", ACCOUNT + ":" + Base64.getEncoder().encodeToString(KEY));
        process = builder.redirectErrorStream(true)
                .redirectOutput(data.resolve("azurite.log").toFile())
                .start();
        awaitListening();
    }

    private static void install() throws IOException, InterruptedException {
        if (Files.isDirectory(HOME.resolve("node_modules").resolve("azurite"))) {
            return;
        }
        Files.createDirectories(HOME);
        String npm = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";
        Process install = new ProcessBuilder(
                        List.of(npm, "install", "--no-audit", "--no-fund", "--prefix", HOME.toString(), "azurite"))
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve("install.log").toFile())
                .start();
        if (!install.waitFor(5, TimeUnit.MINUTES) || install.exitValue() != 0) {
            throw new IOException("npm install azurite failed, see " + HOME.resolve("install.log"));
        }
    }

    private void awaitListening() throws InterruptedException {
        for (int i = 0; i < 300 && !listens(); i++) {
            Thread.sleep(100);
        }
    }

    private boolean listens() {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The address of something in the account, with a SAS that has these permissions. */
    String url(String path, String permissions) {
        String expires = "2099-01-01T00:00:00Z";
        String version = "2019-12-12";
        String text = String.join("\n", ACCOUNT, permissions, "b", "co", "", expires, "", "", version, "");
        return "http://127.0.0.1:" + port + "/" + ACCOUNT + "/" + path + "?sv=" + version + "&ss=b&srt=co&sp="
                + permissions + "&se=" + encode(expires) + "&sig=" + encode(sign(text));
    }

    private static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
