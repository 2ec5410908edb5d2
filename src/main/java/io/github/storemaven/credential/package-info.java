/** Where an access token comes from. */
package io.github.storemaven.credential;
