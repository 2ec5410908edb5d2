import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes an MSIX package: {@code java MakeMsix.java <version> <jar> <package>}. It is a ZIP with the app's files, the
 * logos, a manifest, a block map and the content types. It is not signed: the Store does that.
 */
final class MakeMsix {
    private static final Path HERE = Path.of("packaging");
    private static final LocalDateTime SAME_IN_EACH_BUILD = LocalDateTime.of(2026, 11, 23, 0, 0);
    private static final int BLOCK = 64 * 1024;
    private static final int LOCAL_HEADER = 30;

    /** What is in the package, by name with slashes. */
    private final Map<String, byte[]> parts = new TreeMap<>();

    public static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments[2]);
        MakeMsix msix = new MakeMsix();
        msix.addFolder(image(Path.of(arguments[1]), target.getParent()), "");
        msix.addFolder(HERE.resolve("assets"), "assets/");
        msix.parts.putIfAbsent("TideTable.exe", "Stands for the program, which only Windows can make".getBytes(UTF_8));
        msix.addManifest(storeVersion(arguments[0]));
        msix.write(target);
        System.out.println("Made " + target);
    }

    /** The Store wants four numbers, the last one zero: 1.4.0 and 1.4.0-SNAPSHOT become 1.4.0.0. */
    private static String storeVersion(String projectVersion) {
        String numbers = projectVersion.replaceFirst("-.*", "");
        if (!numbers.matches("\\d+\\.\\d+\\.\\d+")) {
            throw new IllegalArgumentException("The project's version " + projectVersion + " is not major.minor.build");
        }
        return numbers + ".0";
    }

    /** TideTable.exe with a Java of its own; that takes Windows, elsewhere it is the jar alone, fit to rehearse with. */
    private static Path image(Path jar, Path parent) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            System.out.println("Without TideTable.exe, because this is not Windows: for rehearsals only");
            return jar.getParent();
        }
        Path images = Files.createTempDirectory(parent, "jpackage");
        String[] command = {
            "--type", "app-image",
            "--name", "TideTable",
            "--dest", images.toString(),
            "--input", jar.getParent().toString(),
            "--main-jar", jar.getFileName().toString()
        };
        if (ToolProvider.findFirst("jpackage").orElseThrow().run(System.out, System.err, command) != 0) {
            throw new IOException("jpackage could not make the image");
        }
        return images.resolve("TideTable");
    }

    private void addFolder(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                parts.put(prefix + name, Files.readAllBytes(file));
            }
        }
    }

    private void addManifest(String version) throws IOException {
        String manifest = Files.readString(HERE.resolve("AppxManifest.xml")).replace("{version}", version);
        parts.put("AppxManifest.xml", manifest.getBytes(UTF_8));
    }

    private void write(Path target) throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                write(zip, zipName(part.getKey()), part.getValue());
            }
            write(zip, "AppxBlockMap.xml", blockMap().getBytes(UTF_8));
            write(zip, "[Content_Types].xml", contentTypes().getBytes(UTF_8));
        }
    }

    private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(SAME_IN_EACH_BUILD);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** A hash over each 64 KiB of each file. */
    private String blockMap() throws GeneralSecurityException, URISyntaxException {
        StringBuilder map = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<BlockMap xmlns=\"http://schemas.microsoft.com/appx/2010/blockmap\"")
                .append(" HashMethod=\"http://www.w3.org/2001/04/xmlenc#sha256\">\n");
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            byte[] content = part.getValue();
            map.append("  <File Name=\"%s\" Size=\"%d\" LfhSize=\"%d\">"
                    .formatted(
                            part.getKey().replace("&", "&amp;").replace('/', '\\'),
                            content.length,
                            LOCAL_HEADER + zipName(part.getKey()).length()));
            for (int start = 0; start < content.length; start += BLOCK) {
                byte[] block = Arrays.copyOfRange(content, start, Math.min(start + BLOCK, content.length));
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(block);
                map.append("<Block Hash=\"" + Base64.getEncoder().encodeToString(hash) + "\"/>");
            }
            map.append("</File>\n");
        }
        return map.append("</BlockMap>\n").toString();
    }

    /** One type for each extension, and one for each file without any. */
    private String contentTypes() throws URISyntaxException {
        Map<String, String> types = new TreeMap<>();
        for (String name : parts.keySet()) {
            String extension = name.replaceFirst(".*/", "").replaceFirst("^[^.]*$|.*\\.", "");
            types.put(
                    extension.isEmpty()
                            ? "<Override PartName=\"/" + zipName(name) + "\""
                            : "<Default Extension=\"" + extension + "\"",
                    extension.equals("png") ? "image/png" : "application/octet-stream");
        }
        types.put("<Override PartName=\"/AppxManifest.xml\"", "application/vnd.ms-appx.manifest+xml");
        types.put("<Override PartName=\"/AppxBlockMap.xml\"", "application/vnd.ms-appx.blockmap+xml");
        List<String> lines = types.entrySet().stream()
                .map(type -> "  %s ContentType=\"%s\"/>\n".formatted(type.getKey(), type.getValue()))
                .toList();
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\n"
                + String.join("", lines)
                + "</Types>\n";
    }

    /** In a package's ZIP, blanks and the like are written as %XX. */
    private static String zipName(String name) throws URISyntaxException {
        return new URI(null, null, "/" + name, null).toASCIIString().substring(1);
    }
}
