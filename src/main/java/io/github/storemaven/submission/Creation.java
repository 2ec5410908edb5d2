package io.github.storemaven.submission;

import io.github.storemaven.http.TimeSource;
import io.github.storemaven.service.LookBeforeRetry;
import io.github.storemaven.service.ProductResource;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.text.ForeignText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Creates an add-on or a flight unless it exists: looks for it first, and again after an ambiguous end, so that it never
 * comes into being twice.
 */
public final class Creation {
    /** What to do when the add-on or flight to create is there already. */
    public enum IfExists {
        /** Take it as it is, so that a release can be repeated. */
        SKIP,
        /** Fail. */
        FAIL
    }

    /**
     * The end of a creation.
     *
     * @param resource as the Store has it
     * @param created false where it was there already
     */
    public record Created(ProductResource resource, boolean created) {}

    private final String what;
    private final LookBeforeRetry.Call<List<ProductResource>> search;
    private final LookBeforeRetry.Call<ProductResource> post;
    private final TimeSource time;

    /** @param what for messages, for example {@code add-on premium} */
    public Creation(
            String what,
            LookBeforeRetry.Call<List<ProductResource>> search,
            LookBeforeRetry.Call<ProductResource> post,
            TimeSource time) {
        this.what = what;
        this.search = search;
        this.post = post;
        this.time = time;
    }

    /** @throws ReleaseRefusedException when it is there and must not be, or when the name fits several */
    public Created create(IfExists ifExists)
            throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        List<ProductResource> found = search.call();
        if (!found.isEmpty()) {
            if (ifExists == IfExists.FAIL) {
                throw new ReleaseRefusedException(
                        "There is " + what + " already (store.ifExists is fail): " + described(found.get(0)));
            }
            return new Created(only(found), false);
        }
        return new Created(post(), true);
    }

    /** Creates what a list has just shown to be missing; looks for it only after an ambiguous end. */
    ProductResource post() throws ReleaseRefusedException, StoreRefusedException, IOException, InterruptedException {
        return new LookBeforeRetry(time, what + " may have been created")
                .<ProductResource, ReleaseRefusedException>run(post, () -> {
                    List<ProductResource> found = search.call();
                    return found.isEmpty() ? Optional.empty() : Optional.of(only(found));
                });
    }

    private ProductResource only(List<ProductResource> found) throws ReleaseRefusedException {
        if (found.size() > 1) {
            throw new ReleaseRefusedException("There are several, so " + what + " is ambiguous; name its id:\n  "
                    + found.stream().map(Creation::described).collect(Collectors.joining("\n  ")));
        }
        return found.get(0);
    }

    private static String described(ProductResource one) {
        String id = one.id().orElse("without an id");
        return ForeignText.oneLine(
                id + one.name().map(name -> " (" + name + ")").orElse(""));
    }
}
