package io.github.storemaven.service.reference;

/**
 * Something in an answer that is otherwise than the reference has it. It holds no text of a product, no secret, and ids behind
 * their masks only.
 *
 * @param kind what differs
 * @param call the request, its ids masked
 * @param place in the answer: names of members, with {@code *} for the items of an array and for the names of a language or a
 *     market; empty for the answer as a whole
 * @param section of the reference
 * @param expected what the reference has
 * @param found what came, described
 */
public record Deviation(Kind kind, String call, String place, String section, String expected, String found) {
    /** What may differ. */
    public enum Kind {
        STATUS,
        CONTENT_TYPE,
        NO_CORRELATION_ID,
        NO_JSON,
        CONTROL_CHARACTER,
        UNKNOWN_MEMBER,
        MISSING_MEMBER,
        MEMBER_CASE,
        MEMBER_TWICE,
        NULL,
        TYPE,
        FORMAT,
        UNKNOWN_VALUE,
        VALUE_CASE,
        UNKNOWN_NAME,
        ERROR_BODY,
        NEXT_LINK,
        PAGE_SIZE,
        TOTAL_COUNT,
        EMPTY_LIST
    }
}
