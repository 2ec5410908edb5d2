/** What is inside a package: manifests, bundles, identity. */
package io.github.storemaven.msix;
