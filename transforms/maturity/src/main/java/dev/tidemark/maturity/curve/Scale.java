// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.curve;

/** What is interpolated between anchors. */
public enum Scale {
  /** The raw value itself. */
  LINEAR {
    @Override
    double position(double raw) {
      return raw;
    }

    @Override
    double raw(double position) {
      return position;
    }
  },
  /** The natural logarithm of the raw value; anchors must be positive. */
  LOGARITHMIC {
    @Override
    double position(double raw) {
      return StrictMath.log(raw);
    }

    @Override
    double raw(double position) {
      return StrictMath.exp(position);
    }
  };

  abstract double position(double raw);

  abstract double raw(double position);
}
