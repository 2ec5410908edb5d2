package io.github.storemaven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Chromium without a window, for pages that a test has written; its pictures are left in target for a person to look at. */
public final class HeadlessBrowser {
    /** A browser's window is wider than a phone; a frame in a file can hold another one. */
    private static final String PHONE = "<body style=\"margin:0\"><iframe id=\"phone\" src=\"%s\""
            + " style=\"border:0;width:%dpx;height:%dpx\"></iframe>"
            + "<script>onload = () => { const page = phone.contentDocument.documentElement;"
            + " document.title = page.scrollWidth + \" of \" + page.clientWidth; }</script>";

    /** As the page is where the system is dark. */
    public static final String DARK = "--blink-settings=preferredColorScheme=0";

    private HeadlessBrowser() {}

    /** The document after the browser has read it. */
    public static String dom(Path page) throws IOException, InterruptedException {
        return run(page, 1280, 900, "--dump-dom");
    }

    /** Two widths in pixels: {@code 360 of 360} where nothing scrolls sideways on a phone of that width. */
    public static String widths(Path page, int width) throws IOException, InterruptedException {
        String dom = run(onPhone(page, width, 900), 500, 900, "--dump-dom");
        return dom.replaceFirst("(?s).*<title>(\\d+ of \\d+)</title>.*", "$1");
    }

    /** Leaves a picture of a page in target. */
    public static void picture(String name, Path page, int width, int height, String... options)
            throws IOException, InterruptedException {
        Path picture = Path.of("target", "pictures", name + ".png").toAbsolutePath();
        Files.createDirectories(picture.getParent());
        Files.deleteIfExists(picture);
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--screenshot=" + picture);
        boolean isPhone = width < 500;
        run(isPhone ? onPhone(page, width, height) : page, isPhone ? 500 : width, height, all.toArray(new String[0]));
        assertThat(picture).isNotEmptyFile();
    }

    private static Path onPhone(Path page, int width, int height) throws IOException {
        Path frame = page.resolveSibling("phone-" + page.getFileName());
        return Files.writeString(frame, PHONE.formatted(page.getFileName(), width, height));
    }

    private static String run(Path page, int width, int height, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--allow-file-access-from-files",
                "--virtual-time-budget=2000",
                "--window-size=" + width + "," + height));
        command.addAll(List.of(options));
        command.add(page.toUri().toString());
        Process browser = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(browser.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output;
    }
}
