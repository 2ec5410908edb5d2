package io.github.storemaven.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreDateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "1601-01-01",
                "1601-01-01Z",
                "1601-01-01T00:00",
                "1601-01-01T00:00:00",
                "1601-01-01T00:00:00.0000000",
                "1601-01-01T00:00Z",
                "1601-01-01T00:00:00Z",
                "1601-01-01t00:00:00z",
                "1601-01-01T00:00:00.0000000Z",
                "1601-01-01T00:00:00+00:00",
                "1601-01-01T02:00:00.0000000+02:00",
                "1600-12-31T19:00:00-05:00",
                " 1601-01-01T00:00:00Z ",
                "1601-01-01T00:00:00+0000",
                "1601-01-01T05:30:00+0530",
                "1601-01-01T02:00:00+02",
                "1601-01-01 00:00:00Z",
                "1601-01-01 00:00:00",
                "1601-01-01T00:00:00,000Z",
                "1601-01-01T00:00:00.0000000 +00:00",
                "1601-01-01T00:00:00.000000000000Z",
                "1601-01-01T00Z",
                "16010101T000000Z",
            })
    void isNone(String text) {
        StoreDate date = StoreDate.of(text);

        assertThat(date.isNone()).isTrue();
        assertThat(date.instant()).isEmpty();
        assertThat(date.problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-31T09:00:00Z, 2027-01-31T09:00:00Z, true",
        "2027-01-31T09:00Z, 2027-01-31T09:00:00Z, true",
        "2027-01-31T10:00:00.0000000+01:00, 2027-01-31T09:00:00Z, false",
        "2028-02-29T09:00:00.1234567Z, 2028-02-29T09:00:00.1234567Z, true",
        "1601-01-01T00:00:01Z, 1601-01-01T00:00:01Z, true",
    })
    void isAMoment(String text, Instant moment, boolean utc) {
        StoreDate date = StoreDate.of(text);

        assertThat(date.instant()).contains(moment);
        assertThat(date.isUtc()).isEqualTo(utc);
        assertThat(date.isNone()).isFalse();
        assertThat(date.problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-31T09:00:00, has no zone",
        "2027-01-31T09:00, has no zone",
        "2027-01-31, has no time and no zone",
        "31.01.2027, is not a date",
        "tomorrow, is not a date",
        "2027-02-29T09:00:00Z, is not a date: there is no day 2027-02-29",
        "2027-13-01, is not a date: there is no day 2027-13-01",
        "2027-01-31 09:00:00Z, is not a date: its time cannot be read",
        "2027-01-31T25:00:00Z, is not a date: its time cannot be read",
        "1601-01-01T25:00:00, is not a date: its time cannot be read",
        "1601-01-01 00:00:01Z, is not a date: its time cannot be read",
        "1601-01-01T00:00:00+9900, is not a date: its time cannot be read",
    })
    void saysWhatIsWrong(String text, String problem) {
        StoreDate date = StoreDate.of(text);

        assertThat(date.problem()).contains(problem);
        assertThat(date.isNone()).isFalse();
        assertThat(date.instant()).isEmpty();
    }
}
