// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker in this process, its own controller, that can be stopped and started again. It
 * listens twice: to everybody, and over TLS to the one user it knows.
 */
final class Broker implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final BrokerSecurity security = new BrokerSecurity();
  private final int port = freePort();
  private final int securePort = freePort();
  private final int controller = freePort();
  private KafkaRaftServer server;

  Broker(Path folder) throws Exception {
    this.folder = folder;
    new Formatter()
        .setPrintStream(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .setDirectories(List.of(folder.toString()))
        .setMetadataLogDirectory(folder.toString())
        .setControllerListenerName("CONTROLLER")
        .run();
    server = started();
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  /** Where it wants TLS and a user; its certificate is for this name and no other. */
  String secureAddress() {
    return "127.0.0.1:" + securePort;
  }

  /** The same listener under a name its certificate is not for. */
  String misnamedAddress() {
    return "localhost:" + securePort;
  }

  BrokerSecurity security() {
    return security;
  }

  void create(String topic) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  /** Lets its user in under the mechanisms that keep users in the cluster, besides PLAIN. */
  void admitUser() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
      for (UserScramCredentialAlteration user : BrokerSecurity.scramUser()) {
        admin.alterUserScramCredentials(List.of(user)).all().get();
      }
    }
  }

  void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  void start() {
    server = started();
  }

  /** What is in a topic from its beginning, until it is enough. */
  List<ConsumerRecord<String, byte[]>> read(
      String topic, Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", address());
    settings.put("auto.offset.reset", "earliest");
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topic, 0)));
      consumer.seekToBeginning(consumer.assignment());
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!enough.test(found) && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
    }
    return found;
  }

  private KafkaRaftServer started() {
    Properties settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("log.dirs", folder.toString());
    String open = "PLAINTEXT://" + address() + ",SASL_SSL://" + secureAddress();
    settings.put("listeners", open + ",CONTROLLER://127.0.0.1:" + controller);
    settings.put("advertised.listeners", open);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put(
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT");
    settings.putAll(security.listener("sasl_ssl"));
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
    settings.put("auto.create.topics.enable", "false");
    settings.put("offsets.topic.replication.factor", "1");
    KafkaRaftServer fresh = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
    fresh.startup();
    return fresh;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
