// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import react from '@vitejs/plugin-react';
import tailwind from '@tailwindcss/vite';
import { defineConfig } from 'vitest/config';
import { compressed } from './build/compressed.ts';
import { scoringModel } from './build/scoring-model.ts';

/** Where the console looks for its page on the class path. */
const packed = 'target/classes/META-INF/resources/tidemark-console';

export default defineConfig({
  plugins: [react(), tailwind(), scoringModel(), compressed({ mostKilobytes: 300 })],
  build: {
    outDir: packed,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.txt' },
    reportCompressedSize: false,
    // How long each plugin took is no warning.
    rolldownOptions: { checks: { pluginTimings: false, bundlerTimings: false } },
  },
  // One thread for all: they are short, and starting is most of it. How fast they are is nobody's promise.
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    testTimeout: 120_000,
  },
  server: {
    proxy: { '/api': 'http://127.0.0.1:8085', '/openapi.json': 'http://127.0.0.1:8085' },
    fs: { allow: ['../..'] },
  },
});
