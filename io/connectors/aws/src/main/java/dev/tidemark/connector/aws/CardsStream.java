// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Item;
import dev.tidemark.authoring.Keys;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.Records;
import dev.tidemark.authoring.SnapshotStream;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeModelCardResponse;

/** Each model card: which model it is about and whether its risk is known. */
final class CardsStream implements SnapshotStream<Session> {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "model_cards",
        "Model cards: the model they are about, approval, risk rating",
        StreamKind.SNAPSHOT,
        Duration.ofHours(6),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.MODEL_STATE));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("region", "string", "where it is kept"),
        new Field("card", "string", "its name"),
        new Field("version", "integer", "its newest version"),
        new Field("status", "string", "Draft, PendingReview, Approved or Archived"),
        new Field("model", "string", "ARN of the model or version it is about; null without"),
        new Field("risk_rating", "string", "High, Medium, Low or Unknown; null without"),
        new Field("created_at", "string", "when it was made"),
        new Field("modified_at", "string", "when it was last changed"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("region", "card");
  }

  @Override
  public List<Part> parts(Session session) {
    return Regions.whole(session);
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    return Models.cards(session, part.place()).stream()
        .map(
            name ->
                new Item<Session>(
                    part.path() + Keys.encoded(name), reading -> record(name, part, reading)))
        .toList();
  }

  /** An approved card with a risk rating is an assessment, of the day it was last changed. */
  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    Optional<String> model = record.findText("model");
    boolean isRated =
        record.findText("risk_rating").filter(it -> !it.equals("Unknown")).isPresent();
    if (model.isPresent() && isRated && record.text("status").equals("Approved")) {
      emitter.state(
          MetricNames.MODEL_STATE,
          new Subject("model", model.get()),
          Map.of("risk.assessed.day", Emitter.day(record.instant("modified_at"))));
    }
  }

  private Optional<ObjectNode> record(String name, Part part, Session session) {
    SageMakerClient client = session.clients().sageMaker(part.place());
    DescribeModelCardResponse card =
        session.call(
            Action.CARD,
            part.place(),
            () -> client.describeModelCard(it -> it.modelCardName(name)));
    JsonNode content = content(card.content());
    ObjectNode record = Records.blank(fields());
    record
        .put("region", part.place())
        .put("card", name)
        .put("version", card.modelCardVersion())
        .put("status", card.modelCardStatusAsString());
    model(content).ifPresent(arn -> record.put("model", arn));
    text(content.path("intended_uses").path("risk_rating"))
        .ifPresent(rating -> record.put("risk_rating", rating));
    Records.putTime(record, "created_at", card.creationTime());
    boolean isChanged = card.lastModifiedTime() != null;
    Records.putTime(
        record, "modified_at", isChanged ? card.lastModifiedTime() : card.creationTime());
    return Optional.of(record);
  }

  private static Optional<String> model(JsonNode content) {
    return Stream.of(
            content.path("model_package_details").path("model_package_arn"),
            content.path("model_overview").path("model_id"))
        .map(CardsStream::text)
        .flatMap(Optional::stream)
        .filter(it -> it.startsWith("arn:"))
        .findFirst();
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.of(node.asText("")).filter(it -> !it.isBlank());
  }

  /** Cards encrypted with a key that is not given to us have no content to be read. */
  private static JsonNode content(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }
}
