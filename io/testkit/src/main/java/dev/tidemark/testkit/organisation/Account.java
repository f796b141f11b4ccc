// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the company has on one platform and what happens there. Immutable, for use by several
 * threads. Happenings come in order of their beginning; those of a range are those that begin in
 * it, also where it reaches into the future: how far the future has come, a fake looks up in its
 * clock.
 */
public final class Account {
  private final Platform platform;
  private final List<Person> people;
  private final Estate estate;
  private final States states;
  private final Pipelines pipelines;
  private final Grants grants;
  private final Queries queries;
  private final Logins logins;
  private final Checks checks;
  private final Charges charges;
  private final Models models;
  private final Requests requests;
  private final Story story;

  private Account(Platform platform, int size, Chance chance, Story story, Staff staff) {
    this.platform = platform;
    this.story = story;
    this.people = entitled(platform, chance.about("people"), staff);
    this.estate = Estate.of(platform, size, chance.about("assets"), story);
    this.pipelines =
        Pipelines.of(platform, size, chance.about("pipelines"), story, estate, services());
    this.states = new States(chance.about("assets"), story, estate, pipelines, staff.humans());
    this.grants = Grants.of(chance.about("grants"), story, people);
    this.queries =
        new Queries(platform, size, chance.about("queries"), story, estate, people, grants);
    this.logins = new Logins(chance.about("logins"), story, people);
    this.checks = new Checks(chance.about("checks"), story, estate, states);
    this.charges = new Charges(platform, size, chance.about("charges"), story, staff.teams());
    this.models = Models.of(platform, size, chance.about("models"), story, estate, staff);
    this.requests = new Requests(chance.about("requests"), story, models, people);
  }

  static Account of(Platform platform, int size, Chance chance, Story story, Staff staff) {
    return new Account(platform, size, chance, story, staff);
  }

  public Platform platform() {
    return platform;
  }

  /** What it is called, such as an account or subscription: letters, digits and hyphens. */
  public String name() {
    return "tidewater-" + platform.type();
  }

  /** Everybody who ever may use it, in order of their index. */
  public List<Person> people() {
    return people;
  }

  /** Everybody who may use it at a time. */
  public List<Person> people(Instant at) {
    return people.stream().filter(person -> person.isHere(at)).toList();
  }

  /** Everything that was, is and will be there, in order of index, not of creation. */
  public List<Asset> assets() {
    return estate.assets();
  }

  /** What is there at a time. */
  public List<Asset> assets(Instant at) {
    return assets().stream().filter(asset -> asset.exists(at)).toList();
  }

  /** What is true of an asset at a time. */
  public AssetState state(Asset asset, Instant at) {
    return states.of(asset, at);
  }

  /** Whether it is recorded at a time what an asset is made from; its whole state costs more. */
  public boolean isTraced(Asset asset, Instant at) {
    return states.isTraced(asset, at);
  }

  /** What an asset is made from, whether that is recorded or not; empty for raw ones. */
  public List<Asset> upstream(Asset asset) {
    return estate.upstream(asset);
  }

  /** The pipeline that writes an asset; empty where none does. */
  public Optional<Pipeline> writer(Asset asset) {
    return pipelines.writer(asset);
  }

  public List<Pipeline> pipelines() {
    return pipelines.all();
  }

  /** Runs that begin in a range, each attempt for itself. */
  public Stream<Run> runs(TimeRange range) {
    return pipelines.runs(range);
  }

  /** The longest a run takes. */
  public Duration longestRun() {
    return Runs.LONGEST;
  }

  /** Statements that begin in a range: reads, writes, changes of objects, uses of grants. */
  public Stream<Query> queries(TimeRange range) {
    return queries.in(range);
  }

  /** The longest a statement takes. */
  public Duration longestQuery() {
    return Queries.LONGEST;
  }

  public Stream<Login> logins(TimeRange range) {
    return logins.in(range);
  }

  /** Every privileged grant that ever was or will be. */
  public List<Grant> grants() {
    return grants.all();
  }

  /** When a grant was last used before a time; empty if not in the 400 days before. */
  public Optional<Instant> lastUse(Grant grant, Instant before) {
    return grants.lastUse(grant, before);
  }

  public Stream<CheckResult> checks(TimeRange range) {
    return checks.in(range);
  }

  /** What the hours that begin in a range cost. */
  public Stream<Charge> charges(TimeRange range) {
    return charges.in(range);
  }

  /** What was budgeted for the month a time lies in, in US dollars. */
  public double budget(Instant at) {
    return charges.budget(at);
  }

  /** Models that exist at a time. */
  public List<Model> models(Instant at) {
    return models.all().stream().filter(model -> !at.isBefore(model.created())).toList();
  }

  public ModelState state(Model model, Instant at) {
    return models.state(model, at);
  }

  /** Versions of a model registered up to a time, oldest first. */
  public List<ModelVersion> versions(Model model, Instant at) {
    return models.versions(model, at);
  }

  /** Every endpoint that ever was or will be. */
  public List<Endpoint> endpoints() {
    return models.endpoints();
  }

  /** Questions to endpoints. */
  public Stream<ModelRequest> requests(TimeRange range) {
    return requests.in(range);
  }

  /** Whether somebody has a licence for the platform's assistant. */
  public boolean hasSeat(Person person) {
    return requests.hasSeat(person);
  }

  /** What the platform's own security checks say, from 0 to 1. */
  public double posture(Instant at) {
    return story.level(Practice.POSTURE, at);
  }

  /** What a connector ought to find. */
  public Oracle oracle() {
    return new Oracle(this);
  }

  private static List<Person> entitled(Platform platform, Chance chance, Staff staff) {
    return staff.people().stream()
        .filter(
            person ->
                person.isHuman()
                    ? chance.about(person.index()).happens(platform.reach())
                    : person.index() % Platform.values().length == platform.number())
        .toList();
  }

  private List<Person> services() {
    return people.stream().filter(person -> !person.isHuman()).toList();
  }
}
