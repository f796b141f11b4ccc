// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.organisation.Account;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the organisation holds: the company's, and what was done to it. For several threads. */
final class World {
  /** The user who asks. */
  static final String USER = Ids.of("005", 1_000_000);

  /** The organisation. */
  static final String ORGANISATION = Ids.of("00D", 4_711);

  /** Of these nothing ever changes or goes, and there is much. */
  private static final Set<String> LOGS =
      Set.of("LoginHistory", "VerificationHistory", "SetupAuditTrail", "EventLogFile");

  private final Account account;
  private final InstantSource clock;
  private final Catalog catalog;
  private final Map<String, SObject> types = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();
  private final Map<String, DataObject> put = new TreeMap<>();
  private final Set<String> gone = new TreeSet<>();
  private final Set<String> hidden = ConcurrentHashMap.newKeySet();
  private final Permissions permissions = new Permissions();
  private final EventLogs eventLogs;
  private volatile boolean eventMonitoring = true;
  private boolean emptied;
  private @Nullable Told told;

  /** The company's objects as they were at a time; they are told anew every few seconds. */
  private record Told(long second, List<DataObject> objects) {}

  /**
   * A company's world.
   *
   * @param time of the company: what it does up to then has happened
   */
  World(Account account, InstantSource clock, InstantSource time) {
    this.account = account;
    this.clock = clock;
    this.catalog = new Catalog(account, time);
    Tidewater people = new Tidewater(account, time);
    Agents agents = new Agents(account, time);
    this.eventLogs = new EventLogs(account, time, () -> eventMonitoring);
    know(SObject.of("User", Users.FIELDS, "Id", people::users));
    know(SObject.of("LoginHistory", Logins.FIELDS, "LoginTime Id", people::logins));
    know(
        SObject.of(
                "VerificationHistory",
                Logins.VERIFICATION_FIELDS,
                "VerificationTime Id",
                people::verifications)
            .needing("ManageUsers"));
    know(
        SObject.of("SetupAuditTrail", Setup.FIELDS, "CreatedDate Id", people::changes)
            .needing("ViewSetup"));
    know(
        SObject.of("EventLogFile", EventLogs.FIELDS, "CreatedDate Id", eventLogs::from)
            .needing("ViewEventLogFiles"));
    know(
        SObject.of(
            "PermissionSetAssignment",
            assignments(),
            "Id",
            from -> Stream.concat(people.grants(from), Stream.of(own()))));
    know(SObject.of("BotDefinition", Agents.FIELDS, "SystemModstamp Id", agents::definitions));
    know(SObject.of("BotVersion", Agents.VERSION_FIELDS, "Id", agents::versions));
    new Metadata(this).types().forEach(this::know);
  }

  private void know(SObject type) {
    types.put(type.name(), type);
  }

  /** What the user who asks may do. */
  private ObjectNode own() {
    return Setup.assignment(Ids.of("0Pa", 1_000_000), USER, "tidemark", permissions.granted());
  }

  private static String assignments() {
    StringBuilder fields = new StringBuilder(Setup.ASSIGNMENT_FIELDS);
    Setup.permissions().forEach(it -> fields.append(" PermissionSet.Permissions").append(it));
    return fields.toString();
  }

  Account account() {
    return account;
  }

  InstantSource clock() {
    return clock;
  }

  Permissions permissions() {
    return permissions;
  }

  /** The type of that name, also one of the organisation's own. */
  Optional<SObject> type(String name) {
    SObject known = types.get(name);
    return known != null
        ? Optional.of(known)
        : dataObjects().stream()
            .filter(it -> it.name().equalsIgnoreCase(name))
            .findFirst()
            .map(Metadata::type);
  }

  /** Whether the organisation has bought Event Monitoring. */
  void eventMonitoring(boolean bought) {
    eventMonitoring = bought;
  }

  /** What is in an event log file. */
  Optional<String> logFile(String id) {
    return shelf("EventLogFile")
        .added(id)
        .map(row -> row.path(NewRows.CONTENT).asText())
        .or(() -> eventLogs.content(id));
  }

  /** Rows of a type, in its order. */
  Stream<ObjectNode> rows(SObject type, Instant from) {
    if (LOGS.contains(type.name())) {
      return shelf(type.name()).timeline(type.rows(), from);
    }
    return type.name().endsWith("__c") ? type.rows().from(from) : shelf(type).rows(type.rows());
  }

  /** How many rows there are of a type. */
  long count(String name) {
    return rows(Objects.requireNonNull(types.get(name), name), Instant.MIN).count();
  }

  Shelf shelf(String name) {
    return shelf(types.get(name));
  }

  private Shelf shelf(@Nullable SObject type) {
    SObject known = Objects.requireNonNull(type, "no such type");
    return shelves.computeIfAbsent(known.name(), it -> new Shelf(known.order()));
  }

  /** The organisation's own objects, by name. */
  synchronized List<DataObject> dataObjects() {
    Map<String, DataObject> all = new TreeMap<>();
    if (!emptied) {
      company().forEach(it -> all.put(it.name(), it));
    }
    all.putAll(put);
    all.keySet().removeAll(gone);
    return all.values().stream().sorted(Comparator.comparing(DataObject::name)).toList();
  }

  private List<DataObject> company() {
    long second = clock.instant().getEpochSecond();
    Told known = told;
    if (known == null || Math.abs(second - known.second()) > 5) {
      known = new Told(second, catalog.objects());
      told = known;
    }
    return known.objects();
  }

  synchronized void put(DataObject object) {
    put.put(object.name(), object);
  }

  synchronized void remove(String object) {
    gone.add(object);
  }

  /** Nobody and nothing is there but the one who asks. */
  synchronized void empty() {
    emptied = true;
    put.clear();
    new ArrayList<>(types.values())
        .stream()
            .filter(type -> !type.reified())
            .filter(type -> !type.name().equals("Organization"))
            .forEach(type -> shelf(type).empty());
  }

  /** Hides a field from the user who asks, as {@code User.Department}. */
  void hide(String field) {
    hidden.add(field);
  }

  boolean hides(String object, String field) {
    return hidden.stream().anyMatch((object + "." + field)::equalsIgnoreCase);
  }
}
