// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The services of an account, each made when it is first asked for. A broken connection is tried
 * once more; being asked to slow down is not, because the pipeline knows who else waits. Safe for
 * use by several threads.
 */
final class Clients implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Account account;
  private final int attempts;
  private final Connections connections;
  private final Credentials credentials;
  private final Map<String, SdkClient> clients = new ConcurrentHashMap<>();

  /**
   * Clients.
   *
   * @param attempts how often a request is made at most
   */
  Clients(Account account, int attempts) {
    this.account = account;
    this.attempts = attempts;
    this.connections = new Connections(account.timeout());
    this.credentials = new Credentials(account, this);
  }

  Connections connections() {
    return connections;
  }

  Credentials credentials() {
    return credentials;
  }

  S3Client s3(String region) {
    return known(
        "s3 " + region,
        () -> S3Client.builder().forcePathStyle(account.endpoint() != null),
        region);
  }

  GlueClient glue(String region) {
    return known("glue " + region, GlueClient::builder, region);
  }

  CloudWatchClient cloudWatch(String region) {
    return known("cloudwatch " + region, CloudWatchClient::builder, region);
  }

  SageMakerClient sageMaker(String region) {
    return known("sagemaker " + region, SageMakerClient::builder, region);
  }

  RedshiftDataClient redshiftData(String region) {
    return known("redshift-data " + region, RedshiftDataClient::builder, region);
  }

  RedshiftClient redshift(String region) {
    return known("redshift " + region, RedshiftClient::builder, region);
  }

  RedshiftServerlessClient redshiftServerless(String region) {
    return known("redshift-serverless " + region, RedshiftServerlessClient::builder, region);
  }

  SqsClient sqs(String region) {
    return known("sqs " + region, SqsClient::builder, region);
  }

  StsClient sts() {
    return known("sts", StsClient::builder, account.home());
  }

  /** Says who asks for a role: the credential itself, not the role. */
  StsClient stsOfCaller() {
    AwsCredentialsProvider own = credentials.own();
    return (StsClient)
        clients.computeIfAbsent(
            "sts of caller",
            key -> prepared(StsClient.builder(), account.home()).credentialsProvider(own).build());
  }

  @Override
  public void close() {
    connections.close();
    clients.values().forEach(SdkClient::close);
    credentials.close();
  }

  @SuppressWarnings("unchecked")
  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C extends SdkClient>
      C known(String key, Supplier<B> builder, String region) {
    AwsCredentialsProvider used = credentials.used();
    return (C)
        clients.computeIfAbsent(
            key, unused -> prepared(builder.get(), region).credentialsProvider(used).build());
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B prepared(
      B builder, String region) {
    builder
        .httpClient(connections)
        .region(Region.of(region))
        .overrideConfiguration(retries())
        .putAuthScheme(new QuietSigning());
    if (account.endpoint() != null) {
      builder.endpointOverride(account.endpoint());
    }
    return builder;
  }

  private ClientOverrideConfiguration retries() {
    return ClientOverrideConfiguration.builder()
        .retryStrategy(
            StandardRetryStrategy.builder()
                .useClientDefaults(false)
                .maxAttempts(attempts)
                .retryOnException(Failures::isHiccup)
                .treatAsThrottling(Failures::isBusy)
                .backoffStrategy(BackoffStrategy.fixedDelay(PAUSE))
                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                .build())
        .build();
  }
}
