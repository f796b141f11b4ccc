// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Signs requests by signature version 4 in their header {@code Authorization}, the body as a whole.
 * Says nothing to any log. Safe for use by several threads.
 */
final class RequestSigner implements HttpSigner<AwsCredentialsIdentity> {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String END = "aws4_request";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Override
  public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> asked) {
    AwsCredentialsIdentity who = asked.identity();
    Instant now = asked.requireProperty(HttpSigner.SIGNING_CLOCK, Clock.systemUTC()).instant();
    String time = TIME.format(now);
    String body = hash(asked.payload().map(RequestSigner::read).orElse(new byte[0]));
    SdkHttpRequest.Builder request = asked.request().toBuilder();
    request.putHeader("Host", host(asked.request())).putHeader("X-Amz-Date", time);
    request.putHeader("x-amz-content-sha256", body);
    if (who instanceof AwsSessionCredentialsIdentity temporary) {
      request.putHeader("X-Amz-Security-Token", temporary.sessionToken().strip());
    }
    request.putHeader("Authorization", authorization(asked, request.build(), time, body));
    return SignedRequest.builder()
        .request(request.build())
        .payload(asked.payload().orElse(null))
        .build();
  }

  /** Clients here wait for their answers. */
  @Override
  public CompletableFuture<AsyncSignedRequest> signAsync(
      AsyncSignRequest<? extends AwsCredentialsIdentity> asked) {
    return CompletableFuture.failedFuture(
        new UnsupportedOperationException("requests are signed for clients that wait only"));
  }

  private static String authorization(
      SignRequest<? extends AwsCredentialsIdentity> asked,
      SdkHttpRequest request,
      String time,
      String body) {
    String day = time.substring(0, time.indexOf('T'));
    String region = asked.requireProperty(AwsV4HttpSigner.REGION_NAME);
    String service = asked.requireProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME);
    String scope = String.join("/", day, region, service, END);
    CanonicalRequest canonical = CanonicalRequest.of(request, path(asked), body);
    String text = String.join("\n", ALGORITHM, time, scope, hash(canonical.text().getBytes(UTF_8)));
    byte[] key = key(asked.identity().secretAccessKey().strip(), day, region, service);
    return "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
        .formatted(
            ALGORITHM,
            asked.identity().accessKeyId().strip(),
            scope,
            canonical.signedHeaders(),
            HexFormat.of().formatHex(hmac(key, text)));
  }

  private static CanonicalRequest.Path path(SignRequest<?> asked) {
    return asked.requireProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, true)
        ? CanonicalRequest.Path.ENCODED_AGAIN
        : CanonicalRequest.Path.AS_SENT;
  }

  private static String host(SdkHttpRequest request) {
    return SdkHttpUtils.isUsingStandardPort(request.protocol(), request.port())
        ? request.host()
        : request.host() + ":" + request.port();
  }

  private static byte[] key(String secret, String day, String region, String service) {
    byte[] key = ("AWS4" + secret).getBytes(UTF_8);
    for (String part : new String[] {day, region, service, END}) {
      key = hmac(key, part);
    }
    return key;
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] read(ContentStreamProvider body) {
    try (InputStream stream = body.newStream()) {
      return stream.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
