// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.kafka;

import dev.tidemark.outlet.CloudEvents;
import dev.tidemark.outlet.Outlet;
import dev.tidemark.outlet.OutletEvent;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.options.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes events as records; they count once every replica in sync has them. */
final class KafkaOutlet implements Outlet {
  private static final int BATCH = 500;
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private final Settings settings;
  private final String topic;
  private @Nullable Producer<String, byte[]> producer;

  KafkaOutlet(Settings settings) {
    this.settings = settings;
    this.topic = settings.require(KafkaType.TOPIC);
  }

  @Override
  public int most() {
    return BATCH;
  }

  @Override
  public void tell(List<OutletEvent> events) {
    try {
      Producer<String, byte[]> open = producer();
      List<Future<RecordMetadata>> answers = new ArrayList<>();
      for (OutletEvent event : events) {
        answers.add(sent(open, event));
      }
      open.flush();
      for (Future<RecordMetadata> answer : answers) {
        answer.get();
      }
    } catch (ExecutionException refused) {
      throw failed(refused.getCause());
    } catch (KafkaException | IllegalStateException refused) {
      throw failed(refused);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw failed(end);
    }
  }

  /** Without brokers each record waits for them by itself: the first that did in vain is enough. */
  private Future<RecordMetadata> sent(Producer<String, byte[]> open, OutletEvent event)
      throws ExecutionException, InterruptedException {
    Future<RecordMetadata> answer = open.send(message(event));
    if (answer.isDone()) {
      answer.get();
    }
    return answer;
  }

  /** A producer that failed may not order what follows: the next try begins with a new one. */
  private ConnectorException failed(@Nullable Throwable cause) {
    close();
    return KafkaFailures.explained(topic, cause);
  }

  private ProducerRecord<String, byte[]> message(OutletEvent event) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(topic, event.organisation().toString(), CloudEvents.json(event));
    byte[] type = CloudEvents.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8);
    message.headers().add(new RecordHeader("content-type", type));
    return message;
  }

  private synchronized Producer<String, byte[]> producer() {
    Producer<String, byte[]> known = producer;
    if (known == null) {
      known =
          new KafkaProducer<>(
              ProducerSettings.of(settings), new StringSerializer(), new ByteArraySerializer());
      producer = known;
    }
    return known;
  }

  @Override
  public synchronized void close() {
    Producer<String, byte[]> known = producer;
    producer = null;
    if (known != null) {
      known.close(FAREWELL);
    }
  }
}
