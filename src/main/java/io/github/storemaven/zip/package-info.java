/** ZIP archives: reading them, the records to write, and the rule for the names of their entries. */
package io.github.storemaven.zip;
