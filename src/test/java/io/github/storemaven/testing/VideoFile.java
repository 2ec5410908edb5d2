package io.github.storemaven.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Boxes of MP4 and MOV files. */
public final class VideoFile {
    private VideoFile() {}

    /** A whole video: type, index with a sound and a picture track, data. */
    public static byte[] video(int width, int height, int seconds) {
        return join(type("mp42"), index(width, height, seconds, new byte[0]), box("mdat", new byte[10]));
    }

    public static byte[] type(String brand) {
        return box("ftyp", join(text(brand), new byte[4], text("xxxx")));
    }

    /** The index, with something more in its picture track. */
    public static byte[] index(int width, int height, int seconds, byte[] more) {
        byte[] sound = box("trak", track(0, 0));
        return box("moov", join(movie(seconds), sound, box("trak", join(track(width, height), more))));
    }

    public static byte[] box(String type, byte[] content) {
        return join(number(8 + content.length), text(type), content);
    }

    public static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    public static Path write(Path file, byte[]... parts) throws IOException {
        return Files.write(file, join(parts));
    }

    /** Version 1, with a time of 64 bits and a thousand units a second. */
    private static byte[] movie(int seconds) {
        ByteBuffer header = ByteBuffer.allocate(112).put((byte) 1);
        return box("mvhd", header.putInt(20, 1000).putLong(24, seconds * 1000L).array());
    }

    /** Version 0; sizes are fixed point. */
    private static byte[] track(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(84);
        return box(
                "tkhd", header.putInt(76, width << 16).putInt(80, height << 16).array());
    }
}
