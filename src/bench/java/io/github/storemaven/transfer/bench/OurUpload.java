package io.github.storemaven.transfer.bench;

import io.github.storemaven.http.HttpTransport;
import io.github.storemaven.http.Proxy;
import io.github.storemaven.http.RetryPolicy;
import io.github.storemaven.http.TimeSource;
import io.github.storemaven.transfer.BlockUpload;
import io.github.storemaven.transfer.RenewableSas;
import io.github.storemaven.transfer.SasUrl;
import io.github.storemaven.transfer.UploadArchive;
import io.github.storemaven.transfer.UploadListener;
import io.github.storemaven.transfer.UploadSettings;
import java.util.Optional;

/** The archive that never exists, as the plugin sends it. */
final class OurUpload implements Contender.Way {
    @Override
    public void send(Sources sources, String address) throws Exception {
        BlockUpload upload = new BlockUpload(
                new HttpTransport(Proxy.Selector.direct()),
                TimeSource.system(),
                new RetryPolicy(TimeSource.system(), Math::random),
                UploadSettings.chosen());
        upload.send(
                UploadArchive.of(sources.entries()),
                new RenewableSas(SasUrl.of(address), Optional::empty),
                new UploadListener() {});
    }
}
