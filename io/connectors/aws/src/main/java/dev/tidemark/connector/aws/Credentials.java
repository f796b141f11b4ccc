// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.spi.options.Secret;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Who the connector is: a key or the environment's credential, and the role it takes on. */
final class Credentials implements AutoCloseable {
  private static final String SESSION = "tidemark";

  private final Account account;
  private final Clients clients;
  private @Nullable AwsCredentialsProvider own;
  private @Nullable AwsCredentialsProvider used;

  Credentials(Account account, Clients clients) {
    this.account = account;
    this.clients = clients;
  }

  /** The credential itself. */
  synchronized AwsCredentialsProvider own() {
    AwsCredentialsProvider known = own;
    if (known == null) {
      known =
          account.accessKey() == null
              ? DefaultCredentialsProvider.builder().build()
              : StaticCredentialsProvider.create(key(account.accessKey()));
      own = known;
    }
    return known;
  }

  /** What requests are signed with: the role's, where there is one. */
  synchronized AwsCredentialsProvider used() {
    AwsCredentialsProvider known = used;
    if (known == null) {
      known = account.role() == null ? own() : new RoleKeys(this::role);
      used = known;
    }
    return known;
  }

  /** How often the role's key was replaced before its time; 0 without a role. */
  long renewals() {
    return used() instanceof RoleKeys keys ? keys.renewals() : 0;
  }

  /**
   * Replaces the role's key, which was refused.
   *
   * @param before how often that had been done when it was used
   * @return whether there is a role, so that asking again is worth it
   */
  boolean renew(long before) {
    if (used() instanceof RoleKeys keys) {
      keys.renew(before);
      return true;
    }
    return false;
  }

  @Override
  public synchronized void close() {
    close(used);
    close(own);
  }

  private StsAssumeRoleCredentialsProvider role() {
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(clients.stsOfCaller())
        .refreshRequest(
            AssumeRoleRequest.builder()
                .roleArn(account.role())
                .externalId(account.externalId())
                .roleSessionName(SESSION)
                .build())
        .build();
  }

  private software.amazon.awssdk.auth.credentials.AwsCredentials key(String id) {
    String secret = Objects.requireNonNull(account.secretKey(), "secretKey").reveal();
    Secret token = account.sessionToken();
    return token == null
        ? AwsBasicCredentials.create(id, secret)
        : AwsSessionCredentials.create(id, secret, token.reveal());
  }

  private static void close(@Nullable AwsCredentialsProvider provider) {
    if (provider instanceof SdkAutoCloseable closeable) {
      closeable.close();
    }
  }
}
