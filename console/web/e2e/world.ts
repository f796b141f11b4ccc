// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { expect } from 'vitest';
import { entered, opened, type Options } from './browser.ts';

const SHOTS = process.env['TIDEMARK_SCREENSHOTS'] ?? 'target/screenshots';
const MOST_BYTES = 150_000;

type PlayedProcess = ChildProcessByStdio<Writable, Readable, null>;

/** A server to connect to. */
class Source {
  private readonly place: string;
  private readonly user: string;
  readonly password: string;

  constructor(jdbc: string, user: string, password: string) {
    this.place = jdbc.replace('jdbc:postgresql://', '');
    this.user = user;
    this.password = password;
  }

  /** As somebody types it who knows the password, or does not. */
  address(password = this.password): string {
    return `postgresql://${this.user}:${encodeURIComponent(password)}@${this.place}`;
  }
}

/** A played console and a browser before it. */
export class World {
  readonly console: PlayedProcess;
  readonly lines: AsyncIterator<string>;
  readonly browser: Browser;
  origin = '';
  organisation = '';

  private constructor(console: PlayedProcess, browser: Browser) {
    this.console = console;
    this.browser = browser;
    this.lines = createInterface({ input: console.stdout })[Symbol.asyncIterator]();
  }

  static async start(): Promise<World> {
    const browser = await opened();
    const path = process.env['TIDEMARK_TEST_CLASSPATH'];
    if (!path) {
      throw new Error('TIDEMARK_TEST_CLASSPATH is not set: mvn -Pbrowser verify -pl console/web sets it.');
    }
    const java = process.env['JAVA_HOME'] ? `${process.env['JAVA_HOME']}/bin/java` : 'java';
    const console = spawn(java, ['-Xmx400m', '-XX:TieredStopAtLevel=1', '-cp', path, 'dev.tidemark.console.page.PlayedConsole'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const world = new World(console, browser);
    world.origin = await world.hear('origin');
    world.organisation = await world.hear('organisation');
    return world;
  }

  async end(): Promise<void> {
    await this.browser.close();
    this.console.stdin.end();
    await new Promise((done) => this.console.once('exit', done));
  }

  /** Has the played console do something, and waits until it is done. */
  async tell(line: string): Promise<void> {
    this.console.stdin.write(`${line}\n`);
    await this.hear('done');
  }

  async link(name: string): Promise<string> {
    this.console.stdin.write(`link ${name}\n`);
    const link = await this.hear('link');
    await this.hear('done');
    return link;
  }

  /** Somebody with a browser of their own, let in by a link. */
  async visitor(name: string, options: Options = {}): Promise<Page> {
    return this.browse(await this.link(name), options);
  }

  /** A PostgreSQL server with a shop in it. */
  async source(): Promise<Source> {
    this.console.stdin.write('source shop\n');
    const told = JSON.parse(await this.hear('source')) as { jdbc: string; user: string; password: string };
    await this.hear('done');
    return new Source(told.jdbc, told.user, told.password);
  }

  /** Fills the database with what a script has, and tells which organisation's connectors are many. */
  async load(script: string): Promise<string> {
    this.console.stdin.write(`load ${script}\n`);
    const large = await this.hear('large');
    await this.hear('done');
    return large;
  }

  async browse(link: string, options: Options = {}): Promise<Page> {
    return entered(this.browser, link, options);
  }

  at(path: string): string {
    return `${this.origin}/organisations/${this.organisation}/${path}`;
  }

  private async hear(name: string): Promise<string> {
    for (;;) {
      const { value, done } = await this.lines.next();
      if (done) {
        throw new Error('the played console ended');
      }
      const said = value.startsWith('{') ? (JSON.parse(value) as Record<string, string>) : {};
      if (said[name] !== undefined) {
        return said[name];
      }
    }
  }
}

export const shown = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

export async function heading(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name, exact: true }).first().waitFor();
}

/** What is taken away of something as a file. */
export async function saved(page: Page, what: string, ending: string): Promise<Buffer> {
  const menu = page.locator('details', { has: page.getByLabel(`Export ${what}`, { exact: true }) });
  await menu.locator('summary').click();
  const [file] = await Promise.all([page.waitForEvent('download'), menu.getByRole('button', { name: ending.toUpperCase(), exact: true }).click()]);
  expect(file.suggestedFilename()).toBe(`${what}.${ending}`);
  return readFileSync(await file.path());
}

/** Holds a page to WCAG 2.2 AA, as far as a tool can. */
export async function accessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  const told = violations.map((it) => `${it.id}: ${it.help}\n  ${it.nodes.map((node) => node.html.slice(0, 200)).join('\n  ')}`);
  expect(told, what).toEqual([]);
}

/** A picture for people to read, small enough to be kept. */
export async function picture(page: Page, name: string, height: number): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  const width = page.viewportSize()?.width ?? 1280;
  const browser = await page.context().newCDPSession(page);
  const clip = { x: 0, y: 0, width, height, scale: 1 };
  const { data } = await browser.send('Page.captureScreenshot', { format: 'webp', quality: 82, captureBeyondViewport: true, clip });
  const bytes = Buffer.from(data, 'base64');
  expect(bytes.length, `${name} is too large to be kept`).toBeLessThan(MOST_BYTES);
  writeFileSync(`${SHOTS}/${name}.webp`, bytes);
}
