// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The vendor's own signer is the judge: what it signs, and how, is what counts. */
class RequestSignerTest {
  private static final Clock THEN =
      Clock.fixed(Instant.parse("2026-11-26T10:15:30Z"), ZoneOffset.UTC);
  private static final AwsCredentialsIdentity LASTING =
      AwsBasicCredentials.create("AKIAFAKEFAKEFAKE0001", "a secret");
  private static final AwsCredentialsIdentity TEMPORARY =
      AwsSessionCredentials.create("ASIAFAKEFAKEFAKE0001", "a secret", "a token/with+signs==");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://s3.eu-central-1.amazonaws.com/    | /                        | ''                                 | ''
          https://s3.eu-central-1.amazonaws.com/    | /lake/a%20key/%C3%A4+b~  | list-type=2&start-after=a b/ä+c~&x | ''
          http://127.0.0.1:4566/                    | /lake                    | encryption                         | ''
          https://glue.eu-central-1.amazonaws.com/  | /                        | ''                                 | {"JobName":"tägl"}
          https://glue.eu-central-1.amazonaws.com/  | /a%20b/c                 | b=2&a=1&a=0                        | x
          """)
  void signsAsTheVendorDoes(String address, String path, String query, String body) {
    SdkHttpRequest request = request(address, path, query, body);
    for (AwsCredentialsIdentity who : new AwsCredentialsIdentity[] {LASTING, TEMPORARY}) {
      SignRequest<AwsCredentialsIdentity> asked = asked(request, who, body);
      SignedRequest expected = AwsV4HttpSigner.create().sign(asked);
      SignedRequest signed = new RequestSigner().sign(asked);
      assertThat(signed.request().headers()).isEqualTo(expected.request().headers());
      assertThat(signed.request().getUri()).isEqualTo(request.getUri());
      assertThat(signed.payload().isPresent()).isEqualTo(!body.isEmpty());
    }
  }

  private static SdkHttpRequest request(String address, String path, String query, String body) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(body.isEmpty() ? SdkHttpMethod.GET : SdkHttpMethod.POST)
            .uri(java.net.URI.create(address))
            .encodedPath(path)
            .putHeader("User-Agent", "somebody")
            .putHeader("X-Amz-Target", "  AWSGlue.GetJobRuns   and more ");
    for (String parameter : query.split("&")) {
      if (!parameter.isEmpty()) {
        String[] pair = parameter.split("=", 2);
        request.appendRawQueryParameter(pair[0], pair.length < 2 ? "" : pair[1]);
      }
    }
    return request.build();
  }

  private static SignRequest<AwsCredentialsIdentity> asked(
      SdkHttpRequest request, AwsCredentialsIdentity who, String body) {
    boolean isS3 = request.host().startsWith("s3") || request.port() == 4566;
    SignRequest.Builder<AwsCredentialsIdentity> asked =
        SignRequest.builder(who)
            .request(request)
            .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, isS3 ? "s3" : "glue")
            .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
            .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, !isS3)
            .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, !isS3)
            .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, true)
            .putProperty(HttpSigner.SIGNING_CLOCK, THEN);
    if (!body.isEmpty()) {
      asked.payload(ContentStreamProvider.fromByteArray(body.getBytes(StandardCharsets.UTF_8)));
    }
    return asked.build();
  }
}
