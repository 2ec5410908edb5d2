package io.github.storemaven.installer;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.github.storemaven.http.HttpTransport;
import io.github.storemaven.http.Proxy;
import io.github.storemaven.testing.LoopbackServer;
import io.github.storemaven.testing.RefusingPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the hosts of installers answer (MSI/EXE reference, section 8.4). */
class InstallerAddressesTest {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    @TempDir
    Path folder;

    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final byte[] content = new byte[17 << 20];
    private final LoopbackServer host = new LoopbackServer().on("/", this::answer);
    private final String url = host.root() + "/tide-2.0.0.msi";
    private volatile boolean givesParts = true;

    @BeforeEach
    void fill() {
        new Random(1).nextBytes(content);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().add("Content-Length", Integer.toString(content.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        Matcher range = RANGE.matcher(exchange.getRequestHeaders().getFirst("Range"));
        if (!givesParts || !range.matches()) {
            exchange.sendResponseHeaders(403, -1);
            return;
        }
        int first = Integer.parseInt(range.group(1));
        int end = Math.min(content.length, Integer.parseInt(range.group(2)) + 1);
        exchange.getResponseHeaders().add("Content-Range", "bytes " + first + "-" + (end - 1) + "/" + content.length);
        exchange.sendResponseHeaders(206, end - first);
        exchange.getResponseBody().write(Arrays.copyOfRange(content, first, end));
    }

    private InstallerAddresses addresses() {
        return new InstallerAddresses(new HttpTransport(Proxy.Selector.direct()), problems::add);
    }

    private Path built(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("tide.msi"), bytes);
    }

    @Test
    void theSameFileIsThere() throws Exception {
        Map<String, Path> installers = Map.of(url, built(content));
        addresses().check(List.of(json("{'packageUrl':'" + url + "'}")), installers);
        addresses().verify(installers);
        assertThat(problems).isEmpty();
    }

    @Test
    void anotherLengthIsSeenWithoutFetchingIt() throws Exception {
        addresses().check(List.of(json("{'packageUrl':'" + url + "'}")), Map.of(url, built(new byte[3])));
        assertThat(problems).singleElement().asString().contains("has " + content.length + " bytes", "has 3");
    }

    @Test
    void anotherContentIsSeenByItsDigest() throws Exception {
        byte[] other = content.clone();
        other[other.length - 1]++;
        addresses().verify(Map.of(url, built(other)));
        assertThat(problems).singleElement().asString().contains("has another content", "SHA-256");
    }

    @Test
    void aHostThatGivesNoPartsIsNamed() throws Exception {
        givesParts = false;
        addresses().verify(Map.of(url, built(content)));
        assertThat(problems).singleElement().asString().contains("gives no parts", "store.verifyInstallers");
    }

    @Test
    void aHostThatDoesNotAnswerIsNamed() throws Exception {
        try (RefusingPort nobody = new RefusingPort()) {
            String silent = "http://127.0.0.1:" + nobody.number() + "/tide.msi";
            addresses().check(List.of(json("{'packageUrl':'" + silent + "'}")), Map.of());
            assertThat(problems).singleElement().asString().contains("does not answer");
        }
    }
}
