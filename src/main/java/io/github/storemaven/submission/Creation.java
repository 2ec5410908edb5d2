package io.github.storemaven.submission;

import io.github.storemaven.http.TimeSource;
import io.github.storemaven.service.LookBeforeRetry;
import io.github.storemaven.service.ProductResource;
import io.github.storemaven.service.StoreRefusedException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Creates an add-on or a flight unless it exists: looks for it first, and again after an ambiguous end, so that it never
 * comes into being twice.
 */
public final class Creation {
    /** Finds what is to be created by its name, or creates it. */
    @FunctionalInterface
    public interface Call<T> {
        T call() throws StoreRefusedException, IOException, InterruptedException;
    }

    /**
     * The end of a creation.
     *
     * @param resource as the Store has it
     * @param created false where it was there already
     */
    public record Created(ProductResource resource, boolean created) {}

    private final String what;
    private final Call<List<ProductResource>> search;
    private final Call<ProductResource> post;
    private final TimeSource time;

    /** @param what for messages, for example {@code add-on premium} */
    public Creation(String what, Call<List<ProductResource>> search, Call<ProductResource> post, TimeSource time) {
        this.what = what;
        this.search = search;
        this.post = post;
        this.time = time;
    }

    /** @throws ReleaseRefused when it is there and must not be, or when the name fits several */
    public Created create(IfExists ifExists)
            throws ReleaseRefused, StoreRefusedException, IOException, InterruptedException {
        List<ProductResource> found = search.call();
        if (!found.isEmpty()) {
            if (ifExists == IfExists.FAIL) {
                throw new ReleaseRefused("There is " + what + " already (store.ifExists is fail): "
                        + found.get(0).json());
            }
            return new Created(only(found), false);
        }
        return new Created(post(), true);
    }

    private ProductResource post() throws ReleaseRefused, StoreRefusedException, IOException, InterruptedException {
        return new LookBeforeRetry(time, what + " may have been created")
                .<ProductResource, ReleaseRefused>run(post::call, () -> {
                    List<ProductResource> found = search.call();
                    return found.isEmpty() ? Optional.empty() : Optional.of(only(found));
                });
    }

    private ProductResource only(List<ProductResource> found) throws ReleaseRefused {
        if (found.size() > 1) {
            throw new ReleaseRefused("There are several, so " + what + " is ambiguous; name its id:\n  "
                    + found.stream().map(one -> one.json().toString()).collect(Collectors.joining("\n  ")));
        }
        return found.get(0);
    }
}
