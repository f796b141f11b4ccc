// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * A request in the one form signature version 4 knows.
 *
 * @param signedHeaders names of the headers that are signed, in small letters
 */
record CanonicalRequest(String text, String signedHeaders) {
  /** What is changed or added on the way. */
  private static final Set<String> UNSIGNED =
      Set.of(
          "connection",
          "x-amzn-trace-id",
          "user-agent",
          "expect",
          "transfer-encoding",
          "x-forwarded-for");

  /** What encoding a path knows. */
  enum Path {
    /** As it is sent: S3. */
    AS_SENT,
    /** What is sent, encoded once more: all others. */
    ENCODED_AGAIN
  }

  static CanonicalRequest of(SdkHttpRequest request, Path path, String bodyHash) {
    SortedMap<String, String> headers = headers(request);
    String names = String.join(";", headers.keySet());
    String lines =
        headers.entrySet().stream()
            .map(it -> it.getKey() + ":" + it.getValue() + "\n")
            .collect(Collectors.joining());
    String text =
        String.join(
            "\n",
            request.method().name(),
            path(request, path),
            query(request),
            lines,
            names,
            bodyHash);
    return new CanonicalRequest(text, names);
  }

  private static SortedMap<String, String> headers(SdkHttpRequest request) {
    SortedMap<String, String> headers = new TreeMap<>();
    request.forEachHeader(
        (name, values) -> {
          String small = name.toLowerCase(Locale.ROOT);
          if (!UNSIGNED.contains(small)) {
            headers.put(
                small,
                values.stream().map(CanonicalRequest::trimmed).collect(Collectors.joining(",")));
          }
        });
    return headers;
  }

  private static String trimmed(String value) {
    return value.strip().replaceAll("\\s+", " ");
  }

  private static String path(SdkHttpRequest request, Path path) {
    String sent = request.encodedPath().isEmpty() ? "/" : request.encodedPath();
    return path == Path.AS_SENT ? sent : SdkHttpUtils.urlEncodeIgnoreSlashes(sent);
  }

  private static String query(SdkHttpRequest request) {
    SortedMap<String, List<String>> encoded =
        new TreeMap<>(SdkHttpUtils.encodeQueryParameters(request.rawQueryParameters()));
    return encoded.entrySet().stream()
        .flatMap(
            it ->
                it.getValue().stream()
                    .map(CanonicalRequest::said)
                    .sorted()
                    .map(value -> it.getKey() + "=" + value))
        .collect(Collectors.joining("&"));
  }

  private static String said(@Nullable String value) {
    return value == null ? "" : value;
  }
}
