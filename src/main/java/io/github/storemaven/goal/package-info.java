/** Maven: the goals, their parameters, settings, log and reactor. Nothing else here knows Maven. */
package io.github.storemaven.goal;
