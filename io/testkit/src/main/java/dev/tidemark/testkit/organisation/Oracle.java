// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The truth about an account, counted from what happens in it: what a connector ought to find.
 * Counts of a range are of what ended in it; of a time, of what exists then.
 *
 * @param account the account it is about
 */
public record Oracle(Account account) {

  /** Assets that exist. */
  public long assets(Instant at) {
    return account.assets(at).size();
  }

  /** Assets that exist and of which something is true. */
  public long assets(Instant at, BiPredicate<Asset, AssetState> what) {
    return account.assets(at).stream()
        .filter(asset -> what.test(asset, account.state(asset, at)))
        .count();
  }

  public long owned(Instant at) {
    return assets(at, (asset, state) -> state.owner() != null);
  }

  public long described(Instant at) {
    return assets(at, (asset, state) -> state.isDescribed(asset));
  }

  public long classified(Instant at) {
    return assets(at, (asset, state) -> state.classification() != null);
  }

  /** Columns that need protection. */
  public long sensitiveColumns(Instant at) {
    return account.assets(at).stream().mapToLong(it -> it.sensitiveColumns().size()).sum();
  }

  /** Columns that need protection and have it. */
  public long protectedColumns(Instant at) {
    return account.assets(at).stream()
        .mapToLong(it -> account.state(it, at).protectedColumns())
        .sum();
  }

  /** Statements of one kind. */
  public long queries(TimeRange range, Predicate<Query> what) {
    return ended(account.queries(range.since(account.longestQuery())), range).filter(what).count();
  }

  public long queries(TimeRange range) {
    return queries(range, query -> true);
  }

  public long failedQueries(TimeRange range) {
    return queries(range, query -> query.failure() != null);
  }

  /** Humans who ran a statement. */
  public Set<Person> readers(TimeRange range) {
    return ended(account.queries(range.since(account.longestQuery())), range)
        .filter(query -> query.kind() == Query.Kind.SELECT && query.by().isHuman())
        .map(Query::by)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Starts of pipelines that came to their end, second attempts counted with the first. */
  public long runs(TimeRange range) {
    return runs(range, run -> run.isFinal());
  }

  /** Starts of pipelines whose last attempt failed. */
  public long failedRuns(TimeRange range) {
    return runs(range, run -> run.isFinal() && run.failure() != null);
  }

  /** Attempts of one kind. */
  public long runs(TimeRange range, Predicate<Run> what) {
    return ended(account.runs(range.since(account.longestRun())), range).filter(what).count();
  }

  public long logins(TimeRange range) {
    return account.logins(range).count();
  }

  /** Humans who signed in. */
  public Set<Person> signedIn(TimeRange range) {
    return signedIn(range, login -> true);
  }

  /** Humans who signed in in one way. */
  public Set<Person> signedIn(TimeRange range, Predicate<Login> how) {
    return account
        .logins(range)
        .filter(login -> login.succeeded() && login.by().isHuman() && how.test(login))
        .map(Login::by)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Privileged grants that hold. */
  public List<Grant> grants(Instant at) {
    return account.grants().stream().filter(grant -> grant.holds(at)).toList();
  }

  /** Privileged grants that hold and were not used for so long. */
  public List<Grant> dormant(Instant at, Duration unused) {
    return grants(at).stream()
        .filter(
            grant ->
                account.lastUse(grant, at).filter(used -> used.isAfter(at.minus(unused))).isEmpty())
        .toList();
  }

  public long checks(TimeRange range) {
    return account.checks(range).count();
  }

  public long passedChecks(TimeRange range) {
    return account.checks(range).filter(CheckResult::passed).count();
  }

  /** What the hours that begin in a range cost, in US dollars. */
  public double cost(TimeRange range) {
    return account.charges(range).mapToDouble(Charge::dollars).sum();
  }

  /** The part of it that has a team. */
  public double allocatedCost(TimeRange range) {
    return account
        .charges(range)
        .filter(it -> it.team() != null)
        .mapToDouble(Charge::dollars)
        .sum();
  }

  /** Models of which something is true. */
  public long models(Instant at, Predicate<ModelState> what) {
    return account.models(at).stream().map(it -> account.state(it, at)).filter(what).count();
  }

  /** Questions to models of one kind. */
  public long requests(TimeRange range, Predicate<ModelRequest> what) {
    return account.requests(range).filter(what).count();
  }

  private static <T extends Happening> Stream<T> ended(Stream<T> happenings, TimeRange range) {
    return happenings.filter(it -> range.holds(it.ended()));
  }
}
