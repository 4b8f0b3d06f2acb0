import { escaped, preamble } from '../../pdf/preamble.mjs';
import { phrasing, titleOf } from '../phrasing.mjs';
import { glossaryTitle, joined, languages, writeFiles } from './files.mjs';

/** Typst’s: a book for each language, which includes a file for each document. */
export function write(folder, workload) {
  for (const [side, language] of languages.entries()) {
    const files = workload.documents.map((document) => [
      `${document.id}.${language}.typ`,
      chapter(document, side, workload),
    ]);
    const book = [
      preamble({ title: workload.title[side], language }),
      ...files.map(([name]) => `#include "${name}"`),
      `= ${glossaryTitle[side]}`,
      workload.terms.map(({ term, definition }) => `/ ${escaped(term[side])}: ${escaped(definition[side])}`).join('\n'),
    ];
    writeFiles(folder, { ...Object.fromEntries(files), [`book.${language}.typ`]: joined(book) });
  }
}

function chapter({ id, title, blocks }, side, workload) {
  const text = (both, note) =>
    phrasing(both[side], {
      text: escaped,
      strong: (value) => `*${escaped(value)}*`,
      emphasis: (value) => `_${escaped(value)}_`,
      address: (value) => `#link("${value}")`,
      reference: (to) => `#link(<${to.replace('#', '-')}>)[${escaped(titleOf(to, workload, side))}]`,
      note: () => `#footnote[${text(note.text)}]`,
    });
  const written = blocks.map((block) => typstOf(block, { text, id }));
  return joined([`= ${escaped(title[side])} <${id}>`, ...written]);
}

function typstOf(block, { text, id }) {
  const item = (mark, { text: own, items = [] }) =>
    [`${mark} ${text(own)}`, ...items.map((inner) => `  - ${text(inner.text)}`)].join('\n');
  const row = (cells) => cells.map((cell) => `[${text(cell)}]`).join(', ');
  switch (block.kind) {
    case 'heading':
      return `${'='.repeat(block.depth)} ${text(block.text)} <${id}-${block.id}>`;
    case 'list':
      return block.items.map((each) => item(block.ordered ? '+' : '-', each)).join('\n');
    case 'table':
      return `#table(columns: (3fr, 3fr, 1fr, 1fr), table.header(${row(block.head)}),\n${block.rows.map(row).join(',\n')})`;
    case 'code':
      return `\`\`\`json\n${block.text}\n\`\`\``;
    default:
      return text(block.text, block.note);
  }
}
