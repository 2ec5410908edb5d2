/** The methods of the submission API (reference, section 5), over HTTP. */
package io.github.storemaven.emulator.api;
