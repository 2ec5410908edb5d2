package io.github.storemaven.installer;

/**
 * The end of a release.
 *
 * @param submissionId empty where nothing was submitted
 * @param status {@code UNCHANGED}, {@code DRAFT}, {@code SUBMITTED}, or what the Store calls the state of the submission
 * @param images how many were uploaded
 */
public record InstallerResult(String productId, String submissionId, String status, int images) {}
