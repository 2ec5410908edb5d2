package io.github.storemaven.emulator.product;

/** Who made a submission, which decides what the API may do with it (reference 9.5). */
public enum Maker {
    /** Made through the API. */
    API,
    /** Made in Partner Center: the API may only read it. */
    PARTNER_CENTER,
    /** Made through the API, then edited in Partner Center: the API may only read and delete it. */
    EDITED
}
