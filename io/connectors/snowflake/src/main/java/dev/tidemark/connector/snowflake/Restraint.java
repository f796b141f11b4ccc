// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.snowflake.client.api.http.HttpHeadersCustomizer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the driver from two things it does by itself and has no setting for. It asks again what the
 * account has just refused, although when to ask again is for the reader to decide, who knows every
 * stream of the account. And it follows redirects to any host, with the session's token and the
 * credential of a login.
 *
 * <p>The driver lets headers be added to each attempt and takes it for a failed one where that
 * fails; of a repetition it then reports the answer to the first attempt. It keeps its HTTP client,
 * with what it was first told, for all sessions, so there is one of these for all. It adds no
 * header. Safe for use by several threads: a request, its repetitions and its redirects are made by
 * the same thread.
 */
final class Restraint implements HttpHeadersCustomizer {
  private static final Restraint ONLY = new Restraint();
  private static final Pattern REQUEST = Pattern.compile("[?&]requestId=([^&]+)");

  /** What a repetition says of the attempt before it where that was not answered at all. */
  private static final String UNANSWERED = "retryReason=0";

  private static final ThreadLocal<@Nullable Set<String>> HOME = new ThreadLocal<>();
  private static final ThreadLocal<@Nullable String> LAST = new ThreadLocal<>();

  private Restraint() {}

  /** An answer led to another host. */
  static final class StrayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StrayException(String host) {
      super("led to " + host);
    }
  }

  /** Tells the driver. */
  static void tell(Properties driver) {
    driver.put(HTTP_HEADER_CUSTOMIZERS_PROPERTY_KEY, List.of(ONLY));
  }

  /** From now on this thread's requests go to these hosts; to others only what tells nothing. */
  static void keepTo(Set<String> hosts) {
    HOME.set(hosts);
  }

  /**
   * Refuses what must not be sent; there is nothing to add to the rest.
   *
   * @throws StrayException if it leads elsewhere with something that is no business of others
   * @throws UncheckedIOException if this thread has just made the same request and was answered; an
   *     {@link IllegalStateException} would make the driver try for ever
   */
  @Override
  public boolean applies(String method, String uri, Map<String, List<String>> currentHeaders) {
    String host = header(currentHeaders, "Host").replaceFirst(":\\d+$", "");
    if (!isAtHome(host) && tells(method, currentHeaders)) {
      throw new StrayException(host);
    }
    String request = request(uri);
    boolean repeated = !request.isEmpty() && request.equals(LAST.get());
    LAST.set(request);
    if (repeated && !uri.contains(UNANSWERED)) {
      throw new UncheckedIOException(new IOException("asked once already"));
    }
    return false;
  }

  @Override
  public Map<String, List<String>> newHeaders() {
    return Map.of();
  }

  @Override
  public boolean invokeOnce() {
    return false;
  }

  /** Threads of the driver's own, which fetch parts of large results, are told nothing. */
  private boolean isAtHome(String host) {
    Set<String> home = HOME.get();
    return home == null || home.contains(host);
  }

  private static boolean tells(String method, Map<String, List<String>> headers) {
    return !method.equals("GET") || !header(headers, "Authorization").isEmpty();
  }

  private static String header(Map<String, List<String>> headers, String name) {
    return headers.entrySet().stream()
        .filter(it -> it.getKey().equalsIgnoreCase(name))
        .flatMap(it -> it.getValue().stream())
        .findFirst()
        .orElse("");
  }

  private static String request(String uri) {
    return REQUEST
        .matcher(uri)
        .results()
        .findFirst()
        .map((MatchResult it) -> it.group(1))
        .orElse("");
  }
}
