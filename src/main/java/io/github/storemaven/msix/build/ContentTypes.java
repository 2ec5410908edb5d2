package io.github.storemaven.msix.build;

import io.github.storemaven.msix.PartName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Makes a {@code [Content_Types].xml}, with the types that MakeAppx gives: reference of packages, section 7. */
final class ContentTypes {
    private static final String OTHER = "application/octet-stream";
    private static final String MANIFEST = "application/vnd.ms-appx.manifest+xml";
    private static final String BLOCK_MAP = "application/vnd.ms-appx.blockmap+xml";
    private static final String BUNDLE_MANIFEST = "application/vnd.ms-appx.bundlemanifest+xml";

    /** A type and its extensions a line. */
    private static final String TYPES = """
            application/java java
            application/json json
            application/msword doc
            application/pdf pdf
            application/vnd.ms-appx appx
            application/vnd.ms-cab-compressed cab
            application/vnd.ms-excel xls
            application/vnd.ms-powerpoint ppt
            application/vnd.openxmlformats-officedocument.presentationml.presentation pptx
            application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx
            application/vnd.openxmlformats-officedocument.wordprocessingml.document docx
            application/x-gzip-compressed gz
            application/x-javascript js
            application/x-msdownload exe dll
            application/x-rar-compressed rar
            application/x-tar tar
            application/x-zip-compressed zip
            application/xaml+xml xaml
            application/xml-dtd dtd
            application/xslt+xml xsl xslt
            audio/mid mid
            audio/mp4 m4a
            audio/mpeg mp3
            audio/wav wav
            audio/x-ms-wma wma
            image/bmp bmp
            image/gif gif
            image/jpeg jpg jpeg
            image/png png
            image/svg+xml svg
            image/tiff tif tiff
            image/vnd.microsoft.icon ico
            text/css css
            text/csv csv
            text/html html htm
            text/plain txt c h cpp cs
            text/richtext rtf
            text/xml xml xsd
            video/avi avi
            video/mpeg mpg mpeg
            video/quicktime mov
            video/x-ms-wmv wmv
            """;

    private static final Map<String, String> BY_EXTENSION = byExtension();

    private final XmlText xml = new XmlText();
    private final Set<String> extensions = new HashSet<>();

    private ContentTypes() {
        xml.begin("Types").attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types");
    }

    /** The types of a package's files, given by name without the package's own ones. */
    static byte[] ofPackage(Iterable<String> names) {
        ContentTypes types = new ContentTypes();
        names.forEach(name -> types.add(name, BY_EXTENSION.getOrDefault(extension(name), OTHER)));
        types.override(PartName.MANIFEST, MANIFEST);
        return types.end();
    }

    /** The types of a bundle with packages of these names. */
    static byte[] ofBundle(Iterable<String> names) {
        ContentTypes types = new ContentTypes();
        names.forEach(name -> types.add(name, BY_EXTENSION.get("appx")));
        types.add(PartName.BUNDLE_MANIFEST, BUNDLE_MANIFEST);
        return types.end();
    }

    private byte[] end() {
        override(PartName.BLOCK_MAP, BLOCK_MAP);
        return xml.end("Types").bytes();
    }

    /** All files of one extension have one type here, so the first one's serves them all. */
    private void add(String name, String type) {
        String extension = extension(name);
        if (extension.isEmpty()) {
            override(name, type);
        } else if (extensions.add(extension)) {
            xml.begin("Default")
                    .attribute("Extension", PartName.encode(extension))
                    .attribute("ContentType", type)
                    .end("Default");
        }
    }

    private void override(String name, String type) {
        xml.begin("Override")
                .attribute("PartName", "/" + PartName.encode(name))
                .attribute("ContentType", type)
                .end("Override");
    }

    /** What follows the last dot; ASCII letters are made small, since readers compare only these without case. */
    private static String extension(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        StringBuilder extension = new StringBuilder(last.substring(last.lastIndexOf('.') + 1));
        if (extension.length() == last.length()) {
            return "";
        }
        for (int i = 0; i < extension.length(); i++) {
            char letter = extension.charAt(i);
            extension.setCharAt(i, letter >= 'A' && letter <= 'Z' ? Character.toLowerCase(letter) : letter);
        }
        return extension.toString();
    }

    private static Map<String, String> byExtension() {
        Map<String, String> types = new HashMap<>();
        TYPES.lines().map(line -> line.split(" ", -1)).forEach(words -> {
            for (int i = 1; i < words.length; i++) {
                types.put(words[i], words[0]);
            }
        });
        return Map.copyOf(types);
    }
}
