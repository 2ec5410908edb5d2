/** Writing packages and bundles: reference of packages, sections 1, 2, 4, 7 and 10. */
package io.github.storemaven.msix.build;
