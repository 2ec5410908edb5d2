/** The upload over a shaped line, side by side with other ways to send the same bytes. */
package io.github.storemaven.transfer.bench;
