/** What the reference says about the Store's answers, and how the answers that come differ from it. */
package io.github.storemaven.service.reference;
