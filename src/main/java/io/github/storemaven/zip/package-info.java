/** ZIP archives: the rule for the names of their entries. */
package io.github.storemaven.zip;
