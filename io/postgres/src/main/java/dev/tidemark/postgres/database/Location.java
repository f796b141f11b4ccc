// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import java.io.Serializable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and as whom to ask it. Its text form shows no password.
 *
 * @param password null where the server asks for none
 * @param hosts one or more {@code host:port}, separated by commas
 * @param parameters for the driver
 */
public record Location(
    String hosts,
    String database,
    String user,
    @Nullable SecretReference password,
    Map<String, String> parameters)
    implements Serializable {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?://(?:(?<login>[^?]*)@)?(?<hosts>[^/?@]*)/?(?<database>[^?]*)(?:\\?(?<query>.*))?");

  public Location {
    parameters = Map.copyOf(parameters);
  }

  /**
   * Understands {@code postgresql://user:password@host:port/database?parameter=value}, also with
   * {@code jdbc:} in front, and {@code user} and {@code password} among the parameters. The
   * password may be {@code env:NAME} or {@code file:PATH}. Special characters are percent-encoded.
   *
   * @throws IllegalArgumentException saying what is missing, without repeating the password
   */
  public static Location parse(String url) {
    Matcher form = FORM.matcher(url.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "a database is named like postgresql://user@host:5432/database, with nothing in front");
    }
    Map<String, String> parameters = parameters(form.group("query"));
    String[] login = login(form.group("login"));
    String user = parameters.remove("user");
    String password = parameters.remove("password");
    return new Location(
        required(form.group("hosts"), "localhost:5432"),
        required(decoded(form.group("database")), ""),
        required(login.length > 0 ? login[0] : user, ""),
        reference(login.length > 1 ? login[1] : password),
        parameters);
  }

  /** The driver's form of it, without user and password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://" + hosts + "/" + database;
  }

  /** The same place with another password. */
  public Location withPassword(SecretReference reference) {
    return new Location(hosts, database, user, reference, parameters);
  }

  private static @Nullable SecretReference reference(@Nullable String password) {
    return password == null ? null : SecretReference.parse(password);
  }

  private static String[] login(@Nullable String text) {
    if (text == null) {
      return new String[0];
    }
    String[] parts = text.split(":", 2);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = decoded(parts[i]);
    }
    return parts;
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new TreeMap<>();
    for (String parameter : query == null ? new String[0] : query.split("&")) {
      String[] parts = parameter.split("=", 2);
      parameters.put(parts[0], parts.length > 1 ? decoded(parts[1]) : "");
    }
    return parameters;
  }

  private static String required(@Nullable String text, String fallback) {
    String value = text == null || text.isEmpty() ? fallback : text;
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          "the address of a database names a user and a database:"
              + " postgresql://user@host:5432/database");
    }
    return value;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "postgresql://" + user + "@" + hosts + "/" + database;
  }
}
