package io.github.storemaven.emulator.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1601-01-01",
                "1601-01-01Z",
                "1601-01-01+02:00",
                "1601-01-01T00:00",
                "1601-01-01T00:00:00",
                "1601-01-01T00:00:00.0000000Z",
                "1601-01-01T02:00:00.0000000+02:00",
                "1600-12-31T19:00:00-0500",
                "1601-01-01 00:00:00,000 +00",
                " 1601-01-01t00:00:00z "
            })
    void noDateHasManySpellings(String text) {
        assertThat(Dates.isNone(text)).isTrue();
        assertThat(Dates.acceptable(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-31T09:00:00Z, 2027-01-31T09:00:00Z",
        "2027-01-31T10:00+0100, 2027-01-31T09:00:00Z",
        "2027-01-31T09:00:00.1234567, 2027-01-31T09:00:00.1234567Z",
    })
    void aMomentWithoutAnOffsetIsInUtc(String text, Instant moment) {
        assertThat(Dates.read(text)).contains(moment);
        assertThat(Dates.isNone(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-01-31", "31.01.2027", "2027-02-29T09:00:00Z", "2027-01-31T25:00:00Z", "tomorrow"})
    void otherTextsAreNoDates(String text) {
        assertThat(Dates.acceptable(text)).isFalse();
    }
}
