// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.report;

/** A machine as a table. */
final class MachineText {
  private MachineText() {}

  static void write(Machine machine, String load, Markdown text) {
    text.heading("Machine").columns("", "");
    text.row("ended", machine.at());
    text.row("processor", machine.processor() + ", " + machine.cores() + " cores");
    text.row("system", machine.system());
    text.row("Java", machine.java() + ", `" + machine.javaOptions() + "`, each process the same");
    text.row(
        "Beam, Flink, PostgreSQL",
        machine.beam() + ", " + machine.flink() + ", " + machine.postgresql());
    text.row("load", load);
  }
}
