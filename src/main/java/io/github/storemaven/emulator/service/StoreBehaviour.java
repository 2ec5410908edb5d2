package io.github.storemaven.emulator.service;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How this Store behaves.
 *
 * @param pace how long a submission stays in each transient state
 * @param uploadLife how long an upload URL is valid
 * @param switches choices where the real behaviour is unknown or differs by account
 * @param work a folder for files that are needed for a moment
 */
public record StoreBehaviour(Duration pace, Duration uploadLife, Switches switches, Path work) {
    boolean on(Switch which) {
        return switches.on(which);
    }
}
