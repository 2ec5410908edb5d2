/** The token endpoint: v1 and v2, its answers and its errors (reference, section 3). */
package io.github.storemaven.emulator.token;
