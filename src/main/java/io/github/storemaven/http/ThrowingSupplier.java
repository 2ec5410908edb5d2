package io.github.storemaven.http;

import java.io.IOException;

/**
 * Gives a value that may have to be fetched first.
 *
 * @param <E> what may be thrown besides
 */
@FunctionalInterface
public interface ThrowingSupplier<T, E extends Exception> {
    T get() throws E, IOException, InterruptedException;
}
