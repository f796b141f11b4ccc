// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import dev.tidemark.testkit.fake.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signature of version 4, as the request carries it.
 *
 * @param key id of the access key
 * @param date the day it was made for
 * @param headers names of the headers it covers
 * @param value in hexadecimal
 */
record Signature(
    String key, String date, String region, String service, List<String> headers, String value) {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";

  /** What the header {@code Authorization} says; empty if it is of another kind. */
  static Optional<Signature> of(Request request) {
    String authorization = request.header("authorization").orElse("");
    if (!authorization.startsWith(ALGORITHM)) {
      return Optional.empty();
    }
    Map<String, String> parts = new TreeMap<>();
    for (String part : authorization.substring(ALGORITHM.length()).split(",")) {
      String[] pair = part.strip().split("=", 2);
      parts.put(pair[0], pair[1]);
    }
    String[] scope = parts.getOrDefault("Credential", "////").split("/");
    return Optional.of(
        new Signature(
            scope[0],
            scope[1],
            scope[2],
            scope[3],
            List.of(parts.getOrDefault("SignedHeaders", "").split(";")),
            parts.getOrDefault("Signature", "")));
  }

  /** Whether that secret made it. */
  boolean isOf(String secret, Request sent) {
    String rawPath = sent.address().getRawPath();
    byte[] body = sent.body().getBytes(StandardCharsets.UTF_8);
    String request =
        String.join(
            "\n",
            sent.method(),
            service.equals("s3") ? rawPath : encodedAgain(rawPath),
            sorted(Objects.requireNonNullElse(sent.address().getRawQuery(), "")),
            canonical(sent),
            String.join(";", headers),
            sent.header("x-amz-content-sha256").orElseGet(() -> hex(digest(body))));
    String scope = String.join("/", date, region, service, "aws4_request");
    String text =
        String.join(
            "\n",
            ALGORITHM,
            sent.header("x-amz-date").orElse(""),
            scope,
            hex(digest(request.getBytes(StandardCharsets.UTF_8))));
    return value.equals(hex(hmac(key(secret), text)));
  }

  private byte[] key(String secret) {
    byte[] day = hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), date);
    return hmac(hmac(hmac(day, region), service), "aws4_request");
  }

  private String canonical(Request sent) {
    return headers.stream()
        .map(name -> name + ":" + sent.header(name).orElse("").strip().replaceAll(" +", " ") + "\n")
        .collect(Collectors.joining());
  }

  private static String encodedAgain(String rawPath) {
    return rawPath.replace("%", "%25");
  }

  private static String sorted(String rawQuery) {
    return Arrays.stream(rawQuery.split("&"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.contains("=") ? part : part + "=")
        .sorted()
        .collect(Collectors.joining("&"));
  }

  /** Text of a query or a form, decoded. */
  static Map<String, String> form(String text) {
    Map<String, String> form = new TreeMap<>();
    for (String part : text.split("&")) {
      if (!part.isEmpty()) {
        String[] pair = part.split("=", 2);
        form.put(decoded(pair[0]), pair.length < 2 ? "" : decoded(pair[1]));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
