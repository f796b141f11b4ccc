// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The keys STS hands out for a role, one after the other: each is replaced before it ends, and
 * where a service calls it ended sooner. Whoever needs one while it is fetched waits for it. Safe
 * for use by several threads.
 */
final class RoleKeys implements AwsCredentialsProvider, SdkAutoCloseable {
  private final Supplier<StsAssumeRoleCredentialsProvider> source;
  private StsAssumeRoleCredentialsProvider current;
  private long renewals;

  RoleKeys(Supplier<StsAssumeRoleCredentialsProvider> source) {
    this.source = source;
    this.current = source.get();
  }

  /** How often a key was replaced before its time. */
  synchronized long renewals() {
    return renewals;
  }

  /**
   * Replaces a key that was refused, unless another thread has done so.
   *
   * @param before how often it had been done when that key was used
   */
  synchronized void renew(long before) {
    if (before == renewals) {
      current = source.get();
      renewals++;
    }
  }

  @Override
  public AwsCredentials resolveCredentials() {
    return provider().resolveCredentials();
  }

  @Override
  public void close() {
    provider().close();
  }

  private synchronized StsAssumeRoleCredentialsProvider provider() {
    return current;
  }
}
