/** Submission documents: their schema, their default and built-in forms, and what a PUT may change. */
package io.github.storemaven.emulator.document;
