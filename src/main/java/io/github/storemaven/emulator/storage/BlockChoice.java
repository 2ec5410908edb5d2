package io.github.storemaven.emulator.storage;

/**
 * An entry of a block list.
 *
 * @param source where the block is looked for
 * @param id base64
 */
record BlockChoice(Source source, String id) {
    /** Committed blocks, uncommitted ones, or uncommitted before committed. */
    enum Source {
        COMMITTED,
        UNCOMMITTED,
        LATEST
    }
}
