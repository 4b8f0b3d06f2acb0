import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuildResult, build } from '../../pipeline/index.ts';
import type { OutputFile } from '../../pipeline/model/index.ts';
import { parseDocument } from '../../pipeline/read/index.ts';
import { openBrowser } from '../helpers/browser.ts';
import { lettersOfPage } from '../helpers/corpus.ts';
import { checkBook, readBook } from '../helpers/epub.ts';
import { checkHtml } from '../helpers/html.ts';
import { readPdf } from '../helpers/pdf.ts';
import { markedText } from '../helpers/pdf-tree.ts';
import { edit, newPublication } from '../helpers/publication.ts';
import { key } from '../helpers/source-text.ts';
import { elementsIn } from '../helpers/xml.ts';
import { hostile } from './hostile-html.ts';

function passing(documents: Readonly<Record<string, string>>): string {
  const dir = newPublication();
  edit(dir, 'source/publication.yaml', ['\nlanguages:', '\nhtml: pass\nlanguages:']);
  for (const [name, text] of Object.entries(documents)) writeFileSync(join(dir, `source/${name}.md`), text);
  return dir;
}

const textOf = (files: readonly OutputFile[], path: string): string =>
  strFromU8(files.find((file) => file.path === path)?.bytes ?? new Uint8Array());

const books = ({ files }: BuildResult) =>
  files.filter(({ format }) => format === 'epub').map(({ bytes }) => readBook(bytes));

describe('raw HTML that is harmless passes', () => {
  const source = `# :en[Raw]:fr[Brut]

Words <u>under</u>, <small class="fine">small</small>, <time datetime="2001-12-12">that day</time>, <bdo dir="rtl">back</bdo>.

<div class="box" id="hours">

:::en
Open from <ins>nine</ins> to five.
:::

:::fr
Ouvert de <ins>neuf</ins> à dix-sept heures.
:::

</div>

<footer class="end"><address>100 Main Street</address></footer>

<section class="part">

## :en[Kept]:fr[Gardé]

:::en
<nav>Words of *every* element.</nav>
:::

:::fr
<nav>Les mots de *chaque* élément.</nav>
:::

</section>
`;
  let result: BuildResult;
  beforeAll(async () => {
    result = await build(passing({ raw: source }), { draft: true, to: 'memory' });
  });

  const words = {
    en: ['under', 'small', 'that day', 'back', 'Open from nine to five', '100 Main Street', 'Words of every element'],
    fr: ['under', 'Ouvert de neuf à dix-sept heures', '100 Main Street', 'Les mots de chaque élément'],
  };

  test.each(['en', 'fr'] as const)('%s: elements in HTML and EPUB, words in all three', async (language) => {
    expect(result.outcome).toBe('done');
    const page = textOf(result.files, `${language}/raw.html`);
    expect(page).toContain('<u>under</u>');
    expect(page).toContain('<small class="fine">small</small>');
    expect(page).toContain('<time datetime="2001-12-12">that day</time>');
    expect(page).toMatch(/<div class="box"[^>]* id="hours"|<div id="hours"[^>]* class="box"/);
    expect(page).toMatch(language === 'en' ? /from <ins>nine<\/ins>/ : /de <ins>neuf<\/ins>/);
    expect(page).toMatch(/<footer class="end"[^>]*>\s*<address>/);
    expect(page).not.toMatch(/<section class="part"|<nav>/);
    expect(await checkHtml(page)).toEqual([]);

    const epub = result.files.find((file) => file.format === 'epub' && file.edition === language);
    const book = readBook(epub?.bytes ?? new Uint8Array());
    const chapter = book.spine.map((path) => book.text(path)).find((text) => text.includes('<u>under</u>')) ?? '';
    expect(chapter).toContain('<small class="fine">small</small>');
    expect(chapter).toMatch(/<footer class="end"[^>]*>\s*<address>/);
    expect(await checkBook(epub?.bytes ?? new Uint8Array())).toEqual([]);

    const pdf = result.files.find((file) => file.format === 'pdf' && file.edition === language);
    const printed = key([...markedText(readPdf(pdf?.bytes ?? new Uint8Array())).values()].join(''));
    for (const passage of words[language]) {
      expect(lettersOfPage(page)).toContain(key(passage));
      expect(key(chapter.replace(/<[^>]*>/g, ''))).toContain(key(passage));
      expect(printed).toContain(key(passage));
    }
  });

  test('both languages side by side have the same elements', () => {
    const page = textOf(result.files, 'bilingual/raw.html');
    expect(page.match(/<ins>/g)).toHaveLength(2);
    expect(page).toContain('class="box"');
  });

  test('the rules between the languages read what passes', async () => {
    const wrong = source.replace('à dix-sept heures', 'à 18 h').replace('to five', 'to 5 p.m.');
    const { diagnostics } = await build(passing({ raw: wrong }), { draft: true, to: 'memory', formats: ['html'] });
    const found = diagnostics.filter(({ path, rule }) => path === 'source/raw.md' && rule === 'numbers-match');
    expect(found.map(({ position }) => position?.start.line)).toEqual([8]);
  });

  test('where nothing is said, words alone pass', async () => {
    const dir = passing({ raw: source });
    edit(dir, 'source/publication.yaml', ['html: pass\n', '']);
    const page = textOf((await build(dir, { draft: true, to: 'memory', formats: ['html'] })).files, 'en/raw.html');
    expect(page).not.toMatch(/<u>|<small|class="box"/);
    for (const passage of words.en) expect(lettersOfPage(page)).toContain(key(passage));
  });
});

describe('raw HTML that could do harm does none, whatever the setting', () => {
  const caseOf = (snippet: string, index: number): string => `## Case ${index}

Before ${snippet.replace(/\n+/g, ' ')} after.

:::en
In English:

${snippet}
:::

:::fr
En français :

${snippet}
:::

${snippet}
`;
  const closed = hostile.filter(({ open }) => !open).map(({ html }, index) => caseOf(html, index));
  const open = hostile.filter((each) => each.open).map(({ html }, index) => caseOf(html, index));
  const tens = Array.from({ length: Math.ceil(closed.length / 10) }, (_, ten) => closed.slice(ten * 10, ten * 10 + 10));
  const documents = Object.fromEntries(
    [...tens, ...open.map((each) => [each])].map((cases, index) => [
      `cases-${index}`,
      `# Cases ${index}\n\n${cases.join('\n\n')}\n`,
    ]),
  );
  const names = Object.keys(documents);
  let result: BuildResult;
  beforeAll(async () => {
    result = await build(passing(documents), { draft: true, to: 'memory', formats: ['html', 'epub'] });
  });

  test('there are enough of them, and all are published', () => {
    expect(hostile.length).toBeGreaterThan(30);
    expect(result.outcome).toBe('done');
    for (const name of names) expect(textOf(result.files, `en/${name}.html`)).toContain('</html>');
  });

  test.each(hostile)('$html is told, unless harmless', ({ html, quiet }) => {
    const { diagnostics } = parseDocument(`Before\n\n${html}\n`, 'x.md', { html: 'pass' });
    expect(diagnostics.length === 0).toBe(quiet === true);
  });

  test('in books, no element that runs, loads or submits, and no attribute that does', async () => {
    const all = books(result);
    expect(all.length).toBeGreaterThan(1);
    for (const book of all) {
      for (const path of book.spine) {
        for (const { element } of elementsIn(book.page(path))) {
          expect([path, element.name]).toEqual([path, expect.not.stringMatching(banned)]);
          for (const [name, value] of Object.entries(element.attributes)) {
            expect([path, name]).toEqual([
              path,
              expect.not.stringMatching(/^on|^srcdoc$|^style$|^xlink:|^action$|^ping$/i),
            ]);
            expect([path, value.replace(/[\s\p{Control}]/gu, '')]).toEqual([
              path,
              expect.not.stringMatching(/^(?:java|vb|live)script:|^data:|^blob:/i),
            ]);
          }
        }
      }
    }
    for (const { bytes } of result.files.filter(({ format }) => format === 'epub'))
      expect(await checkBook(bytes)).toEqual([]);
  });

  test('pages are valid', async () => {
    for (const name of names)
      expect([name, await checkHtml(textOf(result.files, `en/${name}.html`))]).toEqual([name, []]);
  });

  const browser = openBrowser();
  afterAll(async () => (await browser)?.close());

  test('in a browser, nothing runs, asks for anything from outside, or breaks default-src self', async (context) => {
    const chromium = await browser;
    if (!chromium) return context.skip();
    const page = await chromium.newPage();
    const seen: string[] = [];
    page.on('dialog', (dialog) => {
      seen.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => seen.push(`console ${message.text()}`));
    page.on('pageerror', (error) => seen.push(`error ${error.message}`));
    await page.route('**/*', (route) => {
      const url = new URL(route.request().url());
      const file = result.files.find(({ path }) => `/${path}` === decodeURIComponent(url.pathname));
      if (url.origin !== 'https://book.example' || !file) {
        if (url.pathname !== '/favicon.ico') seen.push(`asked ${url.href}`);
        return route.abort();
      }
      const headers = { 'content-security-policy': "default-src 'self'", 'content-type': typeOf(file.path) };
      return route.fulfill({ body: Buffer.from(file.bytes), headers });
    });
    for (const name of names) {
      await page.goto(`https://book.example/en/${name}.html`);
      const faults = await page.evaluate(lookAround);
      expect([name, faults, page.url()]).toEqual([name, [], `https://book.example/en/${name}.html`]);
    }
    expect(seen).toEqual([]);
    await page.setContent('<main><u onclick="x()">what would be noticed</u><a href="javascript:x()">so</a></main>');
    expect(await page.evaluate(lookAround)).toEqual(['attribute onclick of u', 'address javascript:x()']);
  }, 120_000);
});

const banned =
  /^(?:script|style|iframe|frame|frameset|object|embed|applet|form|input|button|select|textarea|base|template|noscript|svg|math|video|audio|source|portal|marquee|dialog)$|:/i;

function typeOf(path: string): string {
  const types: Readonly<Record<string, string>> = {
    html: 'text/html; charset=utf-8',
    css: 'text/css',
    js: 'text/javascript',
  };
  return types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
}

/** Run in the page: what of its text could run, load or submit, as the browser itself understands it. */
const lookAround = `(() => {
  const faults = [];
  if ('pwned' in window) faults.push('something ran');
  const main = document.querySelector('main');
  if (!main) faults.push('no main');
  for (const element of main?.querySelectorAll('*') ?? []) {
    const name = element.localName;
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml' && !element.closest('svg.icon, math')) faults.push('foreign ' + name);
    if (name === 'noscript' && /^(?: <(?:span|p) class="pair">)?<a [^<>]*href="[^<>]*">[^<]*<\\/a>/.test(element.innerHTML)) continue; // the site's own
    if (/^(script|style|iframe|frame|object|embed|form|base|meta|link|template|noscript|video|audio|marquee|dialog)$/.test(name)) faults.push('element ' + name);
    for (const { name: key, value } of element.attributes) {
      if (/^on|^srcdoc$|^style$|^xlink:|^formaction$|^ping$|^name$/.test(key)) faults.push('attribute ' + key + ' of ' + name);
      if (/^(href|src|action|cite|data|poster|background)$/.test(key)) {
        const url = new URL(value, document.baseURI);
        if (!/^(https?|mailto|tel):$/.test(url.protocol)) faults.push('address ' + value);
      }
    }
  }
  if (document.head.querySelectorAll('base, meta[http-equiv=refresh]').length > 0) faults.push('head');
  for (const key of ['cookie', 'body', 'forms', 'getElementById', 'querySelector', 'defaultView']) {
    if (document[key] instanceof Element && key !== 'body') faults.push('clobbered ' + key);
  }
  return faults;
})()`;
