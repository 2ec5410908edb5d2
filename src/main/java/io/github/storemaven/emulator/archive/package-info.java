/** Uploaded ZIPs and the packages in them: what is there, whether it is whole, and what the manifests say. */
package io.github.storemaven.emulator.archive;
