package io.github.storemaven.testing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The parts that every package has besides its manifest: a hash over each 64 KiB, and the types of its files. */
final class BlockMapText {
    private static final int BLOCK = 64 * 1024;
    private static final int LOCAL_HEADER = 30;

    private BlockMapText() {}

    static String of(Map<String, byte[]> files) {
        StringBuilder map = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <BlockMap xmlns="http://schemas.microsoft.com/appx/2010/blockmap" \
            HashMethod="http://www.w3.org/2001/04/xmlenc#sha256">
            """);
        files.forEach((name, content) -> {
            String unpacked = unescaped(name).replace('/', '\\').replace("&", "&amp;");
            int header = LOCAL_HEADER + name.getBytes(StandardCharsets.UTF_8).length;
            map.append("  <File Name=\"%s\" Size=\"%d\" LfhSize=\"%d\">".formatted(unpacked, content.length, header));
            for (int at = 0; at < content.length; at += BLOCK) {
                map.append("<Block Hash=\"").append(hash(content, at)).append("\"/>");
            }
            map.append("</File>\n");
        });
        return map.append("</BlockMap>\n").toString();
    }

    /** The name of a file, whose entry has %XX for what it may not contain. */
    private static String unescaped(String entryName) {
        try {
            return URLDecoder.decode(entryName.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEscaped) {
            return entryName;
        }
    }

    static String hash(byte[] content, int at) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(content, at, Math.min(BLOCK, content.length - at));
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A type for each extension, and for each file without one. */
    static String contentTypes(Set<String> names) {
        Set<String> types = new TreeSet<>();
        for (String name : names) {
            String last = name.substring(name.lastIndexOf('/') + 1);
            types.add(
                    last.contains(".")
                            ? "<Default Extension=\"%s\" ContentType=\"application/octet-stream\"/>"
                                    .formatted(last.substring(last.lastIndexOf('.') + 1))
                            : "<Override PartName=\"/%s\" ContentType=\"application/octet-stream\"/>".formatted(name));
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">%s</Types>
            """.formatted(String.join("", types));
    }
}
