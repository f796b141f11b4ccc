// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.curve;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A piecewise straight line through anchors whose utilities rise from the first to the last and
 * whose raw values run strictly in one direction, up or down.
 */
public record AnchoredCurve(Scale scale, List<Anchor> anchors) implements Curve {
  private static final AnchoredCurve COVERAGE =
      new AnchoredCurve(
          Scale.LINEAR,
          List.of(
              new Anchor(0, 0),
              new Anchor(.15, .20),
              new Anchor(.50, .50),
              new Anchor(.85, .80),
              new Anchor(.98, 1)));

  public AnchoredCurve {
    anchors = List.copyOf(anchors);
    requireMonotone(anchors);
    if (scale == Scale.LOGARITHMIC && anchors.stream().anyMatch(anchor -> anchor.raw() <= 0)) {
      throw new IllegalArgumentException("anchors on the logarithmic scale must be positive");
    }
  }

  /**
   * The curve of coverage ratios; its breakpoints are ISO/IEC 33020's not, partially, largely and
   * fully achieved.
   */
  public static AnchoredCurve nplf() {
    return COVERAGE;
  }

  /** The curve through equally spaced utilities, the first raw value having 0 and the last 1. */
  public static AnchoredCurve through(Scale scale, List<Double> raws) {
    int last = raws.size() - 1;
    return new AnchoredCurve(
        scale,
        IntStream.rangeClosed(0, last)
            .mapToObj(index -> new Anchor(raws.get(index), (double) index / last))
            .toList());
  }

  @Override
  public double utility(double raw) {
    double oriented = direction() * Curve.requireNumber(raw);
    if (oriented <= direction() * first().raw()) {
      return first().utility();
    }
    for (int index = 1; index < anchors.size(); index++) {
      if (oriented <= direction() * anchors.get(index).raw()) {
        return between(anchors.get(index - 1), anchors.get(index), raw);
      }
    }
    return last().utility();
  }

  @Override
  public double raw(double utility, double from) {
    for (int index = 1; index < anchors.size(); index++) {
      if (utility <= anchors.get(index).utility()) {
        return rawBetween(anchors.get(index - 1), anchors.get(index), utility);
      }
    }
    return last().raw();
  }

  @Override
  public AnchoredCurve stretched(double factor) {
    double best = scale.position(last().raw());
    return new AnchoredCurve(
        scale,
        anchors.stream()
            .map(anchor -> new Anchor(stretch(best, anchor.raw(), factor), anchor.utility()))
            .toList());
  }

  private double stretch(double best, double raw, double factor) {
    double position = scale.position(raw);
    return position == best ? raw : scale.raw(best + (position - best) * factor);
  }

  private double between(Anchor low, Anchor high, double raw) {
    double start = scale.position(low.raw());
    double share = (scale.position(raw) - start) / (scale.position(high.raw()) - start);
    return Curve.clamp(low.utility() + (high.utility() - low.utility()) * share);
  }

  private double rawBetween(Anchor low, Anchor high, double utility) {
    double share = Curve.clamp((utility - low.utility()) / (high.utility() - low.utility()));
    double start = scale.position(low.raw());
    return scale.raw(start + (scale.position(high.raw()) - start) * share);
  }

  private int direction() {
    return first().raw() < last().raw() ? 1 : -1;
  }

  private Anchor first() {
    return anchors.get(0);
  }

  private Anchor last() {
    return anchors.get(anchors.size() - 1);
  }

  private static void requireMonotone(List<Anchor> anchors) {
    if (anchors.size() < 2) {
      throw new IllegalArgumentException("a curve needs at least two anchors");
    }
    double direction = Math.signum(anchors.get(1).raw() - anchors.get(0).raw());
    for (int index = 1; index < anchors.size(); index++) {
      Anchor low = anchors.get(index - 1);
      Anchor high = anchors.get(index);
      if (!(direction * (high.raw() - low.raw()) > 0 && high.utility() > low.utility())) {
        throw new IllegalArgumentException(
            "anchors must be strictly monotone: " + low.raw() + " then " + high.raw());
      }
    }
  }
}
