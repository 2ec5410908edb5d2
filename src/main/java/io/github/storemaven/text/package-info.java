/** Texts that others wrote, made fit for a log: one line, cut, without secrets. */
package io.github.storemaven.text;
