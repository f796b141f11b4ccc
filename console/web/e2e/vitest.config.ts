// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vitest/config';

/** What is told: the stories everybody should hear, or by name what takes longer or only measures. */
const told: Record<string, readonly string[]> = {
  usual: ['stories.e2e.ts'],
  demo: ['demo.e2e.ts'],
  all: ['stories.e2e.ts', 'demo.e2e.ts'],
  paint: ['paint.e2e.ts'],
};
const wanted = process.env['TIDEMARK_STORIES'] ?? 'usual';
const include = told[wanted];
if (!include) {
  throw new Error(`There are no stories called ${wanted}: ${Object.keys(told).join(', ')}`);
}

/** One browser and one console for all, one story after the other. */
export default defineConfig({
  test: {
    root: 'e2e',
    include: [...include],
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
});
