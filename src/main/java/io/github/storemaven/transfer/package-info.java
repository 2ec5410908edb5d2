/** The layout of the upload archive and the block upload. */
package io.github.storemaven.transfer;
