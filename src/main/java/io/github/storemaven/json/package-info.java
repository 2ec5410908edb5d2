/** The one reader of JSON: lenient for the Store's answers, strict for what users write. */
package io.github.storemaven.json;
