package io.github.storemaven.check;

/** A file that is no MP4 or MOV; the message says why. */
final class DamagedVideo extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedVideo(String message) {
        super(message);
    }
}
