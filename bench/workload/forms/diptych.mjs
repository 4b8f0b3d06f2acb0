import { phrasing } from '../phrasing.mjs';
import { joined, writeFiles } from './files.mjs';
import { inMarkdown, markdownOf } from './markdown.mjs';

const form = { ...inMarkdown, reference: (id) => `[](${id.replace('#', '.md#')})`, note: (id) => `[^${id}]` };
const inside = (side) => (both) => phrasing(both[side], form);
const inLine = ([en, fr]) => (en === fr ? en : `:en[${en}]:fr[${fr}]`);

/** A passage in each language. */
export const pair = ([en, fr]) => `:::en\n${en}\n:::\n\n:::fr\n${fr}\n:::`;

/** Tables have one grid for both languages, headings one line, code one block; all else is in pairs. */
function blockText(block) {
  if (block.kind === 'table' || block.kind === 'code') return markdownOf(block, { text: inLine });
  if (block.kind === 'heading') return `${'#'.repeat(block.depth)} ${inLine(block.text)} {#${block.id}}`;
  return pair([0, 1].map((side) => markdownOf(block, { text: inside(side) })));
}

/** A document of the workload in our own form, both languages in one file. */
export function documentText({ title, blocks }) {
  return joined([`# ${inLine(title)}`, ...blocks.map(blockText)]);
}

export const settingsText = `id: bench
title: {en: Bench, fr: Banc}
languages: [en-CA, fr-CA]
date: 2001-12-12
url: none
rules: {translation-is-approved: off}
`;

/** A concept of the termbase. @param terms - English and French, as `definitions` are. */
export function conceptText(id, terms, definitions) {
  const side = (at) => `{term: ${JSON.stringify(terms[at])}, def: ${JSON.stringify(definitions[at])}}`;
  return `- id: ${id}\n  en: ${side(0)}\n  fr: ${side(1)}\n`;
}

/** A publication: `source/` in `folder`. */
export function write(folder, { documents, terms }) {
  const concepts = terms.map(({ term, definition }, at) => conceptText(`c${at}`, term, definition));
  writeFiles(folder, {
    'source/publication.yaml': settingsText,
    'source/glossary.yaml': concepts.join(''),
    ...Object.fromEntries(documents.map((document) => [`source/${document.id}.md`, documentText(document)])),
  });
}
