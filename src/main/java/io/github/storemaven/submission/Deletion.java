package io.github.storemaven.submission;

import io.github.storemaven.http.Timer;
import io.github.storemaven.service.LookBeforeRetry;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreRefused;
import io.github.storemaven.service.StoreService;
import java.io.IOException;
import java.util.Optional;

/** Deletes an add-on or a flight: an answer that gets lost does not make what was deleted something that was not there. */
public final class Deletion {
    private final StoreService store;
    private final Timer timer;

    public Deletion(StoreService store, Timer timer) {
        this.store = store;
        this.timer = timer;
    }

    /** Whether it was there to be deleted. */
    public boolean delete(Product product) throws StoreRefused, IOException, InterruptedException {
        try {
            return new LookBeforeRetry(timer, capital(product) + " may have been deleted")
                    .<Boolean, RuntimeException>run(() -> deleted(product), () -> isGone(product));
        } catch (StoreRefused refused) {
            if (refused.is(404)) {
                return false;
            }
            throw refused;
        }
    }

    private boolean deleted(Product product) throws StoreRefused, IOException, InterruptedException {
        if (product instanceof Product.Flight flight) {
            store.flights(new Product.Application(flight.applicationId())).delete(flight);
        } else if (product instanceof Product.Addon addon) {
            store.addons().delete(addon);
        } else {
            throw new IllegalArgumentException(product + " cannot be deleted by API");
        }
        return true;
    }

    private Optional<Boolean> isGone(Product product) throws StoreRefused, IOException, InterruptedException {
        try {
            store.product(product);
            return Optional.empty();
        } catch (StoreRefused refused) {
            if (refused.is(404)) {
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
