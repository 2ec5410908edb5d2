/** What the Store holds: apps, add-ons, flights and their submissions, as they move from state to state. */
package io.github.storemaven.emulator.catalog;
