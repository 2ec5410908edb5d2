/** ZIP archives: reading them, and the rule for the names of their entries. */
package io.github.storemaven.zip;
