// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { BrowserContext, Page } from 'playwright-core';
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, test } from 'vitest';
import { World } from './world.ts';

/** The rows that the API's own measurements use. */
const STATEMENTS = '../api/src/test/resources/dev/tidemark/console/load.sql';
const TIMES = Number(process.env['TIDEMARK_TIMES'] ?? 15);

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.end());

/** What makes a page worth looking at: the score, the first connectors. */
const wanted = [
  ['score', 'scored', '[class*="text-5xl"]'],
  ['connectors', 'large', 'tbody tr'],
] as const;

/** How soon each page shows what it is for, with nothing kept and with its scripts kept. Nothing is asserted. */
test('the first useful paint with 10,000 connectors and a year of scores of 1,000 organisations', { timeout: 3_600_000 }, async () => {
  const organisations = await world.load(STATEMENTS);
  const lines = ['   median     worst  milliseconds to the first useful paint'];
  for (const [path, organisation, what] of wanted) {
    const at = `${world.origin}/organisations/${organisations[organisation]}/${path}`;
    for (const kept of [false, true]) {
      const all = await measured(at, what, kept);
      lines.push(`${all[Math.floor(all.length / 2)]!.toFixed(0).padStart(9)} ${all.at(-1)!.toFixed(0).padStart(9)}  ${path}, ${kept ? 'seen before' : 'seen for the first time'}`);
    }
  }
  mkdirSync('target', { recursive: true });
  writeFileSync('target/paint.txt', lines.join('\n') + '\n');
  console.log(lines.join('\n'));
});

/** Sorted; the first look of all warms the server and does not count. */
async function measured(at: string, what: string, kept: boolean): Promise<readonly number[]> {
  const person = await world.visitor('Ada');
  const times: number[] = [];
  for (let turn = 0; turn <= TIMES; turn++) {
    const context = kept ? person.context() : await another(person);
    const page = await context.newPage();
    times.push(await painted(page, at, what));
    await (kept ? page : context).close();
  }
  await person.context().close();
  return times.slice(1).sort((one, other) => one - other);
}

/** The same person, to whom nothing of the page was ever sent. */
async function another(person: Page): Promise<BrowserContext> {
  return world.browser.newContext({ storageState: await person.context().storageState() });
}

/** From the beginning of the navigation until a frame with it is painted, by the browser's own clock. */
async function painted(page: Page, at: string, what: string): Promise<number> {
  await page.addInitScript((wanted) => {
    const look = () => {
      if (document.querySelector(wanted)) {
        requestAnimationFrame(() => setTimeout(() => performance.mark('useful')));
      } else {
        requestAnimationFrame(look);
      }
    };
    look();
  }, what);
  await page.goto(at, { waitUntil: 'commit' });
  const mark = await page.waitForFunction(() => performance.getEntriesByName('useful')[0]?.startTime, undefined, { timeout: 60_000 });
  return (await mark.jsonValue()) as number;
}
