/** The token endpoint: v1 and v2, its responses and its errors (reference, section 3). */
package io.github.storemaven.emulator.token;
