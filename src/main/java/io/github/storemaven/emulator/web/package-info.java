/** Requests as they come in and responses as they are sent: the JDK's HttpServer, with nothing that knows the Store. */
package io.github.storemaven.emulator.web;
