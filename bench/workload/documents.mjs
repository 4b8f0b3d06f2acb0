/**
 * The words that every program is given, before they are written in the form that it reads.
 *
 * @typedef {readonly [string, string]} Both English and French, with `*emphasis*`, `**strong**`, `<https://…>`, `[^note]` and
 *   `[[d3#s1]]`, a section of another document.
 * @typedef {{ readonly text: Both, readonly items?: readonly Item[] }} Item
 * @typedef {{ kind: 'heading', depth: number, id: string, text: Both } | { kind: 'paragraph', text: Both, note?: { id: string, text: Both } }
 *   | { kind: 'list', ordered: boolean, items: Item[] } | { kind: 'table', head: Both[], rows: Both[][] } | { kind: 'code', text: string }} Block
 * @typedef {{ readonly id: string, readonly title: Both, readonly blocks: readonly Block[] }} Document
 * @typedef {{ readonly title: Both, readonly documents: readonly Document[], readonly terms: readonly { term: Both, definition: Both }[] }} Workload
 */
import { numbers } from '../sample.mjs';
import { glossaryTerms, passage, phrase } from './sentences.mjs';

/** Of a document unless told: about 1,700 words in each language. */
const sectionsOfDocument = 7;

/** @returns {Workload} of so many documents and 200 terms; the same each time. */
export function workloadOf(count) {
  return {
    title: ['Places and papers', 'Lieux et papiers'],
    documents: Array.from({ length: count }, (_, number) => documentOf(number, { documents: count })),
    terms: glossaryTerms(numbers(7)),
  };
}

/**
 * One document.
 *
 * @param documents - How many there are to refer to.
 * @returns {Document}
 */
export function documentOf(number, { documents, sections = sectionsOfDocument }) {
  const next = numbers(number + 1);
  const title = phrase(next).map((text) => `${text} ${number + 1}`);
  const blocks = Array.from({ length: sections }, (_, at) => section({ number, at, documents }, next)).flat();
  return { id: `d${number}`, title, blocks };
}

const withMore = (texts, more) => texts.map((text, side) => `${text} ${more[side]}`);

/** About 240 words in each language: a heading, prose, and by turns lists, a table, a note, code and references. */
function section({ number, at, documents }, next) {
  const target = `[[d${Math.floor(next() * documents)}#s1]]`;
  const address = `<https://www.example.org/${number}/${at}>`;
  const turn = [lists, table, code, note][at % 4];
  return [
    { kind: 'heading', depth: 2, id: `s${at + 1}`, text: phrase(next) },
    { kind: 'paragraph', text: passage(next, 3) },
    ...turn(next, at),
    {
      kind: 'paragraph',
      text: withMore(passage(next, 2), [
        `See ${target}, and the form at ${address}.`,
        `Voir ${target} et le formulaire à ${address}.`,
      ]),
    },
    ...(at % 2 === 0 ? [{ kind: 'heading', depth: 3, id: `s${at + 1}-more`, text: phrase(next) }] : []),
    { kind: 'paragraph', text: passage(next, 3) },
  ];
}

function lists(next) {
  const items = (count) => Array.from({ length: count }, () => ({ text: passage(next, 1) }));
  const nested = items(3).map((item, index) => (index === 1 ? { ...item, items: items(2) } : item));
  return [
    { kind: 'list', ordered: false, items: nested },
    { kind: 'list', ordered: true, items: items(3) },
  ];
}

function table(next) {
  const amount = () => String(10 + Math.floor(next() * 90));
  const rows = Array.from({ length: 8 }, () => [phrase(next), phrase(next), ...both(amount(), amount())]);
  return [
    {
      kind: 'table',
      head: [['Measure', 'Mesure'], ['Place', 'Lieu'], ...both('2025', '2026')],
      rows,
    },
    { kind: 'paragraph', text: passage(next, 2) },
  ];
}

const both = (...texts) => texts.map((text) => [text, text]);

function code(next, at) {
  const text = `{\n  "section": ${at + 1},\n  "languages": ["en", "fr"],\n  "years": ${2 + Math.floor(next() * 8)}\n}`;
  return [
    { kind: 'code', text },
    { kind: 'paragraph', text: passage(next, 3) },
  ];
}

function note(next, at) {
  const id = `n${at + 1}`;
  const text = withMore(passage(next, 2), [`This is said again below.[^${id}]`, `On le redit plus bas.[^${id}]`]);
  return [
    { kind: 'paragraph', text, note: { id, text: passage(next, 1) } },
    { kind: 'paragraph', text: passage(next, 2) },
  ];
}
