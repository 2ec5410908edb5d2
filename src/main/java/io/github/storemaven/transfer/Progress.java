package io.github.storemaven.transfer;

/** Counts what is in the storage and tells the listener, never less than before, even when the blob is started over. */
final class Progress {
    private final UploadListener listener;
    private long stored;
    private long alreadyThere;
    private long told;

    Progress(UploadListener listener) {
        this.listener = listener;
    }

    synchronized void sent(long bytes) {
        stored += bytes;
        tell();
    }

    synchronized void found(long bytes) {
        alreadyThere += bytes;
        sent(bytes);
    }

    /** Nothing is in the storage any more. */
    synchronized void startOver() {
        stored = 0;
        alreadyThere = 0;
    }

    synchronized long alreadyThere() {
        return alreadyThere;
    }

    private void tell() {
        if (stored > told) {
            told = stored;
            listener.progressed(told);
        }
    }
}
