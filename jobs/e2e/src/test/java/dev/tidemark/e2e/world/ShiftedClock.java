// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.Transformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * The clock of processes on this machine, put forward or back while they run: by an administrator,
 * by a leap second, by a host that slept. What Java, Joda and Flink tell the time by is shifted;
 * how they measure time that passes is not, as on a real machine.
 *
 * @param agent to be given to a JVM
 * @param file holds by how much, in milliseconds
 */
public record ShiftedClock(Path agent, Path file) {
  private static final String SHIFT = "shifted.clock";
  private static final Duration LOOK = Duration.ofMillis(50);

  /** One that is right, kept in a folder. */
  public static ShiftedClock in(Path folder) {
    ShiftedClock clock =
        new ShiftedClock(folder.resolve("shifted-clock.jar"), folder.resolve("shifted-clock"));
    clock.shift(Duration.ZERO);
    try (OutputStream out = Files.newOutputStream(clock.agent);
        JarOutputStream jar = new JarOutputStream(out, manifest())) {
      for (Class<?> part : new Class<?>[] {ShiftedClock.class, Instants.class, Millis.class}) {
        add(part, jar);
      }
      return clock;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", ShiftedClock.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    String library =
        AgentBuilder.class.getProtectionDomain().getCodeSource().getLocation().toString();
    attributes.put(Attributes.Name.CLASS_PATH, library);
    return manifest;
  }

  private static void add(Class<?> part, JarOutputStream jar) throws IOException {
    String entry = part.getName().replace('.', '/') + ".class";
    jar.putNextEntry(new JarEntry(entry));
    try (var bytes = part.getClassLoader().getResourceAsStream(entry)) {
      bytes.transferTo(jar);
    }
  }

  /** The option that lets a JVM live by it. */
  public String option() {
    return "-javaagent:" + agent + "=" + file;
  }

  /** Puts it forward by so much of the right time, or back. */
  public void shift(Duration by) {
    try {
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.writeString(next, Long.toString(by.toMillis()));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** In the process that lives by it, before its own main class. */
  public static void premain(String file, Instrumentation instrumentation) {
    read(Path.of(file));
    new AgentBuilder.Default()
        .disableClassFormatChanges()
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        .ignore(ElementMatchers.none())
        .type(named("java.time.Clock"))
        .transform(shifting(Instants.class, "currentInstant"))
        .type(named("java.time.Clock$SystemClock"))
        .transform(shifting(Millis.class, "millis"))
        .type(named("org.joda.time.DateTimeUtils"))
        .transform(shifting(Millis.class, "currentTimeMillis"))
        .type(named("org.apache.flink.streaming.runtime.tasks.SystemProcessingTimeService"))
        .transform(shifting(Millis.class, "getCurrentProcessingTime"))
        .installOn(instrumentation);
    Thread thread = new Thread(() -> follow(Path.of(file)), "shifted clock");
    thread.setDaemon(true);
    thread.start();
  }

  private static Transformer shifting(Class<?> advice, String method) {
    return (builder, type, loader, module, domain) ->
        builder.visit(Advice.to(advice).on(named(method).and(ElementMatchers.takesArguments(0))));
  }

  private static void follow(Path file) {
    while (true) {
      read(file);
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private static void read(Path file) {
    try {
      System.setProperty(SHIFT, Files.readString(file));
    } catch (IOException gone) {
      System.setProperty(SHIFT, "0");
    }
  }

  /** Woven into the method itself, so it names nothing the JDK does not know. */
  public static final class Instants {
    private Instants() {}

    /** Shifts what is answered. */
    @Advice.OnMethodExit
    public static void shift(@Advice.Return(readOnly = false) Instant now) {
      now = now.plusMillis(Long.getLong("shifted.clock", 0));
    }
  }

  /** The same for milliseconds. */
  public static final class Millis {
    private Millis() {}

    /** Shifts what is answered. */
    @Advice.OnMethodExit
    public static void shift(@Advice.Return(readOnly = false) long now) {
      now += Long.getLong("shifted.clock", 0);
    }
  }
}
