package io.github.storemaven.emulator.service;

import io.github.storemaven.emulator.document.Refusal;
import io.github.storemaven.emulator.web.Answer;
import java.io.IOException;

/** One method of the API; runs while the catalog's monitor is held. */
@FunctionalInterface
interface Operation {
    Answer run(Asked asked) throws Refusal, IOException;
}
