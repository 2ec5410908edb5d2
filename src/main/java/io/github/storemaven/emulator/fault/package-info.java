/** Faults that can be switched on: what the service was seen to do wrong (reference 12.7), and what networks do. */
package io.github.storemaven.emulator.fault;
