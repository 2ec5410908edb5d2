/** Texts that others wrote, made fit for a log: one line, cut, without secrets; and what differs between two of them. */
package io.github.storemaven.text;
