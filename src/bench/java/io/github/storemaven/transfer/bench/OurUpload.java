package io.github.storemaven.transfer.bench;

import io.github.storemaven.http.HttpTransport;
import io.github.storemaven.http.ProxyChoice;
import io.github.storemaven.http.RetryRule;
import io.github.storemaven.http.Timer;
import io.github.storemaven.transfer.Archive;
import io.github.storemaven.transfer.BlockUpload;
import io.github.storemaven.transfer.FreshAddress;
import io.github.storemaven.transfer.UploadAddress;
import io.github.storemaven.transfer.UploadListener;
import io.github.storemaven.transfer.UploadSettings;

/** The archive that never exists, as the plugin sends it. */
final class OurUpload implements Contender.Way {
    @Override
    public void send(Sources sources, String address) throws Exception {
        BlockUpload upload = new BlockUpload(
                new HttpTransport(ProxyChoice.direct()),
                Timer.system(),
                new RetryRule(Math::random),
                UploadSettings.chosen());
        upload.send(
                Archive.of(sources.entries()), UploadAddress.of(address), UploadListener.none(), FreshAddress.none());
    }
}
