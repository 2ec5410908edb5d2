package io.github.storemaven.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.storemaven.http.ThrowingSupplier;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An address that is renewed, and one that the read-back of a draft offers besides, in every order. */
class RenewableSasTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final SasUrl FIRST = address("b", "2026-11-23T13:00:00Z", "first");
    private static final SasUrl SHORTER = address("b", "2026-11-23T12:30:00Z", "shorter");
    private static final SasUrl LONGER = address("b", "2026-11-24T12:00:00Z", "longer");
    private static final SasUrl LONGEST = address("b", "2026-11-25T12:00:00Z", "longest");
    private static final SasUrl ELSEWHERE = address("c", "2026-11-26T12:00:00Z", "elsewhere");

    private RenewableSas used;

    private static SasUrl address(String blob, String end, String signature) {
        return SasUrl.of("https://blob.example/a/" + blob + "?se=" + end + "&sig=" + signature);
    }

    private RenewableSas using(ThrowingSupplier<Optional<SasUrl>, IOException> fresh) {
        used = new RenewableSas(FIRST, fresh);
        return used;
    }

    @Test
    void whatIsOfferedIsUsedWithoutAsking() throws Exception {
        using(() -> {
            throw new AssertionError("the Store is asked");
        });
        used.offer(LONGER);
        assertThat(used.at(NOW)).isEqualTo(LONGER);
        used.replace(FIRST);
        assertThat(used.inUse()).isEqualTo(LONGER);
    }

    @Test
    void anOfferThatEndsEarlierOrIsOfAnotherBlobIsLeft() throws Exception {
        using(Optional::empty);
        used.offer(SHORTER);
        used.offer(ELSEWHERE);
        assertThat(used.at(NOW)).isEqualTo(FIRST);
        assertThat(used.isOf(ELSEWHERE)).isFalse();
        assertThat(used.isOf(LONGER)).isTrue();
    }

    @Test
    void anOfferDuringARenewalWinsWhereItIsValidForLonger() throws Exception {
        using(() -> {
            used.offer(LONGEST);
            return Optional.of(LONGER);
        });
        used.replace(FIRST);
        assertThat(used.inUse()).isEqualTo(LONGEST);
    }

    @Test
    void theRenewalWinsWhereItsAnswerIsValidForLonger() throws Exception {
        using(() -> {
            used.offer(LONGER);
            return Optional.of(LONGEST);
        });
        used.replace(FIRST);
        assertThat(used.inUse()).isEqualTo(LONGEST);
    }

    /** The renewal was answered before the read-back: it has the address that was refused. */
    @Test
    void anOfferDuringARenewalWithoutAnswerIsUsed() throws Exception {
        using(() -> {
            used.offer(LONGER);
            return Optional.of(FIRST);
        });
        used.replace(FIRST);
        assertThat(used.inUse()).isEqualTo(LONGER);
    }

    @Test
    void anOfferDuringARenewalThatFailsIsUsed() throws Exception {
        using(() -> {
            used.offer(LONGER);
            throw new IOException("no answer");
        });
        used.replace(FIRST);
        assertThat(used.inUse()).isEqualTo(LONGER);
    }

    @Test
    void whatWasRefusedIsReplacedByOneThatEndsEarlier() throws Exception {
        using(() -> Optional.of(SHORTER)).replace(FIRST);
        assertThat(used.inUse()).isEqualTo(SHORTER);
    }

    @Test
    void withoutAnotherItHasExpired() {
        assertThatThrownBy(() -> using(() -> Optional.of(FIRST)).replace(FIRST))
                .isInstanceOf(SasExpiredException.class);
        assertThatThrownBy(() -> using(() -> {
                            throw new IOException("no answer");
                        })
                        .replace(FIRST))
                .hasMessage("no answer");
    }

    @Test
    void anotherBlobMeansToStartOver() {
        assertThatThrownBy(() -> using(() -> Optional.of(ELSEWHERE)).replace(FIRST))
                .isInstanceOf(RestartException.class)
                .hasMessageContaining("moved")
                .hasMessageNotContaining("sig=");
    }
}
