package io.github.storemaven.transfer.bench;

import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobClientBuilder;
import com.azure.storage.blob.models.ParallelTransferOptions;
import java.nio.file.Path;

/**
 * A ready archive with the Azure SDK.
 *
 * @param blockSize in bytes, 0 for the SDK's own choice
 * @param parallelism connections, 0 for the SDK's own choice
 */
record AzureUpload(long blockSize, int parallelism) implements Contender.Way {
    @Override
    public void send(Sources sources, String address) {
        send(sources.readyArchive(), address);
    }

    void send(Path file, String address) {
        BlobClient client = new BlobClientBuilder().endpoint(address).buildClient();
        if (blockSize == 0) {
            client.uploadFromFile(file.toString(), true);
            return;
        }
        ParallelTransferOptions options = new ParallelTransferOptions()
                .setBlockSizeLong(blockSize)
                .setMaxSingleUploadSizeLong(blockSize)
                .setMaxConcurrency(parallelism);
        client.uploadFromFile(file.toString(), options, null, null, null, null, null);
    }
}
