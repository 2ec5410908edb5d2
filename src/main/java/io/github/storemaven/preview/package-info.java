/** The page of what customers will see, from a submission's document, the files of this machine and the findings. */
package io.github.storemaven.preview;
