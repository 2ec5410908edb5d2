package io.github.storemaven.goal;

import io.github.storemaven.transfer.UploadListener;
import io.github.storemaven.transfer.UploadReport;
import java.net.URI;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferEvent.EventType;
import org.eclipse.aether.transfer.TransferListener;
import org.eclipse.aether.transfer.TransferResource;

/** Shows an upload through Maven's own listener, so that it looks like mvn deploy and is quiet when that is. */
final class TransferProgress implements UploadListener {
    private final RepositorySystemSession session;
    private final TransferListener listener;
    private TransferResource resource;
    private long transferred;

    TransferProgress(RepositorySystemSession session) {
        this.session = session;
        this.listener = session == null ? null : session.getTransferListener();
    }

    @Override
    public void started(String cleanAddress, long total) {
        URI address = URI.create(cleanAddress);
        resource = new TransferResource(
                        "microsoft-store",
                        address.getScheme() + "://" + address.getRawAuthority() + "/",
                        address.getRawPath().substring(1),
                        null,
                        null)
                .setContentLength(total);
        fire(EventType.INITIATED, null);
        fire(EventType.STARTED, null);
    }

    @Override
    public void progressed(long bytesSoFar) {
        transferred = bytesSoFar;
        fire(EventType.PROGRESSED, null);
    }

    @Override
    public void succeeded(UploadReport report) {
        transferred = report.bytes();
        fire(EventType.SUCCEEDED, null);
    }

    @Override
    public void failed(Exception problem) {
        fire(EventType.FAILED, problem);
    }

    private synchronized void fire(EventType type, Exception problem) {
        if (listener == null || resource == null) {
            return;
        }
        TransferEvent event = new TransferEvent.Builder(session, resource)
                .setType(type)
                .setRequestType(TransferEvent.RequestType.PUT)
                .setTransferredBytes(transferred)
                .setException(problem)
                .build();
        try {
            tell(type, event);
        } catch (TransferCancelledException e) {
            throw new IllegalStateException("The upload was cancelled", e);
        }
    }

    private void tell(EventType type, TransferEvent event) throws TransferCancelledException {
        switch (type) {
            case INITIATED -> listener.transferInitiated(event);
            case STARTED -> listener.transferStarted(event);
            case PROGRESSED -> listener.transferProgressed(event);
            case SUCCEEDED -> listener.transferSucceeded(event);
            default -> listener.transferFailed(event);
        }
    }
}
