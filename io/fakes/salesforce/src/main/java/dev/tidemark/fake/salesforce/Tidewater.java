// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.salesforce.soql.SoqlTime;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Grant;
import dev.tidemark.testkit.organisation.Login;
import dev.tidemark.testkit.organisation.Person;
import dev.tidemark.testkit.organisation.Query;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The company's people in the organisation: who they are, how they sign in, what they change. */
final class Tidewater {
  private static final String SIGN_ON_SERVICE = "0SO000000000001AAA";

  private final Account account;
  private final InstantSource clock;
  private final Memory logins;
  private final Memory verifications;
  private final Memory changes;

  Tidewater(Account account, InstantSource clock) {
    this.account = account;
    this.clock = clock;
    this.logins =
        new Memory(clock, "LoginTime", range -> account.logins(range).map(Tidewater::login));
    this.verifications =
        new Memory(
            clock,
            "VerificationTime",
            range ->
                account.logins(range).filter(Tidewater::isVerified).map(Tidewater::verification));
    this.changes =
        new Memory(
            clock,
            "CreatedDate",
            range -> account.queries(range).filter(Tidewater::isSetup).map(Tidewater::change));
  }

  static String userId(Person person) {
    return Ids.of("005", 1 + person.index());
  }

  Stream<ObjectNode> users(Instant from) {
    Instant now = clock.instant();
    Stream<ObjectNode> people =
        account.people().stream()
            .filter(person -> !person.joined().isAfter(now))
            .map(person -> user(person, now));
    return Stream.concat(people, Stream.of(Users.asking()));
  }

  private static ObjectNode user(Person person, Instant now) {
    boolean human = person.isHuman();
    ObjectNode user =
        Users.row(
            userId(person),
            person.login() + "@tidewater.example",
            person.isHere(now),
            human ? "Standard User" : "Minimum Access - API Only Integrations",
            human ? "Salesforce" : "Salesforce Integration");
    Instant changed = person.isHere(now) || person.left() == null ? person.joined() : person.left();
    user.put("CreatedDate", SoqlTime.text(person.joined()));
    return user.put("SystemModstamp", SoqlTime.text(changed));
  }

  Stream<ObjectNode> logins(Instant from) {
    return logins.from(from);
  }

  Stream<ObjectNode> verifications(Instant from) {
    return verifications.from(from);
  }

  private static boolean isVerified(Login login) {
    return login.factor() == Login.Factor.SECOND_FACTOR && login.succeeded();
  }

  private static ObjectNode login(Login login) {
    String id = Ids.of("0Ya", UUID.fromString(login.id()));
    ObjectNode row = Logins.row(id, userId(login.by()), login.begun());
    row.put("Status", login.succeeded() ? "Success" : "Invalid Password");
    switch (login.factor()) {
      case PASSWORD, SECOND_FACTOR -> row.put("LoginType", "Application");
      case SINGLE_SIGN_ON ->
          row.put("LoginType", "SAML Idp Initiated SSO")
              .put("AuthenticationServiceId", SIGN_ON_SERVICE);
      case KEY -> row.put("LoginType", "Remote Access 2.0");
    }
    return row.put("Application", login.client().equals("browser") ? "Browser" : login.client());
  }

  private static ObjectNode verification(Login login) {
    UUID uuid = UUID.fromString(login.id());
    return Logins.verification(
        Ids.of("0dR", uuid), Ids.of("0Ya", uuid), userId(login.by()), login.begun());
  }

  Stream<ObjectNode> changes(Instant from) {
    return changes.from(from);
  }

  private static boolean isSetup(Query query) {
    return query.isChange() || query.kind() == Query.Kind.GRANT;
  }

  private static ObjectNode change(Query query) {
    String id = Ids.of("0Ym", UUID.fromString(query.id()));
    ObjectNode row = Setup.row(id, userId(query.by()), query.begun());
    return query.isChange()
        ? row.put("Action", "changedCustomObject").put("Section", "Custom Objects")
        : row.put("Action", "PermSetAssign").put("Section", "Manage Users");
  }

  Stream<ObjectNode> grants(Instant from) {
    Instant now = clock.instant();
    return account.grants().stream().filter(grant -> grant.holds(now)).map(Tidewater::grant);
  }

  private static ObjectNode grant(Grant grant) {
    Set<String> permissions =
        switch (grant.role()) {
          case "account_admin", "system_admin" -> Set.of("ModifyAllData", "CustomizeApplication");
          case "security_admin" -> Set.of("ManageUsers");
          case "data_admin" -> Set.of("ViewAllData");
          default -> Set.of("AuthorApex");
        };
    ObjectNode row =
        Setup.assignment(
            Ids.of("0Pa", 1 + grant.index()), userId(grant.holder()), grant.role(), permissions);
    return row.put("SystemModstamp", SoqlTime.text(grant.granted()));
  }

  /** As rows are sorted: by what they show, which is milliseconds. */
  static Comparator<ObjectNode> byTime(String field) {
    return Comparator.<ObjectNode, String>comparing(row -> row.path(field).asText())
        .thenComparing(row -> row.path("Id").asText());
  }
}
