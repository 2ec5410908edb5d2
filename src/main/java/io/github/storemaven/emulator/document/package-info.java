/** Submission documents: their shape, their blank and built-in forms, and what a client may say in a PUT. */
package io.github.storemaven.emulator.document;
