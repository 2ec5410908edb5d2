/** The blob storage behind the upload URLs. */
package io.github.storemaven.emulator.storage;
