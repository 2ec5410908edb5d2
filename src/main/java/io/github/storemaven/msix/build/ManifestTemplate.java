package io.github.storemaven.msix.build;

import io.github.storemaven.msix.PackageVersion;
import io.github.storemaven.msix.XmlElement;
import io.github.storemaven.text.Utf16;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A manifest of the user's own. <code>${package.version}</code>, <code>${package.architecture}</code> and <code>
 * ${package.launcher}</code> are replaced, and what the identity lacks of version and architecture is filled in.
 *
 * @param file it comes from
 * @param text with all other expressions replaced
 * @param version that the package is to have
 */
public record ManifestTemplate(Path file, String text, PackageVersion version) implements ManifestSource {
    private static final int MAX_NAME = 200;
    /** Real ones have kilobytes. */
    private static final int MAX_BYTES = 1 << 20;

    private static final String OF_PACKAGE = "package.";
    private static final String VERSION = OF_PACKAGE + "version";
    private static final String ARCHITECTURE = OF_PACKAGE + "architecture";
    private static final String LAUNCHER = OF_PACKAGE + "launcher";
    private static final Pattern IDENTITY =
            Pattern.compile("<!--.*?-->|<!\\[CDATA\\[.*?]]>|(<(?:[\\w.-]+:)?Identity)(?=[\\s/>])", Pattern.DOTALL);

    /** The value of an expression of the project. */
    @FunctionalInterface
    public interface Values {
        /** @param problems takes why there is none */
        String of(String expression, Consumer<String> problems);
    }

    /**
     * Reads a file, and replaces what is the same for all packages.
     *
     * @param problems takes what is wrong, a sentence each
     * @return empty where the file cannot be used
     */
    public static Optional<ManifestTemplate> read(
            Path file, PackageVersion version, Values values, Consumer<String> problems) throws IOException {
        if (!Files.isRegularFile(file)) {
            problems.accept("store.manifestFile names " + file + ", which is not a file");
            return Optional.empty();
        }
        try {
            byte[] content = content(file);
            if (content.length > MAX_BYTES) {
                problems.accept("store.manifestFile names " + file + ", which is larger than 1 MiB; a manifest has"
                        + " some kilobytes");
                return Optional.empty();
            }
            if (Utf16.is(content)) {
                problems.accept("store.manifestFile names " + file + ", which is " + Utf16.HINT);
                return Optional.empty();
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Optional.of(new ManifestTemplate(file, filtered(file, text, values, problems), version));
        } catch (CharacterCodingException e) {
            problems.accept("store.manifestFile names " + file + ", which is not in UTF-8; save it in that encoding");
            return Optional.empty();
        }
    }

    private static byte[] content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }

    private static String filtered(Path file, String text, Values values, Consumer<String> problems) {
        LineCounter lines = new LineCounter(text);
        return replaced(text, (name, start) -> {
            if (name.startsWith(OF_PACKAGE)) {
                return "${" + name + "}";
            }
            int line = lines.at(start);
            return escaped(values.of(name, problem -> problems.accept(file + ", line " + line + ": " + problem)));
        });
    }

    /** The lines of places that are asked for in their order. */
    private static final class LineCounter {
        private final String text;
        private int place;
        private int line = 1;

        private LineCounter(String text) {
            this.text = text;
        }

        private int at(int next) {
            for (; place < next; place++) {
                line += text.charAt(place) == '\n' ? 1 : 0;
            }
            return line;
        }
    }

    /**
     * The text with other values for its expressions. An expression is on one line. Each character is looked at once, however
     * many of them open an expression that nothing closes.
     *
     * @param values by name of the expression and its place in the text
     */
    private static String replaced(String text, BiFunction<String, Integer, String> values) {
        StringBuilder replaced = new StringBuilder();
        int copied = 0;
        int end = 0;
        for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", Math.max(copied, start + 2))) {
            int name = start + 2;
            for (end = Math.max(end, name); end < text.length() && !isEnd(text.charAt(end)); ) {
                end++;
            }
            if (end < text.length() && text.charAt(end) == '}' && end > name && end - name <= MAX_NAME) {
                replaced.append(text, copied, start).append(values.apply(text.substring(name, end), start));
                copied = end + 1;
            }
        }
        return replaced.append(text, copied, text.length()).toString();
    }

    private static boolean isEnd(char of) {
        return of == '}' || of == '\n';
    }

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public boolean hasFileLogo() {
        return text.contains("FileLogo.png");
    }

    @Override
    public byte[] manifest(AppImage image, Set<String> files, Consumer<String> problems) {
        Map<String, String> values = Map.of(
                VERSION, version.text(),
                ARCHITECTURE, image.architecture(),
                LAUNCHER, image.launcher());
        String filled = replaced(text, (name, start) -> {
            String value = values.get(name);
            if (value == null) {
                problems.accept(file + ": ${" + name + "} is unknown; there are ${" + VERSION + "}, ${" + ARCHITECTURE
                        + "} and ${" + LAUNCHER + "}");
            }
            return value == null ? "" : escaped(value);
        });
        return completed(filled, image, problems).getBytes(StandardCharsets.UTF_8);
    }

    /** What is no XML stays as it is: whoever reads the manifest tells it. */
    private String completed(String filled, AppImage image, Consumer<String> problems) {
        Optional<XmlElement> identity;
        try {
            identity = XmlElement.of(place(), filled.getBytes(StandardCharsets.UTF_8))
                    .first("Identity");
        } catch (IOException toldLater) {
            return filled;
        }
        if (identity.isEmpty()) {
            return filled;
        }
        String missing = attribute(identity.get(), "Version", version.text(), VERSION, problems)
                + attribute(identity.get(), "ProcessorArchitecture", image.architecture(), ARCHITECTURE, problems);
        Matcher tag = IDENTITY.matcher(filled);
        while (tag.find()) {
            if (tag.group(1) != null) {
                return filled.substring(0, tag.end()) + missing + filled.substring(tag.end());
            }
        }
        return filled;
    }

    /** The attribute to add; empty where it is there, and a problem where it says something else. */
    private String attribute(
            XmlElement identity, String name, String wanted, String expression, Consumer<String> problems) {
        Optional<String> written = identity.find(name);
        written.filter(value -> !value.equals(wanted))
                .ifPresent(value -> problems.accept(file + ", line " + identity.line() + ": the Identity has " + name
                        + "=\"" + value + "\", and the package has " + wanted + "; remove the attribute, or write ${"
                        + expression + "}"));
        return written.isPresent() ? "" : " " + name + "=\"" + escaped(wanted) + "\"";
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
