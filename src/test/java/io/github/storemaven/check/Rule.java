package io.github.storemaven.check;

/**
 * A row of the listing rules.
 *
 * @param number for example {@code TXT-01}
 * @param sentence what is wanted, or why it is not checked
 */
public record Rule(String number, String sentence) {}
