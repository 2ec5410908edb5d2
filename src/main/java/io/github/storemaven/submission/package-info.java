/** The sequence that releases a submission, the change report and the wait. */
package io.github.storemaven.submission;
