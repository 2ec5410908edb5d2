package io.github.storemaven.emulator.storage;

import io.github.storemaven.testing.AbstractReplacedFileTest;
import java.io.IOException;
import java.nio.file.Path;

class ReplacedFileTest extends AbstractReplacedFileTest {
    ReplacedFileTest() {
        super("close it there");
    }

    @Override
    protected void attempt(Move move, Path target, Runnable pause) throws IOException {
        ReplacedFile.attempt(move::run, target, pause::run);
    }

    @Override
    protected void move(Path from, Path target) throws IOException {
        ReplacedFile.move(from, target);
    }
}
