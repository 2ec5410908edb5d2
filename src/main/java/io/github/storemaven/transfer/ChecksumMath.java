package io.github.storemaven.transfer;

/** Joins the CRC-32 of two neighbouring ranges into that of both, so that ranges can be read in any order. */
final class ChecksumMath {
    /** The polynomial of CRC-32 with the highest power in the lowest bit, as all numbers here. */
    private static final int POLYNOMIAL = 0xEDB88320;

    private static final int ONE = 1 << 31;

    /** x to the power of 8: one byte further. */
    private static final int BYTE = 1 << 23;

    private ChecksumMath() {}

    /**
     * The CRC-32 of a range made of two.
     *
     * @param lengthOfSecond in bytes
     */
    static int join(int first, int second, long lengthOfSecond) {
        return multiply(power(lengthOfSecond), first) ^ second;
    }

    private static int power(long bytes) {
        int result = ONE;
        int factor = BYTE;
        for (long rest = bytes; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = multiply(factor, result);
            }
            factor = multiply(factor, factor);
        }
        return result;
    }

    /** The product of two polynomials, modulo that of CRC-32. */
    private static int multiply(int a, int b) {
        int product = 0;
        int shifted = b;
        for (int bit = 31; bit >= 0; bit--) {
            if ((a >>> bit & 1) == 1) {
                product ^= shifted;
            }
            shifted = (shifted & 1) == 1 ? shifted >>> 1 ^ POLYNOMIAL : shifted >>> 1;
        }
        return product;
    }
}
