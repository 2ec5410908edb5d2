package io.github.storemaven.testing;

import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays the inputs that the profile fuzz starts from or has found: each is read or refused with a checked exception. */
class FuzzCorpusTest {
    static Stream<Arguments> inputs() {
        return FuzzTargets.classNames()
                .flatMap(target -> FuzzTargets.inputs(target).stream().map(input -> Arguments.of(target, input)));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isReadOrRefused(String target, Path input) {
        assertThatNoException().isThrownBy(() -> FuzzTargets.run(target, Files.readAllBytes(input)));
    }
}
