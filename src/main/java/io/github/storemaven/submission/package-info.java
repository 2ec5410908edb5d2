/** The sequence that releases a submission, its document, the change report and the wait. */
package io.github.storemaven.submission;
