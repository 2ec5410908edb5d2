package io.github.storemaven.emulator.web;

import java.io.IOException;

/** Answers requests, several at once. */
@FunctionalInterface
public interface Endpoint {
    /** The answer to one request. */
    Answer answer(Received request) throws IOException;
}
