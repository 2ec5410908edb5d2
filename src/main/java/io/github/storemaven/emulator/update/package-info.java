/** What a PUT may say: the synchronous checks of reference 12.4. */
package io.github.storemaven.emulator.update;
