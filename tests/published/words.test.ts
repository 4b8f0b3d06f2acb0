import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type BuildResult, build } from '../../pipeline/build.ts';
import { type Language, type OutputFile, otherLanguage } from '../../pipeline/model/index.ts';
import { readBook } from '../helpers/epub.ts';
import { type Passage, passagesOf } from '../helpers/page-text.ts';
import { readPdf } from '../helpers/pdf.ts';
import { spokenText } from '../helpers/pdf-speech.ts';
import { key, sourceText, wordsOf } from '../helpers/source-text.ts';
import { strings } from '../helpers/strings.ts';
import { tool } from '../helpers/tool.ts';

const documents = ['overview', 'action-items', 'terrorism', 'cross-border-crime', 'about'];
const said: Readonly<Record<Language, ReturnType<typeof sourceText>>> = {
  en: sourceText('.', documents, 'en'),
  fr: sourceText('.', documents, 'fr'),
};
/** A term may be the other language's own word: the French for FBI is English. */
const concepts = parse(readFileSync('source/glossary.yaml', 'utf8')) as Readonly<
  Record<Language, { readonly term: string; readonly def?: string; readonly note?: string }>
>[];
const { notices } = parse(readFileSync('source/publication.yaml', 'utf8')) as { notices: Record<Language, string> };
const dir = mkdtempSync(join(tmpdir(), 'diptych-publication-'));
const built: { result?: BuildResult } = {};

beforeAll(async () => {
  built.result = await build('.', { to: 'memory' });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function file(path: string): OutputFile {
  const found = built.result?.files.find((one) => one.path === path);
  if (!found) throw new Error(`No ${path}`);
  return found;
}

test('the publication builds without a finding', () => {
  expect(built.result?.outcome).toBe('done');
  expect(built.result?.diagnostics.map(({ rule }) => rule)).toEqual([]);
});

test('the two sources are read: as many sentences as a person would count, and as many notes', () => {
  for (const language of ['en', 'fr'] as const) expect(said[language].sentences.length).toBeGreaterThan(100);
  expect(said.en.notes.length).toBeGreaterThan(4);
});

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('each page of the site says its document, sentence by sentence, in order', () => {
    for (const name of documents) {
      const { sentences, notes } = sourceText('.', [name], language);
      const text = pageText(`${language}/${name}.html`);
      expect(missing(sentences, text)).toEqual([]);
      expect(missing(notes, text)).toEqual([]);
    }
  });

  test('the book says the source, sentence by sentence, in order', () => {
    const text = bookPassages(language)
      .filter(isText)
      .map((passage) => passage.text)
      .join('');
    expect(missing(said[language].sentences, text)).toEqual([]);
    for (const name of documents) expect(missing(sourceText('.', [name], language).notes, text)).toEqual([]);
  });

  test('the PDF is heard sentence by sentence, in order, with each note at its call', () => {
    const spoken = spokenText(readPdf(pdf(language).bytes));
    const text = spoken.filter(({ tags }) => !tags.includes('Note') && !tags.includes('Reference'));
    expect(missing(said[language].sentences, withoutPages(text.map((one) => one.text).join('')))).toEqual([]);
    const notes = spoken.filter(({ tags }) => tags.includes('Note'));
    expect(missing(said[language].notes, notes.map((one) => one.text).join(''))).toEqual([]);
  });

  test('the PDF gives its words in order to whoever extracts them', (context) => {
    const pdftotext = tool('pdftotext', context);
    const path = join(dir, `${language}.pdf`);
    writeFileSync(path, pdf(language).bytes);
    const text = execFileSync(pdftotext, ['-enc', 'UTF-8', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
    const found = key(text);
    const lost = said[language].sentences.filter((sentence) => !found.includes(sentence));
    expect(lost.filter((sentence) => !standsInTwo(sentence, found))).toEqual([]);
    expect(lost.length).toBeLessThan(12);
    // In the order of painting. Cells stand side by side: a row of several lines is read across by the one, down by the other.
    const raw = execFileSync(pdftotext, ['-raw', '-enc', 'UTF-8', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
    const { sentences } = sourceText('.', documents, language, { cells: false });
    const whole = sentences.filter((sentence) => key(raw).includes(sentence));
    expect(whole.length).toBeGreaterThan(sentences.length - 12);
    expect(missing(whole, raw)).toEqual([]);
    expect(said[language].notes.filter((sentence) => !found.includes(sentence))).toEqual([]);
  });

  test('every definition and remark of the glossary that is printed, and the notices, stand in every format', () => {
    const page = key(pageText(`${language}/glossary.html`));
    const printed = concepts.filter((concept) => page.includes(key(concept[language].term)));
    expect(printed.length).toBeGreaterThan(20);
    const texts = printed.flatMap(({ [language]: { def, note } }) => [def, note].flatMap((text) => text ?? []));
    const book = bookPassages(language).map(({ text }) => text);
    const spoken = spokenText(readPdf(pdf(language).bytes)).map(({ text }) => text);
    for (const format of [[pageText(`${language}/glossary.html`)], book, spoken]) {
      const found = key(format.join(''));
      expect([...texts, notices[language]].filter((text) => !found.includes(key(text)))).toEqual([]);
    }
  });

  test('no format has a word of the other language outside what is marked as such', () => {
    const foreign = foreignWords(language);
    expect(foreign.size).toBeGreaterThan(300);
    const pages = (built.result?.files ?? [])
      .filter(({ path }) => path.startsWith(`${language}/`) && path.endsWith('.html'))
      .flatMap(({ path }) => passagesOf(utf8(file(path).bytes)));
    const spoken = spokenText(readPdf(pdf(language).bytes));
    for (const passages of [pages, bookPassages(language), spoken]) {
      const own = passages.filter(({ lang }) => lang.startsWith(language));
      expect(own.length).toBeGreaterThan(20);
      const text = own.map((passage) => passage.text).join(' ');
      expect(wordsOf(text).filter((word) => foreign.has(word))).toEqual([]);
    }
  });
});

/** Print says on which page a link's target is; the source does not. */
function withoutPages(text: string): string {
  return text.replace(/ \(page\s\d+\)/g, '');
}

function pdf(language: Language): OutputFile {
  return file(`cross-border-cooperation-${language}.pdf`);
}

function pageText(path: string): string {
  return passagesOf(utf8(file(path).bytes))
    .filter(isText)
    .map((passage) => passage.text)
    .join('');
}

/** Not the number of a note, nor the way back from it. */
function isText({ around }: Passage): boolean {
  return !around.some((label) => label.endsWith('[doc-noteref]') || label.endsWith('[doc-backlink]'));
}

function bookPassages(language: Language): Passage[] {
  const book = readBook(file(`cross-border-cooperation-${language}.epub`).bytes);
  return book.spine.flatMap((path) => passagesOf(book.text(path)));
}

/** Sentences that do not come where they should: each is looked for after the one before it. */
function missing(sentences: readonly string[], text: string): string[] {
  const found = key(text);
  let at = 0;
  return sentences.filter((sentence) => {
    const next = found.indexOf(sentence, at);
    if (next >= 0) at = next + sentence.length;
    return next < 0;
  });
}

/** A sentence that goes on over a page, or has a note's number in it: its two parts stand in the text, in order. */
function standsInTwo(sentence: string, found: string): boolean {
  return Array.from({ length: sentence.length - 1 }, (_, k) => k + 1).some((k) => {
    const at = found.indexOf(sentence.slice(0, k));
    return at >= 0 && found.indexOf(sentence.slice(k), at + k) >= 0;
  });
}

/** Words of the other language's source that this language's source and string table do not have. */
function foreignWords(language: Language): ReadonlySet<string> {
  const other = rawWords(otherLanguage(language));
  const terms = concepts.flatMap((concept) =>
    Object.values(concept[language]).flatMap((value) => wordsOf(String(value))),
  );
  const notation = language === 'fr' ? ['us'] : []; // « $ US »
  const own = new Set([
    ...rawWords(language),
    ...Object.values(strings(language)).flatMap(wordsOf),
    ...terms,
    ...notation,
  ]);
  return new Set([...other].filter((word) => word.length > 1 && !own.has(word)));
}

function rawWords(language: Language): ReadonlySet<string> {
  return new Set(documents.flatMap((name) => wordsOf(sourceWords(name, language))));
}

function sourceWords(name: string, language: Language): string {
  return sourceText('.', [name], language, { raw: true }).sentences.join(' ');
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
