/** What happens between a commit and pre-processing: the checks of reference 12.5 and their effects. */
package io.github.storemaven.emulator.commit;
