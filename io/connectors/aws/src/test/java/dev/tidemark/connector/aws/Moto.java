// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.testkit.judge.Emulator;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** moto, started as a server of its own on a free port of this machine. */
final class Moto implements AutoCloseable {
  private final Emulator emulator;

  private Moto(Emulator emulator) {
    this.emulator = emulator;
  }

  static Moto start() throws IOException {
    return new Moto(
        Emulator.start(
            "python/bin/moto_server",
            port -> List.of("-H", "127.0.0.1", "-p", Integer.toString(port))));
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + emulator.port());
  }

  /** A client of the vendor's for it. */
  <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .httpClient(UrlConnectionHttpClient.create())
        .region(Region.of(Things.HERE))
        .endpointOverride(address())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(FakeAws.ACCESS_KEY, FakeAws.SECRET_KEY)))
        .build();
  }

  @Override
  public void close() {
    emulator.close();
  }
}
