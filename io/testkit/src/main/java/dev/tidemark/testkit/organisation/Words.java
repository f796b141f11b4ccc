// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.util.List;

/** What things are called. */
final class Words {
  static final String COMPANY = "Tidewater Trading";
  static final String DOMAIN = "tidewater.example";

  static final List<String> TEAMS =
      List.of(
          "sales",
          "finance",
          "logistics",
          "marketing",
          "research",
          "support",
          "risk",
          "people",
          "platform",
          "product",
          "legal",
          "quality");

  static final List<String> FIRST =
      List.of(
          "ada", "ben", "carla", "deniz", "emil", "fatma", "grace", "hugo", "ines", "jonas", "kira",
          "liam", "maya", "noah", "olga", "piet", "quinn", "rosa", "sven", "tara", "uma", "vito",
          "wanda", "xenia", "yusuf", "zoe");

  static final List<String> LAST =
      List.of(
          "abel", "berg", "costa", "dumont", "eriksen", "fuchs", "garcia", "haas", "ito", "jansen",
          "kaya", "lund", "moreau", "novak", "okafor", "pereira", "rossi", "schmidt", "tanaka",
          "ueda", "vega", "weber", "yilmaz", "zeller");

  static final List<String> SOURCES =
      List.of("crm", "shop", "erp", "web", "fleet", "hr", "lab", "tickets");

  static final List<String> NOUNS =
      List.of(
          "orders",
          "customers",
          "invoices",
          "payments",
          "shipments",
          "products",
          "prices",
          "returns",
          "visits",
          "sessions",
          "contracts",
          "employees",
          "absences",
          "samples",
          "results",
          "tickets",
          "messages",
          "vehicles",
          "trips",
          "routes",
          "suppliers",
          "stock",
          "budgets",
          "forecasts",
          "campaigns",
          "leads",
          "surveys",
          "ratings",
          "claims",
          "audits");

  static final List<String> PURPOSES =
      List.of(
          "daily", "weekly", "by_region", "by_product", "history", "current", "summary", "risk");

  static final List<String> COLUMNS =
      List.of(
          "amount",
          "status",
          "region",
          "channel",
          "quantity",
          "currency",
          "category",
          "priority",
          "source",
          "reason",
          "score",
          "duration");

  static final List<String> PERSONAL =
      List.of("full_name", "email", "phone", "birth_date", "iban", "street", "salary", "diagnosis");

  static final List<String> ROLES =
      List.of("account_admin", "security_admin", "system_admin", "data_admin", "billing_admin");

  static final List<String> MODELS =
      List.of(
          "churn",
          "demand",
          "fraud",
          "pricing",
          "routing",
          "summaries",
          "assistant",
          "quality",
          "credit",
          "returns",
          "leads",
          "search");

  static final List<String> DIMENSIONS =
      List.of("completeness", "uniqueness", "validity", "freshness", "consistency");

  private Words() {}
}
