// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { loadavg } from 'node:os';
import { afterAll, beforeAll, test } from 'vitest';
import { World } from './world.ts';

const ROUNDS = Number(process.env['TIDEMARK_ROUNDS'] ?? 7);
const LOAD = '../api/src/test/resources/dev/tidemark/console/load.sql';

/** A page, and what of it is there once it is of use. */
interface Sight {
  readonly name: string;
  readonly address: string;
  readonly useful: string;
}

/** Milliseconds from when it was asked for. */
interface Seen {
  readonly first: number;
  readonly useful: number;
}

let world: World;
let large: string;
beforeAll(async () => {
  world = await World.start();
  large = await world.load(LOAD);
});
afterAll(() => world?.end());

/** It is how long things take that is told; none of it fails. */
test('when pages of 10,000 connectors and a thousand organisations can be read', async () => {
  const entered = await world.visitor('Ada');
  const state = await entered.context().storageState();
  const sights = await all(entered);
  await entered.context().close();
  console.log(heading());
  for (const sight of sights) {
    const cold: Seen[] = [];
    const warm: Seen[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const context = await fresh(world.browser, state);
      cold.push(await seen(context, sight));
      warm.push(await seen(context, sight));
      await context.close();
    }
    console.log(row(sight.name, [cold.map(first), cold.map(useful), warm.map(first), warm.map(useful)]));
  }
  console.log(`load at the end ${load()}`);
});

async function all(page: Page): Promise<readonly Sight[]> {
  const ofLarge = `${world.origin}/organisations/${large}`;
  await page.goto(`${ofLarge}/connectors`);
  const connector = await page.getByRole('link', { name: 'load 1', exact: true }).getAttribute('href');
  const rows = 'main tbody tr';
  return [
    { name: 'all organisations', address: `${world.origin}/`, useful: 'main li a' },
    { name: 'score', address: world.at('score'), useful: 'main [aria-label^="Observed maturity: "]' },
    { name: 'course of the score', address: world.at('score'), useful: 'main input[type=range]' },
    { name: 'indicators', address: world.at('indicators'), useful: rows },
    { name: 'connectors', address: `${ofLarge}/connectors`, useful: rows },
    { name: 'a connector', address: `${world.origin}${connector}`, useful: 'main h1' },
    { name: 'rejected records', address: `${ofLarge}/rejected`, useful: rows },
    { name: 'estate', address: `${ofLarge}/estate`, useful: rows },
    { name: 'audit', address: `${ofLarge}/audit`, useful: rows },
    { name: 'streams of a connector', address: `${world.origin}${connector}`, useful: '[aria-label="Streams: table"] tbody tr' },
  ];
}

/** A browser that has nothing of the page, but somebody signed in. */
async function fresh(browser: Browser, storageState: Awaited<ReturnType<BrowserContext['storageState']>>): Promise<BrowserContext> {
  const context = await browser.newContext({ storageState, viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(300_000);
  return context;
}

async function seen(context: BrowserContext, sight: Sight): Promise<Seen> {
  const page = await context.newPage();
  await page.addInitScript(watch, sight.useful);
  await page.goto(sight.address);
  const found = await page.waitForFunction(() => (window as Watched).useful);
  const first = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  const useful = await found.jsonValue();
  await page.close();
  return { first: first ?? NaN, useful: useful ?? NaN };
}

type Watched = Window & { useful?: number };

/** In the page, frame by frame: what is there in one has been painted at the next. */
function watch(wanted: string): void {
  const look = () => {
    if (document.querySelector(wanted)) {
      requestAnimationFrame(() => ((window as Watched).useful = performance.now()));
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
}

const first = (it: Seen) => it.first;
const useful = (it: Seen) => it.useful;

const load = () => loadavg().map((it) => it.toFixed(1)).join(', ');

function heading(): string {
  return [
    `milliseconds: median and most of ${ROUNDS}; load ${load()}`,
    `${' '.repeat(24)}${'nothing kept'.padEnd(32)}kept from before`,
    `${' '.repeat(24)}${'first paint     useful          '.repeat(2)}`,
  ].join('\n');
}

function row(name: string, figures: readonly (readonly number[])[]): string {
  return name.padEnd(24) + figures.map((it) => `${median(it)} (${Math.max(...it).toFixed(0)})`.padEnd(16)).join('');
}

function median(of: readonly number[]): string {
  return (of.toSorted((a, b) => a - b)[of.length >> 1] ?? NaN).toFixed(0);
}
