/** What tests of several packages share. */
package io.github.storemaven.testing;
