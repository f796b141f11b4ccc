// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.event.MetricValue.Facts;
import dev.tidemark.model.event.MetricValue.Member;
import dev.tidemark.model.event.MetricValue.Quantity;
import dev.tidemark.model.event.MetricValue.Ratio;
import java.io.IOException;
import java.util.TreeMap;

/**
 * How the value of a metric event travels: a number that says which kind, then the kind's fields.
 */
final class EventFields {
  private static final int QUANTITY = 0;
  private static final int RATIO = 1;
  private static final int MEMBER = 2;
  private static final int FACTS = 3;

  private EventFields() {}

  static void value(MetricValue value, FieldWriter out) throws IOException {
    if (value instanceof Quantity quantity) {
      out.number(QUANTITY);
      out.real(quantity.value());
    } else if (value instanceof Ratio ratio) {
      out.number(RATIO);
      out.real(ratio.numerator());
      out.real(ratio.denominator());
    } else if (value instanceof Member member) {
      out.number(MEMBER);
      out.text(member.pseudonym());
    } else if (value instanceof Facts facts) {
      out.number(FACTS);
      WindowFields.words(new TreeMap<>(facts.facts()), out);
    }
  }

  static MetricValue value(FieldReader in) throws IOException {
    int kind = in.count();
    return switch (kind) {
      case QUANTITY -> new Quantity(in.real());
      case RATIO -> new Ratio(in.real(), in.real());
      case MEMBER -> new Member(in.text());
      case FACTS -> new Facts(WindowFields.words(in));
      default -> throw new IllegalArgumentException("a value of kind " + kind);
    };
  }
}
