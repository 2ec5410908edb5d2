/** The {@code resources.pri} of a package: which image Windows takes for which size, form and language. */
package io.github.storemaven.msix.pri;
