package io.github.storemaven.http;

/** Is told when somebody waits, so that no build is silent for long. */
@FunctionalInterface
public interface WaitListener {
    /** Whom is waited for, why, and how long, in one line. */
    void waits(String line);

    /** Tells nobody. */
    static WaitListener none() {
        return line -> {};
    }
}
