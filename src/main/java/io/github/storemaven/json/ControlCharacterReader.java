package io.github.storemaven.json;

import java.io.IOException;
import java.io.Reader;

/** Escapes raw control characters inside strings, which the service has been seen to send (field reports, quirk 11). */
final class ControlCharacterReader extends Reader {
    private final Reader in;
    private String pending = "";
    private boolean inString;
    private boolean escaped;

    ControlCharacterReader(Reader in) {
        this.in = new java.io.BufferedReader(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = next();
            if (next < 0) {
                return count == 0 ? -1 : count;
            }
            buffer[offset + count++] = (char) next;
        }
        return count;
    }

    private int next() throws IOException {
        if (!pending.isEmpty()) {
            char first = pending.charAt(0);
            pending = pending.substring(1);
            return first;
        }
        int character = in.read();
        if (inString && character >= 0 && character < ' ') {
            pending = String.format("u%04x", character);
            return '\\';
        }
        follow(character);
        return character;
    }

    private void follow(int character) {
        if (escaped) {
            escaped = false;
        } else if (inString && character == '\\') {
            escaped = true;
        } else if (character == '"') {
            inString = !inString;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
