import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnose, type Language, languages } from '../../pipeline/model/index.ts';
import { renderHtml } from '../../pipeline/report/index.ts';
import { auditPage, openBrowser, sidewaysScroll } from '../helpers/browser.ts';
import { approved, reviewOf } from '../helpers/review.ts';
import { strings } from '../helpers/strings.ts';
import { templates } from '../helpers/templates.ts';

const text = `# :en[The plan]:fr[Le plan]

:::en{#intro}
The office opens at 9:00 <script>alert(1)</script>.

- one
- two
:::

:::fr
Le bureau ouvre à 9 h.
:::

:::en{#quiet}
Quiet.
:::

:::fr
Calme.
:::
`;
const before = approved({ documents: { 'a-document-whose-name-is-far-too-long-for-a-narrow-window': text } });
const [[name = '', own = ''] = []] = Object.entries(before.documents);
const { value: review, diagnostics } = reviewOf({ ...before, documents: { [name]: own.replace('9:00', '10:00') } });
const others = [
  diagnose('date-is-stated', { path: 'source/publication.yaml' }),
  diagnose('id-is-unique', {
    path: `source/${name}.md`,
    position: { start: { line: 1, column: 3 }, end: { line: 1, column: 9 } },
    details: { id: '<b>', line: 2 },
  }),
];

const page = (language: Language): string =>
  renderHtml(
    { diagnostics: [...diagnostics, ...others], review },
    { strings: strings(language), language, css: templates().text('report/report.css'), title: 'A <title>' },
  );

test('is self-contained: no script, and nothing is loaded', () => {
  const html = page('en');
  expect(html).not.toMatch(/<script|\ssrc=|<link|url\(|@import/);
  expect(html).toContain('&#x3C;script>');
});

test('what is waived stands at the end, with its reason', () => {
  const [finding] = others;
  if (!finding) throw new Error('No finding');
  const make = (waived: Parameters<typeof renderHtml>[0]['review']['waived']): string =>
    renderHtml(
      { diagnostics: [], review: { ...review, ...(waived && { waived }) } },
      { strings: strings('en'), language: 'en', css: '' },
    );
  expect(make([{ finding, reason: 'a <reason>' }])).toMatch(
    /Waived[\s\S]*date-is-stated[\s\S]*Reason: a &#x3C;reason>/,
  );
  const waived = make([{ finding: { ...finding, severity: 'error' }, reason: 'it is meant' }]).split('id="waived"')[1];
  expect(waived).not.toMatch(/<strong>|class="error"/); // it is no error any more
  expect(make(undefined)).not.toContain('Waived');
});

test('a unit stands once, its findings beside it; what has none is folded away', () => {
  const html = page('en');
  const [seen = '', folded = ''] = html.slice(html.indexOf(`>${name}</h2>`)).split('<details>');
  expect(seen).toMatch(/#intro<\/code>[\s\S]*translation-is-fresh/);
  expect(seen).toMatch(/#the-plan<\/code>[\s\S]*id-is-unique/);
  expect(folded).toMatch(/#quiet<\/code>/);
  expect(html.match(/#intro<\/code>/g)?.length).toBe(1);
});

test.each(languages)('in %s: cells say their language, and coverage is stated', (language) => {
  const html = page(language);
  expect(html).toContain(`<html lang="${language}-CA">`);
  expect(html).toMatch(/<td role="cell" lang="en"[^>]*><p>The office/);
  expect(html).toMatch(/<td role="cell" lang="fr"[^>]*><p>Le bureau/);
  const { units, approved: done } = review.coverage.fr;
  expect(html).toMatch(new RegExp(`<td>${units}</td><td>${units}</td>`));
  expect(html).toMatch(new RegExp(`<td>${review.coverage.en.approved}</td><td>${done}</td>`));
});

describe('in a browser', () => {
  let browser: Browser | undefined;
  const dir = mkdtempSync(join(tmpdir(), 'diptych-report-'));
  beforeAll(async () => {
    browser = await openBrowser();
    for (const language of languages) writeFileSync(join(dir, `${language}.html`), page(language));
  });
  afterAll(() => browser?.close());

  test.for(
    languages.flatMap((language) =>
      (['light', 'dark'] as const).flatMap((scheme) => [320, 1280].map((width) => ({ language, scheme, width }))),
    ),
  )('axe-core finds nothing: $language $scheme $width', async ({ language, scheme, width }, ctx) => {
    if (!browser) return ctx.skip();
    const tab = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
    await tab.goto(`file://${join(dir, `${language}.html`)}`);
    await tab.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    expect(await auditPage(tab)).toEqual([]);
    expect(await sidewaysScroll(tab)).toBe(0);
    await tab.close();
  });

  test('every link and every fold is reached with the keyboard', async (ctx) => {
    if (!browser) return ctx.skip();
    const tab = await browser.newPage();
    await tab.goto(`file://${join(dir, 'en.html')}`);
    const place = "[...document.querySelectorAll('a, summary')].indexOf(document.activeElement)";
    const count = (await tab.evaluate("document.querySelectorAll('a, summary').length")) as number;
    const reached = new Set<number>();
    for (let at = 0; at < count; at++) {
      await tab.keyboard.press('Tab');
      reached.add((await tab.evaluate(place)) as number);
    }
    expect([...reached].sort()).toEqual(Array.from({ length: count }, (_, at) => at));
    await tab.keyboard.press('Enter'); // the last is a fold
    expect(await tab.evaluate("[...document.querySelectorAll('details')].at(-1).open")).toBe(true);
    await tab.close();
  });
});
