// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Everything a plain thread holds, on disk before it goes on. */
final class Snapshot {
  private Snapshot() {}

  static void write(List<StreamSums> sums, Path file) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    try (FileOutputStream disk = new FileOutputStream(draft.toFile());
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(disk, 1 << 16))) {
      for (StreamSums whole : sums) {
        whole.writeTo(out);
      }
      out.flush();
      disk.getFD().sync();
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
