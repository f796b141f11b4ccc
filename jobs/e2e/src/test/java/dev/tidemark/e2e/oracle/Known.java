// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.oracle;

import dev.tidemark.e2e.world.Entry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What is to be known of a source in the end: assets, counters, members, evidence. */
final class Known {
  private static final List<String> KINDS =
      List.of("table", "view", "partitioned_table", "materialized_view", "foreign_table");

  private final Counted counted;
  private final Map<String, Asset> assets;
  private final List<Entry> roles;

  Known(List<Entry> entries) {
    this.counted = new Counted(entries);
    this.assets = Asset.all(entries);
    this.roles = entries.stream().filter(it -> it.what().equals("role")).toList();
  }

  Map<String, Expected> rows() {
    Map<String, Expected> rows = new TreeMap<>();
    assets.forEach((name, asset) -> rows.put("asset " + name, Expected.exactly(asset.facts())));
    watched().forEach(name -> counter(name, rows));
    KINDS.forEach(
        kind ->
            rows.put(
                "latest tidemark.data.asset.count {\"asset.kind\":\"" + kind + "\"}",
                Expected.exactly(count(it -> it.kind().equals(kind)))));
    rows.put("population asset", of(assets.size()));
    rows.put("population principal", of(roles.size()));
    members(rows);
    return rows;
  }

  private static Expected of(int all) {
    return Expected.exactly(all + " of " + all);
  }

  /** Tables whose counters are read and that stay. */
  private Stream<String> watched() {
    return assets.keySet().stream().filter(name -> name.matches("shop[.]t[0-9]+"));
  }

  private void counter(String name, Map<String, Expected> rows) {
    for (String what : List.of("read", "write")) {
      Expected shown = Expected.exactly(counted.shown(what, name));
      rows.put("counter tidemark.data.asset." + what + " " + name, shown);
      rows.put("source " + what + " " + name, shown);
    }
  }

  private long count(Predicate<Asset> which) {
    return assets.values().stream().filter(which).count();
  }

  /** Every role may come and has a session all the time; nobody privileged runs queries. */
  private void members(Map<String, Expected> rows) {
    rows.put("members tidemark.identity.principal.entitled {}", Expected.exactly(roles.size()));
    rows.put("members tidemark.identity.principal.active {}", Expected.exactly(roles.size()));
    privileges()
        .distinct()
        .forEach(
            kind ->
                rows.put(
                    "members tidemark.access.grant.privileged {\"grant.kind\":\"" + kind + "\"}",
                    Expected.exactly(privileges().filter(kind::equals).count())));
  }

  private Stream<String> privileges() {
    return roles.stream()
        .flatMap(role -> Stream.of(role.value().split(" ")))
        .filter(kind -> !kind.isEmpty());
  }

  /**
   * The scores that follow. What somebody read or changed is active; what nobody was ever seen to
   * read counts as unread, as the server does not say since when it is there; nobody has used a
   * privilege.
   *
   * @param age of an indicator's evidence when it was scored, in days
   */
  Scores scores(ToDoubleFunction<String> age) {
    long active = active(asset -> true);
    long unread = assets.keySet().stream().filter(it -> counted.shown("read", it) == 0).count();
    Map<String, Standing> standings = new TreeMap<>();
    stand("GOV.OWN", active(Asset::owned), active, age, standings);
    stand("GOV.DOC", active(Asset::described), active, age, standings);
    stand("SEC.DOR", privileges().count(), privileges().count(), age, standings);
    stand("USE.DED", unread, assets.size(), age, standings);
    return new Scores(standings);
  }

  private static void stand(
      String id,
      long numerator,
      long of,
      ToDoubleFunction<String> age,
      Map<String, Standing> standings) {
    Standing.Published published = Objects.requireNonNull(Scores.PUBLISHED.get(id));
    standings.put(id, new Standing(published, numerator, of, 1, age.applyAsDouble(id)));
  }

  private long active(Predicate<Asset> which) {
    return assets.entrySet().stream()
        .filter(it -> counted.shown("read", it.getKey()) + counted.shown("write", it.getKey()) > 0)
        .filter(it -> which.test(it.getValue()))
        .count();
  }
}
