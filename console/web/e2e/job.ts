// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const COMMAND = process.env['TIDEMARK_COMMAND'] ?? '../../tidemark';

/** Tidemark as a newcomer starts it: `up`, with a server and a folder of its own. */
export class Job {
  /** How the first administrator gets in, once it runs. */
  readonly link: Promise<string>;
  private readonly folder = mkdtempSync(join(tmpdir(), 'tidemark-story-'));
  private readonly process: ChildProcess;
  private readonly over: Promise<unknown>;

  constructor() {
    const options = ['up', '--data-dir', join(this.folder, 'data'), '--console-port', '0', '--parallelism', '1'];
    this.process = spawn(COMMAND, options, { stdio: ['ignore', 'ignore', 'pipe'] });
    this.over = new Promise((done) => this.process.once('exit', done));
    this.link = this.heard(/http:\/\/127\.0\.0\.1:\d+\/#link=\S{43}/);
  }

  /** Ends as with Ctrl-C, and takes its folder away. */
  async end(): Promise<void> {
    this.process.kill('SIGINT');
    await this.over;
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Its words are told on; nobody may stop listening, for it would have to wait. */
  private heard(wanted: RegExp): Promise<string> {
    return new Promise((found, failed) => {
      const lines = createInterface({ input: this.process.stderr! });
      lines.on('line', (line) => {
        const link = wanted.exec(line)?.[0];
        if (link) {
          found(link);
        } else {
          console.error(line);
        }
      });
      lines.on('close', () => failed(new Error(`${COMMAND} up ended without saying where its console is`)));
    });
  }
}
