import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { auditPage, openBrowser, sidewaysScroll } from '../helpers/browser.ts';
import { newPublication } from '../helpers/publication.ts';
import { type Run, run } from '../helpers/terminal.ts';

const long = { timeout: 100_000, interval: 25 };
const dir = newPublication();
const source = join(dir, 'source/welcome.md');
/** What the editor was started with. */
const opened = join(mkdtempSync(join(tmpdir(), 'diptych-editor-')), 'opened');
let browser: Browser | undefined;
let address = '';
let stop: () => void = () => {};
let ended: Promise<Run>;
const pages: Page[] = [];

/** What the document says when a test begins: enough that there is something to scroll. */
const original = lengthened(readFileSync(source, 'utf8'));

function lengthened(text: string): string {
  const pairs = Array.from({ length: 60 }, (_, at) => {
    const words = (text: string): string => `${text} ${at + 1}. `.repeat(8);
    return `:::en{#part-${at + 1}}\n\n${words('Books are lent for three weeks, as rule')}\n\n:::\n\n:::fr\n\n${words('Les livres se prêtent pour trois semaines, selon la règle')}${words('Tout comme les cartes')}\n\n:::\n`;
  });
  const code = '```sh {#lending}\nlend book\n```\n';
  return `${text}\n${code}\n${pairs.join('\n')}`;
}

/** Saves the document as it was to begin with, but for these words; where that is what it says, nothing is written. */
function save(...replaced: readonly (readonly [before: string, after: string])[]): void {
  let text = original;
  for (const [before, after] of replaced) {
    if (!text.includes(before)) throw new Error(`The document has no “${before}”`);
    text = text.replace(before, after);
  }
  if (readFileSync(source, 'utf8') !== text) writeFileSync(source, text);
}

/** @param port - 0 for any. */
async function begin(port: string): Promise<void> {
  let said = '';
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  const editor = join(opened, '../editor.sh');
  writeFileSync(editor, `#!/bin/sh\nprintf '%s\\n' "$@" > '${opened}.part'\nmv '${opened}.part' '${opened}'\n`);
  chmodSync(editor, 0o755);
  ended = run(['watch', dir, '--port', port], { stopped, env: { VISUAL: editor }, onOut: (all) => (said = all) });
  await vi.waitFor(() => expect(said).toMatch(/http:\/\/127\.0\.0\.1:\d+\/@diptych\//), long);
  address = /http:\S+\/(?=@diptych\/)/.exec(said)?.[0] ?? '';
}

beforeAll(async () => {
  browser = await openBrowser();
  if (!browser) return;
  save();
  await begin('0');
}, 120_000);
beforeEach(() => save()); // whatever the test before has left
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close();
});
afterAll(async () => {
  await browser?.close();
  stop();
  await ended;
});

async function open(path: string, width = 1400): Promise<Page> {
  const page = (await browser?.newPage({ viewport: { width, height: 900 } })) as Page;
  pages.push(page);
  await page.goto(address + path);
  return page;
}

/** The frame that shows such a page, once it is ready. */
async function frameOf(page: Page, ending: string): Promise<Frame> {
  return vi.waitFor(async () => {
    const frame = page.frames().find((frame) => frame.url().split('#')[0]?.endsWith(ending));
    if (!frame) throw new Error(`no frame of ${ending} among ${page.frames().map((frame) => frame.url())}`);
    expect(await frame.evaluate('document.adoptedStyleSheets.length')).toBe(1);
    return frame;
  }, long);
}

/** Without all the words in what a failure says. */
const has = async (frame: Frame, words: string): Promise<boolean> =>
  (await frame.textContent('body'))?.includes(words) ?? false;
const app = (panes: string): string => `@diptych/#panes=${panes}&page=en/welcome.html`;

test('a save reaches every browser in the section that it touches; nothing is loaded again, and one stays where one was', async (context) => {
  if (!browser) return context.skip();
  const looking = [await open('en/welcome.html'), await open('en/welcome.html')];
  for (const page of looking) {
    await page.evaluate(
      'document.querySelector("#part-30").scrollIntoView(); window.stayed = document.querySelector("#part-2")',
    );
    await page.waitForFunction(() => document.body.textContent.includes('belongs to everyone'));
  }
  const before = await Promise.all(looking.map((page) => page.evaluate('scrollY')));
  expect(before[0]).toBeGreaterThan(1000);
  const copies = (page: Page): Promise<number> => page.locator('button.copy').count();
  expect(await copies(looking[0] as Page)).toBe(1);
  save(['lend book', 'lend map']);
  for (const page of looking)
    await page.waitForFunction(() => document.querySelector('pre')?.textContent?.includes('lend map'), undefined, long);
  expect(await copies(looking[0] as Page)).toBe(1); // what a script of the page added stays
  save(['lend book', 'lend map'], ['belongs to everyone', 'is open to everyone']);
  for (const page of looking)
    await page.waitForFunction(() => document.body.textContent.includes('is open to everyone'), undefined, long);
  for (const [at, page] of looking.entries()) {
    expect(await page.evaluate('window.stayed === document.querySelector("#part-2")')).toBe(true);
    expect(Math.abs(((await page.evaluate('scrollY')) as number) - (before[at] as number))).toBeLessThan(40);
  }
});

test('a style sheet that changes is worn at once, and nothing is loaded again', async (context) => {
  if (!browser) return context.skip();
  const page = await open('en/welcome.html');
  await page.evaluate('window.stayed = document.body');
  const style = readFileSync('templates/html/style.css', 'utf8');
  mkdirSync(join(dir, 'templates/html'), { recursive: true });
  writeFileSync(join(dir, 'templates/html/style.css'), `${style}\nh1 { letter-spacing: 7px; }\n`);
  const spacing = (): boolean => {
    const heading = document.querySelector('h1');
    return heading !== null && getComputedStyle(heading).letterSpacing === '7px';
  };
  await page.waitForFunction(spacing, undefined, long);
  expect(await page.evaluate('window.stayed === document.body')).toBe(true);
  expect(await page.locator('link[rel="stylesheet"]').count()).toBe(1);
});

test('a gap in what was told has the page fetched as a whole, without being loaded again', async (context) => {
  if (!browser) return context.skip();
  const page = await open('en/borrowing.html');
  await page.evaluate('window.stayed = document.body');
  const news = '{"type":"diagnostics","findings":[]}';
  await page.route('**/en/borrowing.html', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('</h1>', ', as it is now</h1>') });
  });
  await page.route('**/@diptych/events*', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body: `data: {"seq":1,"message":${news}}\n\ndata: {"seq":3,"message":${news}}\n\n`,
    }),
  );
  await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))'); // which asks for the stream again
  await page.waitForFunction(() => document.querySelector('h1')?.textContent.includes('as it is now'), undefined, long);
  expect(await page.evaluate('window.stayed === document.body')).toBe(true);
});

test('both languages: scrolled together by their passages, and what is pointed at is marked in both', async (context) => {
  if (!browser) return context.skip();
  const page = await open(app('en,fr'));
  const [en, fr] = [await frameOf(page, '/en/welcome.html'), await frameOf(page, '/fr/welcome.html')];
  const top = (frame: Frame): Promise<number> =>
    frame.evaluate('document.querySelector("#part-20").getBoundingClientRect().top');
  await page.mouse.move(300, 400);
  await page.mouse.wheel(0, (await top(en)) - 96);
  await vi.waitFor(async () => {
    expect(Math.abs((await top(en)) - 96)).toBeLessThan(30);
    expect(Math.abs((await top(fr)) - 96)).toBeLessThan(30);
  }, long);
  expect(await fr.evaluate('scrollY')).not.toBe(await en.evaluate('scrollY'));
  await (await en.$('#part-21'))?.hover();
  await fr.waitForSelector('#part-21[data-diptych-mark]', { timeout: long.timeout });
  expect(await en.$$('[data-diptych-mark]')).toHaveLength(1);
});

test('what runs in a page of the publication reaches neither the preview page, nor its key, nor the editor', async (context) => {
  if (!browser) return context.skip();
  const page = await open(app('en'));
  const en = await frameOf(page, '/en/welcome.html');
  const tried = await en.evaluate(async () => {
    const outcome = async (attempt: () => unknown): Promise<string> => {
      try {
        return String(await attempt());
      } catch (error) {
        return (error as Error).name;
      }
    };
    const post = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
    return [
      await outcome(() => window.parent.document.title),
      await outcome(async () => (await fetch('/@diptych/')).text()),
      await outcome(async () => (await fetch('/@diptych/open', post)).status),
      await outcome(async () => (await fetch('/manifest.json')).text()),
      await outcome(() => localStorage.length),
      await outcome(() => window.top?.location.assign('about:blank')),
      window.origin,
    ];
  });
  expect(tried).toEqual([
    'SecurityError',
    'TypeError',
    'TypeError',
    'TypeError',
    'SecurityError',
    'SecurityError',
    'null',
  ]);
  expect(page.url()).toContain('/@diptych/');
});

test('a click opens the source in the editor, at the line of that language', async (context) => {
  if (!browser) return context.skip();
  const page = await open(app('en,fr'));
  const lines = original.split('\n');
  const fr = await frameOf(page, '/fr/welcome.html');
  await fr.click('#part-3', { position: { x: 5, y: 5 } });
  await vi.waitFor(() => expect(existsSync(opened)).toBe(true), long);
  const [line, path] = readFileSync(opened, 'utf8').split('\n');
  expect(path).toBe(source);
  const first = lines.findIndex((text) => text.startsWith('Les livres') && text.includes(' 3. '));
  expect(line).toBe(`+${first + 1}`);
  await page.waitForSelector('.notice.shown');
});

test('a link to the other language turns to its pane, and each pane keeps to its own', async (context) => {
  if (!browser) return context.skip();
  const page = await open(app('en'));
  const en = await frameOf(page, '/en/welcome.html');
  await en.click('nav.toggle a[hreflang="fr-CA"]');
  await frameOf(page, '/fr/welcome.html');
  await frameOf(page, '/en/welcome.html');
  expect(await page.locator('.pane:visible').count()).toBe(2);
  expect(page.frames().filter((frame) => frame.url().includes('/welcome.html'))).toHaveLength(2);
});

test('errors stand over the last good pages with frame and hint, and go when they are mended; findings lead to their passage', async (context) => {
  if (!browser) return context.skip();
  const page = await open(app('en,findings'));
  const en = await frameOf(page, '/en/welcome.html');
  save(['](borrowing.md)', '](nowhere.md)']);
  const errors = page.locator('.overlay[role="alert"]');
  await errors.waitFor({ timeout: long.timeout });
  const said = await errors.innerText();
  expect(said).toContain('link-target-exists');
  expect(said).toMatch(/source\/welcome\.md:\d+:\d+/);
  expect(said).toContain('Hint:');
  expect(said).toContain('^');
  expect(await has(en, 'What you will find')).toBe(true);
  expect(await page.locator('.status [data-state="kept"]').count()).toBe(3);
  expect(await page.locator('.pane-findings .finding').count()).toBeGreaterThan(0);
  await page.locator('.pane-findings .finding button').first().click();
  await en.waitForSelector('#intro[data-diptych-arrived]', { timeout: long.timeout });
  expect(await auditPage(page)).toEqual([]);
  save();
  await errors.waitFor({ state: 'detached', timeout: long.timeout });
});

test('the books: a chapter in the EPUB pane, and the PDF pane keeps its page when the PDF is made anew', async (context) => {
  if (!browser) return context.skip();
  const page = await open(app('pdf,epub'));
  await vi.waitFor(async () => expect(await page.locator('.status [data-state="fresh"]').count()).toBe(3), long);
  const chapter = await frameOf(page, '-welcome.xhtml');
  expect(await chapter.evaluate('document.contentType')).toBe('application/xhtml+xml');
  expect(await has(chapter, 'What you will find')).toBe(true);
  await page.waitForSelector('.sheet-box canvas', { timeout: long.timeout });
  const sheets = page.locator('.sheets');
  await sheets.evaluate((column) => column.scrollTo(0, 1500));
  await vi.waitFor(async () => expect(await page.locator('.sheet').innerText()).not.toMatch(/^Page 1 /), long);
  const number = await page.locator('.sheet').innerText();
  const old = await sheets.elementHandle();
  save(['You need no card', 'You need no ticket']);
  await page.waitForFunction((old) => !document.contains(old), old, long);
  expect(await sheets.evaluate((column) => column.scrollTop)).toBe(1500);
  expect(await page.locator('.sheet').innerText()).toBe(number);
  expect(await page.locator('.sheet-box canvas').count()).toBeGreaterThan(0);
  await chapter.waitForFunction(() => document.body.textContent.includes('You need no ticket'), undefined, long);
});

test('on a narrow screen one pane at a time, nothing to be scrolled sideways, and all by the keyboard', async (context) => {
  if (!browser) return context.skip();
  const page = await open(app('en,fr'), 390);
  await frameOf(page, '/en/welcome.html');
  const shown = (): Promise<number> => page.locator('.pane:visible').count();
  expect(await shown()).toBe(1);
  await page.keyboard.press('Alt+2');
  await frameOf(page, '/fr/welcome.html');
  expect(await shown()).toBe(1);
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await auditPage(page)).toEqual([]);
});

test('when the preview ends, this is said; when it begins again at the same port, it goes on by itself', async (context) => {
  if (!browser) return context.skip();
  const { port } = new URL(address);
  const page = await open(app('en,fr'));
  await frameOf(page, '/en/welcome.html');
  stop();
  await ended;
  await page.waitForFunction(
    () => document.querySelector('.status .broken')?.textContent.includes('Disconnected'),
    undefined,
    long,
  );
  save(['Quiet rooms', 'Silent rooms']);
  await begin(port);
  await vi.waitFor(
    async () => expect(await has(await frameOf(page, '/en/welcome.html'), 'Silent rooms')).toBe(true),
    long,
  );
  expect(await page.locator('.status .broken').count()).toBe(0);
});
