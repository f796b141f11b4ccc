// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Curves run through their anchors, one way only, and hold at their ends. */
class CurvesTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  private static final Curve RISING =
      AnchoredCurve.through(Scale.LINEAR, List.of(.8, .9, .95, .98, .995, .999));
  private static final Curve FALLING =
      AnchoredCurve.through(Scale.LINEAR, List.of(.95, .8, .65, .5, .3, .15));
  private static final Curve LAG =
      AnchoredCurve.through(Scale.LOGARITHMIC, List.of(604_800d, 900d));
  private static final Curve SHAPED = new LogisticCurve(0, 1, .5, 10);
  private static final Curve BAND = new BandCurve(.2, .7, 1.1, 2.5);

  @Test
  void coverageHasTheBreakpointsOfTheStandard() {
    Curve nplf = AnchoredCurve.nplf();
    assertThat(nplf.utility(0)).isZero();
    assertThat(nplf.utility(.15)).isCloseTo(.2, EXACTLY);
    assertThat(nplf.utility(.85)).isCloseTo(.8, EXACTLY);
    assertThat(nplf.utility(.98)).isEqualTo(1);
    assertThat(nplf.utility(1)).isEqualTo(1);
    assertThat(nplf.utility(.6)).isCloseTo(0.5857142857142857, EXACTLY);
  }

  @Test
  void sixAnchorsAreFifths() {
    assertThat(RISING.utility(.95)).isCloseTo(.4, EXACTLY);
    assertThat(RISING.utility(.93)).isCloseTo(.32, EXACTLY);
    assertThat(FALLING.utility(.65)).isCloseTo(.4, EXACTLY);
    assertThat(FALLING.utility(.4)).isCloseTo(.7, EXACTLY);
  }

  @Test
  void logarithmsInterpolateTheRawValue() {
    assertThat(LAG.utility(21_600)).isCloseTo(0.5118390601236009, EXACTLY);
    assertThat(LAG.utility(0)).isEqualTo(1);
    assertThat(LAG.utility(1e9)).isZero();
  }

  @Test
  void logisticIsZeroAndOneAtItsEnds() {
    assertThat(SHAPED.utility(0)).isZero();
    assertThat(SHAPED.utility(1)).isCloseTo(1, EXACTLY);
    assertThat(SHAPED.utility(.5)).isCloseTo(.5, EXACTLY);
    assertThat(new LogisticCurve(1, 0, .5, 10).utility(.2)).isGreaterThan(.9);
  }

  @Test
  void bandsDislikeBothSides() {
    assertThat(BAND.utility(.1)).isZero();
    assertThat(BAND.utility(.45)).isCloseTo(.5, EXACTLY);
    assertThat(BAND.utility(.9)).isEqualTo(1);
    assertThat(BAND.utility(1.8)).isCloseTo(.5, EXACTLY);
    assertThat(BAND.utility(3)).isZero();
    assertThat(BAND.raw(.5, 2)).isCloseTo(1.8, EXACTLY);
    assertThat(BAND.raw(.5, .3)).isCloseTo(.45, EXACTLY);
  }

  @Test
  void refusesWhatIsNoCurve() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnchoredCurve.through(Scale.LINEAR, List.of(1d, 2d, 2d)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnchoredCurve.through(Scale.LINEAR, List.of(1d, 3d, 2d)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnchoredCurve.through(Scale.LOGARITHMIC, List.of(0d, 1d)));
    assertThatIllegalArgumentException().isThrownBy(() -> new BandCurve(1, .5, 2, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new LogisticCurve(0, 1, .5, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> RISING.utility(Double.NaN));
  }

  @Property
  void monotoneCurvesAreMonotone(
      @ForAll("monotone") Curve curve,
      @ForAll @DoubleRange(max = 1) double one,
      @ForAll @DoubleRange(max = 1) double two) {
    double low = curve.raw(Math.min(one, two), 0);
    double high = curve.raw(Math.max(one, two), 0);
    assertThat(curve.utility(low)).isLessThanOrEqualTo(curve.utility(high) + 1e-9);
  }

  @Property
  void theRawValueOfAUtilityHasIt(
      @ForAll("any") Curve curve, @ForAll @DoubleRange(max = 1) double utility) {
    assertThat(curve.utility(curve.raw(utility, 0))).isCloseTo(utility, within(1e-9));
    assertThat(curve.utility(curve.raw(utility, 100))).isCloseTo(utility, within(1e-9));
  }

  @Property
  void stretchedCurvesKeepTheirBestEnd(
      @ForAll("any") Curve curve, @ForAll @DoubleRange(min = .9, max = 1.1) double factor) {
    double best = curve.raw(1, 0);
    assertThat(curve.stretched(factor).utility(best)).isCloseTo(1, within(1e-9));
  }

  @Provide
  Arbitrary<Curve> monotone() {
    return Arbitraries.of(AnchoredCurve.nplf(), RISING, FALLING, LAG, SHAPED);
  }

  @Provide
  Arbitrary<Curve> any() {
    return Arbitraries.of(AnchoredCurve.nplf(), RISING, FALLING, LAG, SHAPED, BAND);
  }
}
