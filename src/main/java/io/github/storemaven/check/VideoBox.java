package io.github.storemaven.check;

/**
 * A box of an MP4 or MOV file.
 *
 * @param type its four characters
 * @param start of its content in the file, in bytes
 * @param end behind its content
 */
record VideoBox(String type, long start, long end) {
    boolean is(String wanted) {
        return type.equals(wanted);
    }
}
