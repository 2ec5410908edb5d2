package io.github.storemaven.emulator.storage;

import io.github.storemaven.emulator.web.Received;

/**
 * The limits of one request by protocol version: the header {@code x-ms-version}, else the SAS's own (reference 8.6).
 *
 * @param name a date, for example {@code 2014-02-14}
 */
record ProtocolVersion(String name) {
    private static final long MEBIBYTE = 1024L * 1024;

    static ProtocolVersion of(Received request) throws StorageProblem {
        String name =
                request.header("x-ms-version").orElse(request.query().get("sv").orElse("2014-02-14"));
        if (!name.matches("20\\d\\d-\\d\\d-\\d\\d")) {
            throw new StorageProblem(
                    400,
                    "InvalidHeaderValue",
                    "The value for one of the HTTP headers is not in the correct format: x-ms-version.");
        }
        return new ProtocolVersion(name);
    }

    /** In bytes, for a PUT of the whole blob. */
    long largestBlob() {
        return limit(64, 256, 5000);
    }

    /** In bytes, for one block. */
    long largestBlock() {
        return limit(4, 100, 4000);
    }

    private long limit(long oldest, long middle, long newest) {
        if (name.compareTo("2016-05-31") < 0) {
            return oldest * MEBIBYTE;
        }
        return (name.compareTo("2019-12-12") < 0 ? middle : newest) * MEBIBYTE;
    }
}
