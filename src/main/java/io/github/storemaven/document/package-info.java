/** The submission's document as JSON: equality, difference, merge, dates, file entries, and whose each member is. */
package io.github.storemaven.document;
