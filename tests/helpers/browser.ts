import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { OutputFile } from '../../pipeline/model/index.ts';

export const executablePath = '/usr/bin/chromium';

/** Nothing but what is asked for: no first-run pages, no updates, no traffic of its own. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The system's Chromium. Where there is none: undefined, said aloud; in CI an error. Close it after use. */
export async function openBrowser(): Promise<Browser | undefined> {
  if (existsSync(executablePath)) return chromium.launch({ executablePath, args });
  if (process.env.CI) throw new Error(`CI needs Chromium at ${executablePath}`);
  console.warn(`skipped: no Chromium at ${executablePath}`);
  return undefined;
}

/** Filled before the first test. */
export interface HeldBrowser {
  browser?: Browser;
}

/**
 * The system's Chromium for the tests of a file, or of a `describe`: opened before them, closed after them.
 *
 * @param skips - Each test is skipped where there is none, unless told: then they ask.
 */
export function holdBrowser({ skips = true } = {}): HeldBrowser {
  const held: HeldBrowser = {};
  beforeAll(async () => {
    const browser = await openBrowser();
    if (browser) held.browser = browser;
  });
  if (skips)
    beforeEach(({ skip }) => {
      if (!held.browser) skip('no Chromium'); // `openBrowser` has said so aloud, or failed
    });
  afterAll(async () => {
    await held.browser?.close();
  });
  return held;
}

/** Write outputs into a folder of their own. */
export function writeFiles(files: readonly OutputFile[]): { readonly dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'diptych-'));
  for (const file of files) {
    const path = join(dir, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.bytes);
  }
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

const axeSource = () => readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** By name, since some rules of these are off unless their tag is asked for: the size of targets among them. */
const audited = {
  preload: false,
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549', 'best-practice'],
  rules: { 'color-contrast-enhanced': { enabled: true } },
};

/**
 * What axe-core finds on the page as it stands: WCAG 2.2 to AA, EN 301 549, contrast of 7 : 1, best practice.
 *
 * @returns One line for each finding; empty when there is none.
 */
export async function auditPage(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeSource());
  const results = (await page.evaluate(`axe.run(document, ${JSON.stringify(audited)})`)) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** How many CSS pixels the page is wider than its window; 0 when nothing must be scrolled sideways. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return (await page.evaluate(
    'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)',
  )) as number;
}
