// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** Numbers names in the order they come: an open-addressing table. */
final class Names {
  private String[] names = new String[64];
  private int[] table = new int[128];
  private int count;

  Names() {
    Arrays.fill(table, -1);
  }

  int number(String name) {
    int place = place(name);
    if (table[place] < 0) {
      table[place] = append(name);
      if (count * 2 > table.length) {
        rebuild();
      }
      return count - 1;
    }
    return table[place];
  }

  String name(int number) {
    return names[number];
  }

  private int place(String name) {
    int hash = name.hashCode() * 0x9E3779B9;
    int place = (hash >>> 7) & (table.length - 1);
    while (table[place] >= 0 && !names[table[place]].equals(name)) {
      place = (place + 1) & (table.length - 1);
    }
    return place;
  }

  private int append(String name) {
    if (count == names.length) {
      names = Arrays.copyOf(names, count * 2);
    }
    names[count] = name;
    return count++;
  }

  private void rebuild() {
    table = new int[table.length * 2];
    Arrays.fill(table, -1);
    for (int number = 0; number < count; number++) {
      table[place(names[number])] = number;
    }
  }

  void writeTo(DataOutputStream out) throws IOException {
    out.writeInt(count);
    for (int number = 0; number < count; number++) {
      out.writeUTF(names[number]);
    }
  }
}
