/** What CI services show of a run: summary, annotations and outputs, in the commands and files of each. */
package io.github.storemaven.ci;
