import { phrasing, titleOf } from '../phrasing.mjs';
import { glossaryTitle, joined, languages, writeFiles } from './files.mjs';

/** Of headings, by depth. */
const underlines = ['', '=', '-', '~'];

/** Sphinx’s: a project for each language, its documents in reStructuredText. */
export function write(folder, workload) {
  for (const [side, language] of languages.entries()) {
    const names = [...workload.documents.map(({ id }) => id), 'glossary'];
    const files = workload.documents.map((document) => [`${document.id}.rst`, chapter(document, side, workload)]);
    const terms = workload.terms.map(({ term, definition }) => `   ${term[side]}\n      ${definition[side]}`);
    const contents = `.. toctree::\n   :maxdepth: 2\n\n${names.map((name) => `   ${name}`).join('\n')}`;
    writeFiles(`${folder}/${language}`, {
      ...Object.fromEntries(files),
      'glossary.rst': joined([heading(glossaryTitle[side], 1), '.. glossary::', ...terms]),
      'index.rst': joined([heading(workload.title[side], 1), contents]),
      'conf.py': settings(workload.title[side], language),
    });
  }
}

function heading(text, depth) {
  return `${text}\n${underlines[depth].repeat(text.length + 2)}`;
}

function chapter({ id, title, blocks }, side, workload) {
  const text = (both) =>
    phrasing(both[side], {
      text: (value) => value,
      strong: (value) => `**${value}**`,
      emphasis: (value) => `*${value}*`,
      address: (value) => value,
      reference: (to) => `:ref:\`${titleOf(to, workload, side)} <${to.replace('#', '-')}>\``,
      note: (own) => ` [#${id}-${own}]_`,
    });
  const written = blocks.map((block) => restructuredOf(block, { text, id }));
  return joined([`.. _${id}:`, heading(title[side], 1), ...written]);
}

function restructuredOf(block, { text, id }) {
  const row = (cells) => cells.map((cell, at) => `${at === 0 ? '   * -' : '     -'} ${text(cell)}`).join('\n');
  switch (block.kind) {
    case 'heading':
      return `.. _${id}-${block.id}:\n\n${heading(text(block.text), block.depth)}`;
    case 'list':
      return block.items.map((each) => item(block.ordered ? '#. ' : '- ', each, text)).join('\n');
    case 'table':
      return `.. list-table::\n   :header-rows: 1\n   :widths: 3 3 1 1\n\n${[block.head, ...block.rows].map(row).join('\n')}`;
    case 'code':
      return `.. code-block:: json\n\n${block.text.replace(/^/gm, '   ')}`;
    default:
      return block.note
        ? `${text(block.text)}\n\n.. [#${id}-${block.note.id}] ${text(block.note.text)}`
        : text(block.text);
  }
}

/** A list in an item stands between empty lines. */
function item(mark, { text: own, items = [] }, text) {
  const inner = items.map((each) => `${' '.repeat(mark.length)}- ${text(each.text)}`);
  return `${mark}${text(own)}${inner.length > 0 ? `\n\n${inner.join('\n')}\n` : ''}`;
}

const settings = (title, language) => `project = ${JSON.stringify(title)}
language = '${language}'
version = '1'
copyright = 'none'
epub_show_urls = 'no'
`;
