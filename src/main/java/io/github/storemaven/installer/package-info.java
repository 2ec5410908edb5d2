/** MSI and EXE products: the resources of the Store's other API, and the sequence of a release. */
package io.github.storemaven.installer;
