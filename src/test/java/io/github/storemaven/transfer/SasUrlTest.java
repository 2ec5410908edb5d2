package io.github.storemaven.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SasUrlTest {
    private static final String BLOB = "https://productingestionbin1.blob.core.windows.net/ingestion/26920f66";
    private static final String SIGNED = BLOB + "?sv=2014-02-14&sr=b&sig=AB+cd/%2Fe==&se=2026-11-24T10:00:00Z&sp=rwl";

    @Test
    void aPlusIsEncodedAndNothingElse() {
        assertThat(SasUrl.of(SIGNED).blob().toString()).isEqualTo(SIGNED.replace("+", "%2B"));
    }

    @Test
    void blocksAndListsKeepTheSignature() {
        SasUrl address = SasUrl.of(SIGNED);
        String base = SIGNED.replace("+", "%2B");
        BlockId id = BlockId.of(3, ByteBuffer.allocate(5));
        String encoded = id.text().replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
        assertThat(address.block(id)).hasToString(base + "&comp=block&blockid=" + encoded);
        assertThat(address.blockList()).hasToString(base + "&comp=blocklist");
        assertThat(address.allBlocks()).hasToString(base + "&comp=blocklist&blocklisttype=all");
    }

    @Test
    void itsTextHasNoSignature() {
        assertThat(SasUrl.of(SIGNED)).hasToString(BLOB);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00:00Z, 2026-11-24T10:00:00Z",
        "2026-11-24T10%3A00%3A00Z, 2026-11-24T10:00:00Z",
        "2026-11-24T10:00Z, 2026-11-24T10:00:00Z",
        "2026-11-24T10:00:00.1234567Z, 2026-11-24T10:00:00.123456700Z",
        "2026-11-24, 2026-11-24T00:00:00Z"
    })
    void theExpiryCanBeRead(String written, Instant meant) {
        SasUrl address = SasUrl.of(BLOB + "?sig=a&se=" + written);
        assertThat(address.expiry()).contains(meant);
        assertThat(address.expiredAt(meant.minusSeconds(1))).isFalse();
        assertThat(address.expiredAt(meant)).isTrue();
    }

    @Test
    void anExpiryThatCannotBeReadIsLeftToTheStorage() {
        assertThat(SasUrl.of(BLOB + "?sig=a&se=tomorrow").expiry()).isEmpty();
        assertThat(SasUrl.of(BLOB).expiredAt(Instant.MAX)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://host/a b?sig=SECRET",
                "http://host.example/blob?sig=SECRET",
                "ftp://127.0.0.1/blob?sig=SECRET",
                "sig=SECRET",
                "https:///blob?sig=SECRET",
                "https://host/blob?sig=SECRET#fragment",
                "https://host/blob?sig=SECRET%zz"
            })
    void anAddressThatIsNoneIsRefusedWithoutBeingShown(String text) {
        assertThatThrownBy(() -> SasUrl.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .satisfies(problem -> assertThat(problem.toString()).doesNotContain("SECRET"));
    }
}
