/** The status page of a running Store: HTML and CSS, no script. */
package io.github.storemaven.emulator.page;
