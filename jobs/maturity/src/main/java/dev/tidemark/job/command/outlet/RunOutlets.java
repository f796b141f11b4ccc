// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.outlet;

import dev.tidemark.job.command.live.OutletsAlone;
import picocli.CommandLine.Command;

/** Runs outlets where nothing else does. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Tell outlets what was committed, until this is stopped. 'up', 'demo' and 'console' do the",
      "same beside what else they do; each outlet is told by one process at a time."
    })
final class RunOutlets extends OutletsAlone {}
