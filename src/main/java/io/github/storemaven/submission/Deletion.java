package io.github.storemaven.submission;

import io.github.storemaven.http.TimeSource;
import io.github.storemaven.service.LookBeforeRetry;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import java.io.IOException;
import java.util.Optional;

/** Deletes an add-on or a flight: an answer that gets lost does not make what was deleted something that was not there. */
public final class Deletion {
    private final StoreClient store;
    private final TimeSource time;

    public Deletion(StoreClient store, TimeSource time) {
        this.store = store;
        this.time = time;
    }

    /** Whether it was there to be deleted. */
    public boolean delete(Product product) throws StoreRefusedException, IOException, InterruptedException {
        try {
            return new LookBeforeRetry(time, capital(product) + " may have been deleted")
                    .<Boolean, RuntimeException>run(() -> deleted(product), () -> isGone(product));
        } catch (StoreRefusedException refused) {
            if (refused.isNotFound()) {
                return false;
            }
            throw refused;
        }
    }

    private boolean deleted(Product product) throws StoreRefusedException, IOException, InterruptedException {
        store.delete(product);
        return true;
    }

    private Optional<Boolean> isGone(Product product) throws StoreRefusedException, IOException, InterruptedException {
        try {
            store.product(product);
            return Optional.empty();
        } catch (StoreRefusedException refused) {
            if (refused.isNotFound()) {
                return Optional.of(true);
            }
            throw refused;
        }
    }

    private static String capital(Product product) {
        String text = product.toString();
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
