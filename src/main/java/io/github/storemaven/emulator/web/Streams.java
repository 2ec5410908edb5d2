package io.github.storemaven.emulator.web;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies with a limit. */
public final class Streams {
    private static final int BUFFER = 64 * 1024;

    private Streams() {}

    /** Copies so many bytes. @throws EOFException when there are fewer */
    public static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new EOFException("the body ended " + left + " bytes early");
            }
            out.write(buffer, 0, count);
            left -= count;
        }
    }

    /** Reads and forgets at most so many bytes; a client that ends early may read its answer all the same. */
    public static void drain(InputStream in, long limit) {
        byte[] buffer = new byte[BUFFER];
        long left = limit;
        int count = 0;
        try {
            while (left > 0 && count >= 0) {
                count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                left -= Math.max(count, 0);
            }
        } catch (IOException e) {
            return;
        }
    }
}
