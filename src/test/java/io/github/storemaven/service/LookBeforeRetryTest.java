package io.github.storemaven.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.testing.FakeTimeSource;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookBeforeRetryTest {
    private final StoreUnreachableException unclear = new StoreUnreachableException("create it", "no answer", null);
    private final StoreUnreachableException notSent =
            new StoreUnreachableException("create it", "there is no token", null, false);
    private final StoreRefusedException conflict = refused(409);

    private final FakeTimeSource time = new FakeTimeSource();
    private final LookBeforeRetry retry = new LookBeforeRetry(time, "It may have been created");
    private int calls;
    private int looks;

    @Test
    void anAnswerNeedsNoLook() throws Exception {
        assertThat(run(List.of("made"), Optional.empty())).isEqualTo("made");
        assertThat(looks).isZero();
    }

    @Test
    void whatTheLookFindsIsTheAnswer() throws Exception {
        assertThat(run(List.of(unclear), Optional.of("found"))).isEqualTo("found");
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void isRepeatedAfterAPauseWhereTheLookFindsNothing() throws Exception {
        assertThat(run(List.of(unclear, unclear, "made"), Optional.empty())).isEqualTo("made");
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void endsAfterFourAttempts() {
        assertThatThrownBy(() -> run(List.of(unclear, unclear, unclear, unclear, "made"), Optional.empty()))
                .isSameAs(unclear);
        assertThat(calls).isEqualTo(4);
    }

    @Test
    void aCallThatWasNeverSentNeedsNoLookAndKeepsItsReason() {
        assertThatThrownBy(() -> run(List.of(notSent), Optional.of("found"))).isSameAs(notSent);
        assertThat(looks).isZero();
    }

    @Test
    void aRefusalIsFinalUnlessAnUnclearEndCameBeforeIt() throws Exception {
        assertThatThrownBy(() -> run(List.of(conflict), Optional.of("found"))).isSameAs(conflict);
        assertThat(looks).isZero();
        calls = 0;
        assertThatThrownBy(() -> run(List.of(unclear, refused(400)), Optional.empty()))
                .isInstanceOf(StoreRefusedException.class);
    }

    @Test
    void aConflictAfterAnUnclearEndMayBeItsEffect() throws Exception {
        Deque<Optional<String>> found = new ArrayDeque<>(List.of(Optional.empty(), Optional.of("found")));
        Deque<Exception> ends = new ArrayDeque<>(List.of(unclear, conflict));

        assertThat(retry.<String, RuntimeException>run(() -> ended(ends.remove()), found::remove))
                .isEqualTo("found");
    }

    @Test
    void aRefusalThatMayPassIsRepeatedAfterThePause() throws Exception {
        var start = time.instant();
        Deque<Object> ends = new ArrayDeque<>(List.of(conflict, conflict, "made"));

        assertThat(retry.<String, RuntimeException>run(() -> ended(ends.remove()), Optional::empty, refused -> true))
                .isEqualTo("made");
        assertThat(time.instant()).isEqualTo(start.plusSeconds(10));
    }

    @Test
    void theFirstFailureIsTheMessageWhereTheLookFailsToo() {
        IOException look = new StoreUnreachableException("read app 9", "connection refused", null);

        assertThatThrownBy(() -> retry.<String, RuntimeException>run(() -> ended(unclear), () -> {
                    throw look;
                }))
                .isInstanceOf(StoreUnreachableException.class)
                .hasMessageStartingWith(
                        "The request to the Store failed, to create it: no answer. It may have been created")
                .hasMessageContaining("connection refused")
                .hasSuppressedException(look);
    }

    private String run(List<Object> ends, Optional<String> found) throws Exception {
        return retry.<String, RuntimeException>run(() -> ended(ends.get(calls++)), () -> {
            looks++;
            return found;
        });
    }

    private static String ended(Object end) throws StoreRefusedException, IOException {
        if (end instanceof StoreRefusedException refused) {
            throw refused;
        }
        if (end instanceof IOException problem) {
            throw problem;
        }
        return (String) end;
    }

    private static StoreRefusedException refused(int status) {
        return new StoreRefusedException("create it", new StoreError(status, "", "", "", "", ""));
    }
}
