// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

import dev.tidemark.maturity.model.CoreModel;
import dev.tidemark.maturity.model.Indicator;
import dev.tidemark.maturity.model.MaturityModel;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * A state of an estate of three strata, made from a seed: some indicators exempt, some unseen,
 * shares, sufficiency, ages and utilities at random, the ends of the scale included.
 */
record RandomState(long seed, double moreDays) {
  private static final List<String> STRATA = List.of("alpha", "beta", "gamma");
  private static final double GRACE_DAYS = 2;
  private static final List<MaturityModel> MODELS =
      List.of(model(.5, 1), model(.25, 1), model(1, 1), model(0, 1), model(.5, .5), model(0, 0));

  static Arbitrary<RandomState> states() {
    return Arbitraries.longs().map(seed -> new RandomState(seed, 0));
  }

  /** The core model with other inner and outer powers. */
  static Arbitrary<MaturityModel> models() {
    return Arbitraries.of(MODELS);
  }

  RandomState aged(double days) {
    return new RandomState(seed, moreDays + days);
  }

  Snapshot snapshot(MaturityModel model) {
    Random random = new Random(seed);
    TreeMap<Coordinate, Standing> standings = new TreeMap<>();
    for (Indicator indicator : model.indicators().values()) {
      boolean exempt = random.nextDouble() < .1;
      double cut = random.nextDouble();
      double[] shares = {cut / 2, cut / 2, 1 - cut};
      for (int index = 0; index < STRATA.size(); index++) {
        Coordinate at = new Coordinate(indicator.id(), STRATA.get(index));
        Standing standing = standing(model, indicator, shares[index], random);
        standings.put(at, exempt ? Standing.unknown(0, EvidenceState.NOT_APPLICABLE) : standing);
      }
    }
    return new Snapshot(standings);
  }

  /** A reading as old as the state's readings are. */
  Reading reading(MaturityModel model, Coordinate at, double evidence, double utility) {
    Indicator indicator = model.indicator(at.indicator());
    return new Reading(evidence, freshness(model, indicator, utility, 0), utility);
  }

  private Standing standing(MaturityModel model, Indicator indicator, double share, Random random) {
    boolean unseen = random.nextDouble() < .3;
    double utility = pick(random, 0, 1, model.prior(), random.nextDouble());
    double evidence = pick(random, 1, .5, random.nextDouble(), 1);
    double age = pick(random, 0, 1, 30, 200 * random.nextDouble());
    if (unseen) {
      return Standing.unknown(share, EvidenceState.UNOBSERVED);
    }
    Reading reading = new Reading(evidence, freshness(model, indicator, utility, age), utility);
    return new Standing(share, EvidenceState.MEASURED, Optional.of(reading), Optional.empty());
  }

  private double freshness(MaturityModel model, Indicator indicator, double utility, double age) {
    return new Freshness(model.prior(), indicator.halfLife(), GRACE_DAYS)
        .of(utility, age + moreDays);
  }

  private static double pick(Random random, double... values) {
    return values[random.nextInt(values.length)];
  }

  private static MaturityModel model(double outer, double inner) {
    String yaml = CoreModel.text().replace("mean: {p: 1}", "mean: {p: " + inner + "}");
    return MaturityModel.parse(yaml, "varied core").withOuterPower(outer);
  }
}
