/** Folders of listing texts and images, to the document and back. */
package io.github.storemaven.listing;
