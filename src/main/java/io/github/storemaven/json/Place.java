package io.github.storemaven.json;

/** Where a value stands in its text; line and column are counted from 1. */
public record Place(long line, long column) {}
