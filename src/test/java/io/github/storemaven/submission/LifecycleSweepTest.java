package io.github.storemaven.submission;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.emulator.EmbeddedStore;
import io.github.storemaven.emulator.ProductSeed.AddonSeed;
import io.github.storemaven.emulator.ProductSeed.FlightSeed;
import io.github.storemaven.http.Request;
import io.github.storemaven.http.Response;
import io.github.storemaven.http.Transport;
import io.github.storemaven.service.Product;
import io.github.storemaven.service.StoreClient;
import io.github.storemaven.service.StoreRefusedException;
import io.github.storemaven.submission.ReleaseOptions.OnRollout;
import io.github.storemaven.submission.ReleaseOptions.WaitFor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is done about a product after its release, with every call broken in every way, and stopped before and after every
 * request: it ends as asked, or with a clear failure, and the next run ends as asked.
 */
class LifecycleSweepTest {
    private static final Product.Application APP = (Product.Application) ReleaseFixture.APP;
    private static final Product.Application IN_ROLLOUT = ReleaseFixture.IN_ROLLOUT;

    @TempDir
    Path folder;

    /** What is done, with the calls of it that nothing else here makes. */
    enum Life {
        LIST("getApplication", "listFlights", "listAddons", "listApplications") {
            @Override
            void run(ReleaseFixture fixture, StoreClient store) throws Exception {
                assertThat(ProductList.ofAccount(store).applications()).hasSize(2);
                assertThat(ProductList.of(store, APP).flights().orElseThrow()).hasSize(1);
            }
        },
        STATUS("getSubmission") {
            @Override
            void run(ReleaseFixture fixture, StoreClient store) throws Exception {
                assertThat(ProductStatus.readAll(store, IN_ROLLOUT)).hasSize(1);
                assertThat(ProductStatus.readAll(store, APP)).hasSize(3);
            }
        },
        WAIT("getStatus") {
            @Override
            void prepare(ReleaseFixture fixture) throws Exception {
                fixture.store.behaviour().setPace(Duration.ofSeconds(10));
                fixture.waitFor = WaitFor.NONE;
                fixture.patch = json("{'notesForCertification':'waited for'}");
                fixture.run();
            }

            @Override
            void run(ReleaseFixture fixture, StoreClient store) throws Exception {
                StatusWait wait = new StatusWait(
                        store,
                        fixture.time,
                        fixture.log(),
                        WaitFor.PUBLICATION,
                        Duration.ofMinutes(10),
                        List.of(ProductStatus.read(store, APP)));
                wait.run();
                assertThat(wait.refusal()).isEmpty();
            }

            @Override
            void check(ReleaseFixture fixture) {
                assertThat(fixture.published()).contains("waited for");
            }
        },
        CANCEL("deleteSubmission") {
            @Override
            void prepare(ReleaseFixture fixture) throws Exception {
                fixture.commit = false;
                fixture.patch = json("{'notesForCertification':'withdrawn'}");
                fixture.run();
            }

            @Override
            void run(ReleaseFixture fixture, StoreClient store) throws Exception {
                new Cancellation(store, fixture.time, fixture.log(), fixture.draftRecord()).cancel(APP);
            }

            @Override
            void check(ReleaseFixture fixture) {
                assertThat(fixture.store.pending(APP.id())).isEmpty();
            }
        },
        RAISE("getRollout", "updateRollout") {
            @Override
            void run(ReleaseFixture fixture, StoreClient store) throws Exception {
                rollout(fixture, store).change(IN_ROLLOUT, BigDecimal.valueOf(50));
            }

            @Override
            void check(ReleaseFixture fixture) {
                assertThat(fixture.rollout(IN_ROLLOUT).getInt("packageRolloutPercentage"))
                        .isEqualTo(50);
            }
        },
        HALT("haltRollout") {
            @Override
            void run(ReleaseFixture fixture, StoreClient store) throws Exception {
                rollout(fixture, store).run(IN_ROLLOUT, RolloutChange.Action.HALT);
            }

            @Override
            void check(ReleaseFixture fixture) {
                assertThat(fixture.rollout(IN_ROLLOUT).getString("packageRolloutStatus"))
                        .isEqualTo("PackageRolloutStopped");
                assertThat(fixture.count("POST", "/haltpackagerollout")).isLessThanOrEqualTo(1);
            }
        },
        FINALIZE("finalizeRollout") {
            @Override
            void run(ReleaseFixture fixture, StoreClient store) throws Exception {
                rollout(fixture, store).run(IN_ROLLOUT, RolloutChange.Action.FINALIZE);
            }

            @Override
            void check(ReleaseFixture fixture) {
                assertFinalizedOnce(fixture);
            }
        },
        RELEASE_AFTER_ROLLOUT("finalizeRollout") {
            @Override
            void prepare(ReleaseFixture fixture) {
                fixture.product = IN_ROLLOUT;
                fixture.onRollout = OnRollout.FINALIZE;
                fixture.waitFor = WaitFor.PUBLICATION;
                fixture.patch = json("{'notesForCertification':'next'}");
            }

            @Override
            void run(ReleaseFixture fixture, Transport transport) throws Exception {
                fixture.release(transport).run();
            }

            @Override
            void run(ReleaseFixture fixture, StoreClient store) {
                throw new IllegalStateException("it takes the transport");
            }

            @Override
            void check(ReleaseFixture fixture) {
                assertThat(fixture.published()).contains("\"next\"");
                assertThat(fixture.count("POST", "/finalizepackagerollout")).isLessThanOrEqualTo(1);
                assertThat(fixture.count("POST", "/commit")).isEqualTo(1);
            }
        };

        private final List<String> calls;

        Life(String... calls) {
            this.calls = List.of(calls);
        }

        void prepare(ReleaseFixture fixture) throws Exception {}

        abstract void run(ReleaseFixture fixture, StoreClient store) throws Exception;

        void run(ReleaseFixture fixture, Transport transport) throws Exception {
            run(fixture, fixture.service(transport));
        }

        void check(ReleaseFixture fixture) {}

        private static RolloutChange rollout(ReleaseFixture fixture, StoreClient store) {
            return new RolloutChange(store, fixture.time, fixture.log());
        }

        private static void assertFinalizedOnce(ReleaseFixture fixture) {
            assertThat(fixture.rollout(IN_ROLLOUT).getString("packageRolloutStatus"))
                    .isEqualTo("PackageRolloutComplete");
            assertThat(fixture.count("POST", "/finalizepackagerollout")).isLessThanOrEqualTo(1);
        }
    }

    static Stream<Arguments> cases() {
        return Arrays.stream(Life.values())
                .flatMap(life -> life.calls.stream()
                        .flatMap(call -> BrokenCalls.FAULTS.keySet().stream()
                                .flatMap(fault -> Stream.of(1, 1000)
                                        .filter(times -> times == 1 || !BrokenCalls.isSlow(fault))
                                        .map(times -> Arguments.of(life, call, fault, times)))));
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0}: {1}: {2}, {3} times")
    @MethodSource("cases")
    void endsAsAskedOrWithAClearFailure(Life life, String call, String fault, int times) throws Exception {
        try (ReleaseFixture fixture = fixture(life)) {
            fixture.store.faults().set(BrokenCalls.fault(fault, call, times));
            try {
                life.run(fixture, BrokenCalls.transport(fault, call, times));
            } catch (IOException | ReleaseRefusedException | StoreRefusedException failure) {
                assertThat(failure.getMessage()).hasSizeGreaterThan(20).doesNotContain("sig=", EmbeddedStore.MADE_UP);
                fixture.store.faults().clear();
                life.run(fixture, BrokenCalls::patient);
            }
            fixture.store.faults().clear();
            life.check(fixture);
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsAsAskedWhereverItWasStopped(Life life) throws Exception {
        List<String> calls = new CopyOnWriteArrayList<>();
        try (ReleaseFixture fixture = fixture(life)) {
            life.run(fixture, recording(calls));
            life.check(fixture);
            assertThat(calls).containsAll(life.calls);
        }
        for (int at = 1; at <= calls.size(); at++) {
            if (life == Life.RELEASE_AFTER_ROLLOUT && !life.calls.contains(calls.get(at - 1))) {
                continue; // The halt sweep has these.
            }
            for (boolean before : new boolean[] {true, false}) {
                try (ReleaseFixture fixture = fixture(life)) {
                    Transport halting = halting(at, before);
                    assertThatThrownBy(() -> life.run(fixture, halting)).isInstanceOf(HaltedException.class);
                    life.run(fixture, BrokenCalls::patient);
                    life.check(fixture);
                }
            }
        }
    }

    /** The end of the power, which nobody handles. */
    private static final class HaltedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static Transport recording(List<String> calls) {
        return request -> {
            calls.add(BrokenCalls.call(request));
            return BrokenCalls.patient(request);
        };
    }

    private static Transport halting(int at, boolean before) {
        AtomicInteger sent = new AtomicInteger();
        return (Request request) -> {
            int number = sent.incrementAndGet();
            if (number > at || (number == at && before)) {
                throw new HaltedException();
            }
            Response answer = BrokenCalls.patient(request);
            if (number == at) {
                throw new HaltedException();
            }
            return answer;
        };
    }

    private ReleaseFixture fixture(Life life) throws Exception {
        ReleaseFixture fixture = new ReleaseFixture(folder);
        fixture.store.add(FlightSeed.published("aaaaaaaa-0000-4000-8000-000000000001", "nightly", APP.id()));
        fixture.store.add(AddonSeed.published("9NADDONDEMO1", "coins", APP.id()));
        fixture.addInRollout("PackageRolloutInProgress", "10.0");
        life.prepare(fixture);
        return fixture;
    }
}
