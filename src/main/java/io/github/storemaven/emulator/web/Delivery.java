package io.github.storemaven.emulator.web;

/** How an answer reaches the client. */
public enum Delivery {
    /** As HTTP wants it. */
    WHOLE,
    /** Headers and half of the body, then silence. */
    STALLED,
    /** Not at all: the connection is closed. */
    DROPPED
}
