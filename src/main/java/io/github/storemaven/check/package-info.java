/** The rules that can be checked offline, one small class a topic. */
package io.github.storemaven.check;
