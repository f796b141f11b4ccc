// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query: fields, one object, conditions, order, limit, offset. What mixes AND and OR
 * without brackets is refused, as the service refuses it. For one query.
 */
final class SoqlParser {
  private static final Set<String> OPERATORS = Set.of("=", "!=", "<>", "<", "<=", ">", ">=");
  private static final int MOST_OFFSET = 2_000;

  private final List<Token> tokens;
  private int at;

  SoqlParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  Soql query() {
    expect("SELECT");
    List<String> fields = fields();
    expect("FROM");
    String object = word();
    Condition where = taken("WHERE") ? condition() : null;
    List<Soql.Order> orders = orders();
    Integer most = taken("LIMIT") ? number() : null;
    int offset = taken("OFFSET") ? number() : 0;
    if (offset > MOST_OFFSET) {
      throw new SoqlException("NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is 2000");
    }
    if (peek().kind() != Token.Kind.END) {
      throw unexpected();
    }
    return new Soql(fields, object, where, orders, most, offset);
  }

  private List<String> fields() {
    List<String> fields = new ArrayList<>();
    do {
      fields.add(field());
    } while (taken(","));
    return fields;
  }

  private String field() {
    String name = word();
    if (!taken("(")) {
      return name;
    }
    expect(")");
    return name + "()";
  }

  private List<Soql.Order> orders() {
    List<Soql.Order> orders = new ArrayList<>();
    if (taken("ORDER")) {
      expect("BY");
      do {
        String field = word();
        boolean descending = taken("DESC");
        boolean ascending = !descending && taken("ASC");
        orders.add(new Soql.Order(field, descending && !ascending));
      } while (taken(","));
    }
    return orders;
  }

  private Condition condition() {
    List<Condition> parts = new ArrayList<>(List.of(part()));
    String joint = null;
    while (peek().is("AND") || peek().is("OR")) {
      String next = next().text().toUpperCase(Locale.ROOT);
      if (joint != null && !joint.equals(next)) {
        throw SoqlException.malformed("unexpected token: '" + next + "'");
      }
      joint = next;
      parts.add(part());
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    return "AND".equals(joint) ? new Condition.And(parts) : new Condition.Or(parts);
  }

  private Condition part() {
    if (taken("NOT")) {
      return new Condition.Not(part());
    }
    if (taken("(")) {
      Condition inner = condition();
      expect(")");
      return inner;
    }
    return comparison(word());
  }

  private Condition comparison(String field) {
    if (taken("NOT")) {
      expect("IN");
      return new Condition.Not(new Condition.In(field, values()));
    }
    if (taken("IN")) {
      return new Condition.In(field, values());
    }
    if (taken("LIKE")) {
      return new Condition.Comparison(field, "like", Literal.of(next()));
    }
    Token operator = next();
    if (!OPERATORS.contains(operator.text())) {
      at--;
      throw unexpected();
    }
    return new Condition.Comparison(field, operator.text(), Literal.of(next()));
  }

  private List<Literal> values() {
    expect("(");
    List<Literal> values = new ArrayList<>();
    do {
      values.add(Literal.of(next()));
    } while (taken(","));
    expect(")");
    return values;
  }

  private int number() {
    Token token = next();
    if (token.kind() != Token.Kind.NUMBER) {
      at--;
      throw unexpected();
    }
    return Integer.parseInt(token.text());
  }

  private String word() {
    Token token = next();
    if (token.kind() != Token.Kind.WORD) {
      at--;
      throw unexpected();
    }
    return token.text();
  }

  private boolean taken(@Nullable String word) {
    if (word != null && peek().is(word)) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(String word) {
    if (!taken(word)) {
      throw unexpected();
    }
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    return tokens.get(Math.min(at++, tokens.size() - 1));
  }

  private SoqlException unexpected() {
    return SoqlException.malformed("unexpected token: '" + peek().text() + "'");
  }
}
