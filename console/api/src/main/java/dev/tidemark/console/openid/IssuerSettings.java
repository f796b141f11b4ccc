// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.openid;

import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Options;
import dev.tidemark.spi.options.Problem;
import dev.tidemark.spi.options.Secret;
import dev.tidemark.spi.options.Settings;
import dev.tidemark.spi.options.SettingsException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The issuer of OpenID Connect people may sign in with, as whoever runs the installation says.
 *
 * @param issuer its identifier, below which its discovery document is
 * @param name what the page calls it
 * @param clientSecret null for a client without one, which PKCE protects alone
 * @param rolesClaim the claim whose values the rules are about, with dots on the way to one inside
 *     another
 */
public record IssuerSettings(
    URI issuer,
    String name,
    String clientId,
    @Nullable Secret clientSecret,
    List<String> scopes,
    String rolesClaim,
    List<RoleRule> rules) {
  /** This machine, by names that need no asking. */
  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

  private static final Option<URI> ISSUER =
      Option.uri("issuer", "https", "http")
          .describedAs(
              "The issuer's identifier, such as https://login.example.com/realms/main; http only on"
                  + " this machine.")
          .required();

  private static final Option<String> NAME =
      Option.text("name")
          .describedAs("What the page calls it: Sign in with NAME.")
          .orElse("OpenID Connect");

  private static final Option<String> CLIENT_ID =
      Option.text("client-id").describedAs("How the issuer knows this console.").required();

  private static final Option<Secret> CLIENT_SECRET =
      Option.secret("client-secret")
          .describedAs("Proves to the issuer that it is this console; none for a public client.");

  private static final Option<List<String>> SCOPES =
      Option.texts("scopes")
          .describedAs("What the issuer is asked for besides openid.")
          .orElse(List.of("profile", "email"));

  private static final Option<String> ROLES_CLAIM =
      Option.text("roles-claim")
          .describedAs(
              "The claim of the ID token whose values the rules are about; realm_access.roles is"
                  + " roles inside realm_access.")
          .orElse("groups");

  private static final Option<List<String>> ROLES =
      Option.texts("roles")
          .describedAs(
              "What a value of that claim lets people do: VALUE=ROLE everywhere,"
                  + " VALUE=ROLE@ORGANISATION in one organisation.")
          .orElse(List.of());

  /** What there is to say about an issuer. */
  public static final Options OPTIONS =
      Options.of(ISSUER, NAME, CLIENT_ID, CLIENT_SECRET, SCOPES, ROLES_CLAIM, ROLES);

  public IssuerSettings {
    scopes = List.copyOf(scopes);
    rules = List.copyOf(rules);
  }

  /**
   * Those given, references resolved.
   *
   * @throws SettingsException naming everything that is wrong
   */
  public static IssuerSettings of(Map<String, ? extends @Nullable Object> given) {
    Settings settings = OPTIONS.parse(given);
    URI issuer = settings.require(ISSUER);
    List<Problem> problems = new ArrayList<>();
    if (!isProtected(issuer)) {
      problems.add(new Problem(ISSUER.name(), "must be https, or be on this machine"));
    }
    List<RoleRule> rules = new ArrayList<>();
    settings.require(ROLES).forEach(text -> rule(text, rules, problems));
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return new IssuerSettings(
        issuer,
        settings.require(NAME),
        settings.require(CLIENT_ID),
        settings.find(CLIENT_SECRET).orElse(null),
        settings.require(SCOPES),
        settings.require(ROLES_CLAIM),
        rules);
  }

  /** Whether what is sent there is read by nobody on the way. */
  static boolean isProtected(URI address) {
    return "https".equals(address.getScheme()) || HERE.contains(String.valueOf(address.getHost()));
  }

  private static void rule(String text, List<RoleRule> rules, List<Problem> problems) {
    String form = "must be VALUE=ROLE or VALUE=ROLE@ORGANISATION, with viewer, editor or";
    RoleRule.of(text)
        .ifPresentOrElse(
            rules::add,
            () -> problems.add(new Problem(ROLES.name(), form + " administrator for ROLE")));
  }
}
