package io.github.storemaven.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Microsoft's storage emulator from npm, installed into target once. */
final class Azurite implements AutoCloseable {
    private static final String ACCOUNT = "devstoreaccount1";
    private static final String VERSION = "2019-12-12";
    private static final String OLD_VERSION = "2015-04-05";
    private static final Pattern LISTENING = Pattern.compile("listens on http://127\\.0\\.0\\.1:(\\d+)");

    /** Made up for each run: the emulator takes any. */
    private static final byte[] KEY = "a key that protects nothing".getBytes(StandardCharsets.UTF_8);

    private final Process process;
    private final int port;

    Azurite(Path data) throws IOException, InterruptedException {
        Path home = Files.createDirectories(Path.of("target", "azurite").toAbsolutePath());
        Path script = home.resolve("node_modules/azurite/dist/src/blob/main.js");
        if (!Files.exists(script)) {
            PeerTool.run(home, "npm", "install", "--no-audit", "--no-fund", "--prefix", ".", "azurite@3.37.0");
        }
        ProcessBuilder builder = new ProcessBuilder(
                "node",
                script.toString(),
                "--blobPort",
                "0",
                "--location",
                data.toString(),
                "--silent",
                "--disableTelemetry");
        builder.environment().put("AZURITE_ACCOUNTS", ACCOUNT + ":" + base64(KEY));
        process = builder.redirectErrorStream(true).start();
        port = port(process.getInputStream());
    }

    private static int port(InputStream output) throws IOException {
        StringBuilder said = new StringBuilder();
        for (int next = output.read(); next >= 0; next = output.read()) {
            said.append((char) next);
            Matcher listening = LISTENING.matcher(said);
            if (next == '\n' && listening.find()) {
                return Integer.parseInt(listening.group(1));
            }
        }
        throw new IOException("Azurite did not start: " + said);
    }

    /** The address under which a container can be made, signed for the account. */
    URI container(String name) throws GeneralSecurityException {
        String expiry = inAnHour();
        String sign = String.join("\n", ACCOUNT, "rwlc", "b", "sco", "", expiry, "", "", VERSION, "");
        return URI.create(base("/" + name) + "?restype=container&ss=b&srt=sco&sp=rwlc&sv=" + VERSION + "&se=" + expiry
                + "&sig=" + signature(sign).replace("+", "%2B"));
    }

    /** The address of a blob as the Store signs it: for that blob alone, under an old version. */
    UploadAddress blob(String path) throws GeneralSecurityException {
        String expiry = inAnHour();
        String resource = "/blob/" + ACCOUNT + "/" + path;
        String sign = String.join("\n", "rw", "", expiry, resource, "", "", "", OLD_VERSION, "", "", "", "", "");
        return UploadAddress.of(
                base("/" + path) + "?sr=b&sp=rw&sv=" + OLD_VERSION + "&se=" + expiry + "&sig=" + signature(sign));
    }

    private String base(String path) {
        return "http://127.0.0.1:" + port + "/" + ACCOUNT + path;
    }

    private static String inAnHour() {
        return Instant.now()
                .plus(1, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    /** With raw + and =, as the Store gives it. */
    private static String signature(String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        return base64(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Ends it, and waits, since it writes to its folder until then. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
