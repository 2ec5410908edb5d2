package io.github.storemaven.zip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.storemaven.zip.ZipHeaders.Entry;
import io.github.storemaven.zip.ZipHeaders.Sizes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers beyond what a test can write: PKWARE's APPNOTE 6.3, and the profile of packages (reference, section 1). */
class ZipHeadersTest {
    private static final long FIVE_GIB = 5L << 30;

    @Test
    void aLargeEntryOfAPackageHasItsSizesBehindItsData() {
        Entry entry = new Entry("a.bin", Sizes.BEHIND, 8, 7, 42, 1_000, FIVE_GIB, 0);
        ByteBuffer header = little(entry.localHeader());
        assertThat(header.capacity()).isEqualTo(30 + 5);
        assertThat(header.getShort(4)).isEqualTo((short) 45);
        assertThat(header.getShort(6)).isEqualTo((short) 8);
        assertThat(List.of(header.getInt(14), header.getInt(18), header.getInt(22)))
                .containsOnly(0);
        ByteBuffer descriptor = little(entry.descriptor());
        assertThat(descriptor.capacity()).isEqualTo(24);
        assertThat(descriptor.getInt(0)).isEqualTo(0x08074B50);
        assertThat(descriptor.getInt(4)).isEqualTo(42);
        assertThat(descriptor.getLong(8)).isEqualTo(1_000);
        assertThat(descriptor.getLong(16)).isEqualTo(FIVE_GIB);
        ByteBuffer record = little(entry.centralRecord());
        assertThat(record.getShort(6)).isEqualTo((short) 45);
        assertThat(record.getShort(8)).isEqualTo((short) 8);
        assertThat(record.getInt(16)).isEqualTo(42);
        assertThat(record.getInt(20)).isEqualTo(1_000);
        assertThat(record.getInt(24)).isEqualTo(-1);
        assertThat(record.getShort(46 + 5)).isEqualTo((short) 1);
        assertThat(record.getShort(46 + 5 + 2)).isEqualTo((short) 8);
        assertThat(record.getLong(46 + 5 + 4)).isEqualTo(FIVE_GIB);
        assertThat(record.capacity()).isEqualTo(46 + 5 + 12);
    }

    /** Windows refuses an entry whose two headers ask for different versions. */
    @Test
    void anEntryBeyond4GiBAsksForOneVersionInBothHeaders() {
        Entry entry = new Entry("a", Sizes.IN_FRONT, 0, 0, 1, 10, 10, FIVE_GIB);
        ByteBuffer header = little(entry.localHeader());
        ByteBuffer record = little(entry.centralRecord());
        assertThat(header.getShort(4)).isEqualTo((short) 45).isEqualTo(record.getShort(6));
        assertThat(header.getInt(18)).isEqualTo(10);
        assertThat(entry.descriptor()).isEmpty();
        assertThat(record.getInt(42)).isEqualTo(-1);
        assertThat(record.getLong(46 + 1 + 4)).isEqualTo(FIVE_GIB);
    }

    @Test
    void theNumberThatMarksZip64IsNeverWrittenAsItself() {
        Entry entry = new Entry("a", Sizes.IN_FRONT, 0, 0, 1, 0xFFFFFFFEL, 0xFFFFFFFEL, 0xFFFFFFFFL);
        ByteBuffer record = little(entry.centralRecord());
        assertThat(record.getInt(20)).isEqualTo(-2);
        assertThat(record.getInt(42)).isEqualTo(-1);
        assertThat(record.capacity()).isEqualTo(46 + 1 + 12);
    }

    @Test
    void onlyANameBeyondAsciiIsMarked() {
        assertThat(little(Entry.stored("a", 0, 0, 0).localHeader()).getShort(6)).isZero();
        assertThat(little(Entry.stored("\u00e9", 0, 0, 0).localHeader()).getShort(6))
                .isEqualTo((short) 0x800);
    }

    @Test
    void theEndHasTheRecordsOfZip64WhenTheyAreAskedFor() {
        ByteBuffer end = little(ZipHeaders.end64(3, 1_000, 200));
        assertThat(end.getInt(0)).isEqualTo(0x06064B50);
        assertThat(end.getLong(24)).isEqualTo(3);
        assertThat(end.getLong(40)).isEqualTo(200);
        assertThat(end.getLong(48)).isEqualTo(1_000);
        assertThat(end.getLong(56 + 8)).isEqualTo(1_200);
        assertThat(end.getLong(56 + 20 + 4)).isEqualTo(0xFFFFFFFF_0000_0000L);
        assertThat(end.getInt(56 + 20 + 16)).isEqualTo(-1);
    }

    @Test
    void timesAreInUtcAndWithinTheYearsOfTheFormat() {
        assertThat(ZipHeaders.time(Instant.EPOCH)).isEqualTo(0x00210000);
        assertThat(ZipHeaders.time(Instant.parse("1980-01-01T00:00:00Z"))).isEqualTo(0x00210000);
        assertThat(ZipHeaders.time(Instant.parse("2026-11-23T13:14:17Z")))
                .isEqualTo((46 << 9 | 11 << 5 | 23) << 16 | 13 << 11 | 14 << 5 | 8);
        assertThat(ZipHeaders.time(Instant.parse("2300-11-23T13:14:17Z")) >>> 25)
                .isEqualTo(127);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
