// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Lets drivers in and out: sessions and their tokens. Safe for use by several threads. */
final class Desk {
  private static final int SESSION_SECONDS = 3600;
  private static final int MASTER_SECONDS = 14_400;

  private final String account;
  private final String role;
  private final String warehouse;
  private final Credentials credentials;
  private final Map<String, Login> open = new ConcurrentHashMap<>();
  private final Map<String, Login> masters = new ConcurrentHashMap<>();
  private final Set<String> expired = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final AtomicLong issued = new AtomicLong();
  private final AtomicLong reused = new AtomicLong();

  Desk(String account, String role, String warehouse, Credentials credentials) {
    this.account = account;
    this.role = role;
    this.warehouse = warehouse;
    this.credentials = credentials;
  }

  /** Logs in; parameters of the address say role and warehouse. */
  ObjectNode login(JsonNode request, Map<String, String> parameters) {
    JsonNode data = request.path("data");
    String problem = credentials.problem(data);
    if (!problem.isEmpty()) {
      String[] words = problem.split(" ", 2);
      return Answer.refused(words[0], words[1]);
    }
    String asked = parameters.getOrDefault("roleName", role);
    if (!asked.equalsIgnoreCase(role)) {
      return Answer.refused(
          "390189",
          "Role '"
              + asked
              + "' specified in the connect string is not granted to this user. Contact your local"
              + " system administrator, or attempt to login with another role, e.g. PUBLIC.");
    }
    boolean known = warehouse.equalsIgnoreCase(parameters.getOrDefault("warehouse", ""));
    return Answer.success(opened(known ? warehouse : null));
  }

  /** Whether an account of that name is here. */
  boolean isHere(JsonNode request) {
    return request.path("data").path("ACCOUNT_NAME").asText().equalsIgnoreCase(account);
  }

  /** The session of a request; empty where its token is none any more. */
  Optional<Login> session(String token) {
    if (expired.contains(token) && !refused.add(token)) {
      reused.incrementAndGet();
    }
    return Optional.ofNullable(expired.contains(token) ? null : open.get(token));
  }

  boolean isExpired(String token) {
    return expired.contains(token);
  }

  /** A new session token for a master token. */
  ObjectNode renew(String master) {
    Login login = masters.get(master);
    if (login == null) {
      return Answer.refused(
          "390114", "Authentication token has expired.  The user must authenticate again.");
    }
    Login renewed = new Login(token(), master, login.role(), login.warehouse());
    open.put(renewed.token(), renewed);
    ObjectNode data = Json.object();
    data.put("sessionToken", renewed.token()).put("validityInSecondsST", SESSION_SECONDS);
    data.put("masterToken", master).put("validityInSecondsMT", MASTER_SECONDS);
    return Answer.success(data);
  }

  void logOut(String token) {
    open.remove(token);
  }

  /** Every session token issued so far has expired. */
  void expire() {
    expired.addAll(open.keySet());
  }

  long issued() {
    return issued.get();
  }

  long reused() {
    return reused.get();
  }

  int sessions() {
    return open.size();
  }

  Set<String> tokens() {
    Set<String> tokens = new java.util.TreeSet<>(open.keySet());
    tokens.addAll(masters.keySet());
    return tokens;
  }

  private ObjectNode opened(@org.jspecify.annotations.Nullable String selected) {
    Login login = new Login(token(), "master-" + UUID.randomUUID(), role, selected);
    open.put(login.token(), login);
    masters.put(login.master(), login);
    ObjectNode data = Json.object();
    data.put("token", login.token()).put("masterToken", login.master());
    data.put("validityInSeconds", SESSION_SECONDS).put("masterValidityInSeconds", MASTER_SECONDS);
    data.put("displayUserName", credentials.user()).put("serverVersion", "9.38.1 b20261120");
    data.put("firstLogin", false).put("healthCheckInterval", 45).put("sessionId", issued.get());
    data.putNull("newClientForUpgrade");
    parameters(data.putArray("parameters"));
    data.putObject("sessionInfo")
        .putNull("databaseName")
        .putNull("schemaName")
        .put("warehouseName", selected)
        .put("roleName", role.toUpperCase(Locale.ROOT));
    return data;
  }

  private String token() {
    issued.incrementAndGet();
    return "session-" + UUID.randomUUID();
  }

  private static void parameters(ArrayNode parameters) {
    parameters.addObject().put("name", "TIMEZONE").put("value", "UTC");
    parameters.addObject().put("name", "AUTOCOMMIT").put("value", true);
    parameters.addObject().put("name", "CLIENT_TELEMETRY_ENABLED").put("value", true);
    parameters.addObject().put("name", "CLIENT_SESSION_KEEP_ALIVE").put("value", false);
    parameters.addObject().put("name", "CLIENT_PREFETCH_THREADS").put("value", 4);
    parameters
        .addObject()
        .put("name", "TIMESTAMP_OUTPUT_FORMAT")
        .put("value", "YYYY-MM-DD HH24:MI:SS.FF3 TZHTZM");
    parameters.addObject().put("name", "TIMESTAMP_LTZ_OUTPUT_FORMAT").put("value", "");
  }
}
