/** Requests as they come in and answers as they go out: the JDK's HttpServer, with nothing that knows the Store. */
package io.github.storemaven.emulator.web;
