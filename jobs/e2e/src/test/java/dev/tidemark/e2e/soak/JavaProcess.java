// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.soak;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * A JVM of this machine and user, asked over JMX: what is left in its heap after a collection that
 * is made to look, and what it holds beside the heap.
 */
public final class JavaProcess implements Instrument, AutoCloseable {
  private static final double MEGABYTE = 1 << 20;

  private final String name;
  private final LinuxProcess process;
  private final JMXConnector connector;
  private final MBeanServerConnection beans;

  @SuppressWarnings("BanJNDI") // to a process of our own on this machine
  private JavaProcess(String name, LinuxProcess process) throws IOException {
    this.name = name;
    this.process = process;
    this.connector = JMXConnectorFactory.connect(new JMXServiceURL(address(process)));
    this.beans = connector.getMBeanServerConnection();
  }

  /**
   * Those this process has started with a main class, oldest first.
   *
   * @param name of the only one; of several, each gets a number, too
   */
  public static List<JavaProcess> started(String name, String mainClass) {
    List<LinuxProcess> found = LinuxProcess.started(mainClass);
    return found.stream()
        .map(it -> attached(found.size() == 1 ? name : name + "_" + (found.indexOf(it) + 1), it))
        .toList();
  }

  private static JavaProcess attached(String name, LinuxProcess process) {
    try {
      return new JavaProcess(name, process);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where it answers, which it begins to do when it is first asked for. */
  private static String address(LinuxProcess process) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(process.number()));
      try {
        return machine.startLocalManagementAgent();
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException failure) {
      throw new IOException("process " + process.number() + " is no JVM of this kind", failure);
    }
  }

  @Override
  public Map<String, Double> read() {
    Map<String, Double> figures = new TreeMap<>();
    process.read().forEach((figure, value) -> figures.put(name + "." + figure, value));
    try {
      figures.put(name + ".live_heap_mb", liveHeap() / MEGABYTE);
      figures.put(name + ".metaspace_mb", pool("Metaspace") / MEGABYTE);
      figures.put(name + ".direct_mb", direct() / MEGABYTE);
      figures.put(name + ".classes", (double) classes());
      return figures;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private double liveHeap() throws IOException {
    MemoryMXBean memory =
        ManagementFactory.newPlatformMXBeanProxy(
            beans, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  private double pool(String pool) throws IOException {
    return ManagementFactory.getPlatformMXBeans(beans, MemoryPoolMXBean.class).stream()
        .filter(it -> it.getName().equals(pool))
        .mapToLong(it -> it.getUsage().getUsed())
        .sum();
  }

  private double direct() throws IOException {
    return ManagementFactory.getPlatformMXBeans(beans, BufferPoolMXBean.class).stream()
        .filter(it -> it.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }

  private int classes() throws IOException {
    return ManagementFactory.newPlatformMXBeanProxy(
            beans, ManagementFactory.CLASS_LOADING_MXBEAN_NAME, ClassLoadingMXBean.class)
        .getLoadedClassCount();
  }

  @Override
  public String toString() {
    return name;
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
