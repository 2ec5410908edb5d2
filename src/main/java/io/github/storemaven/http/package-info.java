/** HttpClient with proxy, deadline, back-off and redaction. */
package io.github.storemaven.http;
