/** The API for MSI and EXE products, as the embedded Store plays it, from its own reference (MSI/EXE reference, section 16). */
package io.github.storemaven.emulator.installer;
