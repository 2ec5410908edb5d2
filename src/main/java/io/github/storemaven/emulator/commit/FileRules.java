package io.github.storemaven.emulator.commit;

import io.github.storemaven.emulator.document.Json;
import io.github.storemaven.emulator.document.Kind;
import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.ZipEntry;

/** What Partner Center accepts of files that are no packages (reference 8.4). */
record FileRules(Kind kind, JsonObject document) {
    /** How many bytes of a file tell what it is. */
    static final int START = 24;

    private static final long LARGEST_PICTURE = 50_000_000;
    private static final long LARGEST_VIDEO = 2_000_000_000;
    private static final int PNG = 0x89504E47;
    private static final int ICON_SIDE = 300;

    boolean allow(String name, ZipEntry entry, byte[] start) {
        boolean video = Json.objects(document, "trailers").stream()
                .anyMatch(trailer -> name.equals(Json.text(trailer, "videoFileName")));
        if (video) {
            return entry.getSize() <= LARGEST_VIDEO
                    && name.toLowerCase(Locale.ROOT).matches(".*\\.(mp4|mov)");
        }
        ByteBuffer bytes = ByteBuffer.wrap(start);
        return entry.getSize() <= LARGEST_PICTURE
                && start.length == START
                && bytes.getInt(0) == PNG
                && (kind != Kind.ADDON || (bytes.getInt(16) == ICON_SIDE && bytes.getInt(20) == ICON_SIDE));
    }
}
