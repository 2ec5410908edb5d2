package io.github.storemaven.emulator.storage;

import java.nio.file.Path;

/**
 * A block of a blob.
 *
 * @param id base64, as the client gave it
 * @param file where its bytes are
 * @param offset where they begin there
 * @param size in bytes
 */
record Block(String id, Path file, long offset, long size) {}
