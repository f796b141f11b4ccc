// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const texts = /\.(js|css|html|svg|txt)$/;

/** Files the browser fetches to show the page, whatever is opened. */
const counted = /\.(js|css|html)$/;

interface Limit {
  readonly mostKilobytes: number;
}

/**
 * Puts a .gz and a .br beside every text of the page, so that nobody compresses at run time, and
 * fails where all scripts and styles together, as gzip has them, are more than they may be.
 */
export function compressed({ mostKilobytes }: Limit): Plugin {
  let folder = '';
  return {
    name: 'compressed',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    closeBundle: {
      order: 'post',
      handler() {
        const sizes = filesOf(folder).filter((file) => texts.test(file)).map(compress);
        const gzip = sizes.reduce((sum, size) => sum + size.gzip, 0);
        const brotli = sizes.reduce((sum, size) => sum + size.brotli, 0);
        const told = `${kilobytes(gzip)} kB as gzip, ${kilobytes(brotli)} kB as brotli`;
        if (gzip > mostKilobytes * 1000) {
          throw new Error(`The page is ${told}: it may be ${mostKilobytes} kB as gzip.`);
        }
        console.log(`page: ${told} (at most ${mostKilobytes} kB)`);
      },
    },
  };
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}

function compress(file: string): { gzip: number; brotli: number } {
  const bytes = readFileSync(file);
  const gzip = gzipSync(bytes, { level: 9 });
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  writeFileSync(file + '.gz', gzip);
  writeFileSync(file + '.br', brotli);
  return counted.test(file) ? { gzip: gzip.length, brotli: brotli.length } : { gzip: 0, brotli: 0 };
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
