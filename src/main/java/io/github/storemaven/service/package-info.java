/** The Store's resources: products, submissions, paging, throttle, errors. */
package io.github.storemaven.service;
