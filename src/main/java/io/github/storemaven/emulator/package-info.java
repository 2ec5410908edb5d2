/** The embedded Store: service, token endpoint and blob storage, sharing nothing with the client. */
package io.github.storemaven.emulator;
