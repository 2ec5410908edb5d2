package io.github.storemaven.transfer;

import java.util.ArrayList;
import java.util.List;

/** What a listener heard. */
final class RecordingUploadListener implements UploadListener {
    final List<Long> progress = new ArrayList<>();
    String started;
    UploadReport report;
    Exception failure;

    @Override
    public void started(String address, long total) {
        started = address;
    }

    @Override
    public void progressed(long bytes) {
        progress.add(bytes);
    }

    @Override
    public void succeeded(UploadReport made) {
        report = made;
    }

    @Override
    public void failed(Exception problem) {
        failure = problem;
    }
}
