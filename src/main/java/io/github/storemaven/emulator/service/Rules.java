package io.github.storemaven.emulator.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * How this Store behaves.
 *
 * @param pace how long a submission stays in each transient state
 * @param uploadLife how long an upload URL is valid
 * @param switches what is on
 * @param work a folder for files that are needed for a moment
 */
public record Rules(Duration pace, Duration uploadLife, Set<Switch> switches, Path work) {
    public Rules {
        switches = Set.copyOf(switches);
    }

    boolean on(Switch which) {
        return switches.contains(which);
    }
}
