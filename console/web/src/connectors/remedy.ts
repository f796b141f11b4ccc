// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
const remedies: Record<string, string> = {
  CONFIG: 'Correct its settings: reading goes on within seconds.',
  AUTH: 'Check the credential and what it may read, and enter it anew where it has expired.',
  RATE_LIMIT: 'Nothing to do: reading goes on when the platform allows it. Poll less often if it happens daily.',
  TRANSIENT: 'Nothing to do yet: it is tried again by itself. If it stays, see whether the platform can be reached from here.',
  DATA: 'See the rejected records: the platform answered with something that cannot be used.',
  BUG: 'Report it with the log of the job: this is an error of Tidemark.',
};

/** What to do about a failure of that category. */
export function remedy(category: string): string {
  return remedies[category] ?? 'See the log of the job.';
}
