// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tidemark.console.access.Gate;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Body;
import dev.tidemark.console.web.Fault;
import dev.tidemark.console.web.Page;
import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.Stratum;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.spi.ledger.OrganisationEvidence.Attestation;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people state about indicators and sign, the newest first. */
final class AttestationResource {
  private static final String PATH = "/api/organisations/{organisation}/attestations";
  private static final String COLUMNS =
      "SELECT id, indicator, stratum, value, signer, statement, signed_at, expires, withdrawn_at"
          + " FROM attestation WHERE organisation_id = ? ";

  private static final String NEWEST = COLUMNS + "AND id < ? ORDER BY id DESC LIMIT ?";
  private static final String ONE = COLUMNS + "AND id = ?";

  private record Signed(
      long id,
      String indicator,
      String stratum,
      double value,
      String signer,
      String statement,
      Instant signedAt,
      LocalDate expires,
      @Nullable Instant withdrawnAt) {
    static Signed read(Row row) throws SQLException {
      return new Signed(
          row.bigint("id"),
          row.text("indicator"),
          row.text("stratum"),
          row.number("value"),
          row.text("signer"),
          row.text("statement"),
          row.instant("signed_at"),
          row.date("expires"),
          row.maybeInstant("withdrawn_at").orElse(null));
    }

    JsonNode body() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("id", id)
          .put("indicator", indicator)
          .put("stratum", stratum)
          .put("value", value)
          .put("signer", signer)
          .put("statement", statement)
          .put("signed_at", signedAt.toString())
          .put("expires", expires.toString())
          .put("withdrawn_at", Texts.of(withdrawnAt));
    }
  }

  /** A statement as it is sent. */
  record Statement(
      @Nullable String indicator,
      @Nullable String stratum,
      @Nullable BigDecimal value,
      @Nullable String expires,
      @Nullable String statement) {}

  private AttestationResource() {}

  static void add(Doors doors) {
    doors.member(HandlerType.GET, PATH, Role.VIEWER, AttestationResource::list);
    doors.member(HandlerType.POST, PATH, Role.EDITOR, AttestationResource::sign);
    String one = PATH + "/{attestation}";
    doors.member(HandlerType.DELETE, one, Role.EDITOR, AttestationResource::withdraw);
  }

  private static void list(Call call) {
    Page page = Page.of(call.context(), 1);
    long before = Optional.ofNullable(page.after(0, Long::valueOf)).orElse(Long.MAX_VALUE);
    List<Signed> found =
        call.database()
            .list(NEWEST, Signed::read, call.organisation().value(), before, page.sought());
    Answer.send(
        call.context(), page.answer(found, Signed::body, it -> List.of(String.valueOf(it.id()))));
  }

  private static void sign(Call call) {
    Statement sent = Body.read(call.context(), Statement.class);
    String statement = Prose.required("/statement", sent.statement());
    LocalDate expires = expires(sent);
    double value = value(sent);
    String indicator = Indicators.known(call, sent.indicator());
    Attestation signed =
        new Attestation(indicator, platform(call, sent), value, call.person().name(), expires);
    OrganisationId owner = call.organisation();
    long id = call.administration().attestations().sign(owner, signed, statement);
    call.context().status(HttpStatus.CREATED);
    Answer.send(call.context(), found(call, id).orElseThrow().body());
  }

  private static void withdraw(Call call) {
    Signed signed =
        Optional.of(call.context().pathParam("attestation"))
            .filter(it -> it.matches("\\d{1,18}"))
            .flatMap(it -> found(call, Long.parseLong(it)))
            .orElseThrow(() -> Gate.missing("attestation"));
    call.administration().attestations().withdraw(call.organisation(), signed.id());
    call.context().status(HttpStatus.NO_CONTENT);
  }

  private static Optional<Signed> found(Call call, long id) {
    return call.database().find(ONE, Signed::read, call.organisation().value(), id);
  }

  private static Stratum platform(Call call, Statement sent) {
    return Optional.ofNullable(sent.stratum())
        .filter(urn -> !urn.isBlank())
        .map(Stratum::new)
        .filter(it -> call.administration().estate().find(call.organisation(), it).isPresent())
        .orElseThrow(() -> wrong("/stratum", "must be a platform of the estate"));
  }

  private static double value(Statement sent) {
    double value = Optional.ofNullable(sent.value()).map(BigDecimal::doubleValue).orElse(-1.0);
    if (!(value >= 0 && value <= 1)) {
      throw wrong("/value", "must be from 0 to 1");
    }
    return value;
  }

  private static LocalDate expires(Statement sent) {
    LocalDate expires = Prose.day("/expires", sent.expires());
    if (!expires.isAfter(LocalDate.now(ZoneOffset.UTC))) {
      throw wrong("/expires", "must be a day to come");
    }
    return expires;
  }

  private static RuntimeException wrong(String pointer, String detail) {
    Fault fault = new Fault(pointer, detail);
    return new Problem(Kind.INVALID, "Nothing was signed.", List.of(fault)).thrown();
  }
}
