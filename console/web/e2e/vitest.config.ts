// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vitest/config';

/** One browser and one console for all, one story after the other. */
export default defineConfig({
  test: {
    root: 'e2e',
    include: ['*.e2e.ts'],
    // Each story with how long it took, as soon as it is over.
    reporters: ['verbose'],
    disableConsoleIntercept: true,
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
});
