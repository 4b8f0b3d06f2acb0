import { phrasing, titleOf } from '../phrasing.mjs';
import { glossaryTitle, joined, languages, writeFiles } from './files.mjs';

/** Asciidoctor’s: a book for each language, which includes a file for each document. */
export function write(folder, workload) {
  for (const [side, language] of languages.entries()) {
    const files = workload.documents.map((document) => [
      `${document.id}.${language}.adoc`,
      chapter(document, side, workload),
    ]);
    const book = [
      `= ${workload.title[side]}\n:doctype: book\n:lang: ${language}\n:toc:`,
      ...files.map(([name]) => `include::${name}[]`),
      `[glossary]\n== ${glossaryTitle[side]}`,
      workload.terms.map(({ term, definition }) => `${term[side]}:: ${definition[side]}`).join('\n'),
    ];
    writeFiles(folder, { ...Object.fromEntries(files), [`book.${language}.adoc`]: joined(book) });
  }
}

function chapter({ id, title, blocks }, side, workload) {
  const text = (both, note) =>
    phrasing(both[side], {
      text: (value) => value,
      strong: (value) => `*${value}*`,
      emphasis: (value) => `_${value}_`,
      address: (value) => value,
      reference: (to) => `<<${to.replace('#', '-')},${titleOf(to, workload, side)}>>`,
      note: () => `footnote:[${text(note.text)}]`,
    });
  const written = blocks.map((block) => asciidocOf(block, { text, id }));
  return joined([`[#${id}]\n== ${title[side]}`, ...written]);
}

function asciidocOf(block, { text, id }) {
  const item = (mark, { text: own, items = [] }) =>
    [`${mark} ${text(own)}`, ...items.map((inner) => `${mark}* ${text(inner.text)}`)].join('\n');
  const row = (cells) => cells.map((cell) => `|${text(cell)}`).join(' ');
  switch (block.kind) {
    case 'heading':
      return `[#${id}-${block.id}]\n${'='.repeat(block.depth + 1)} ${text(block.text)}`;
    case 'list':
      return block.items.map((each) => item(block.ordered ? '.' : '*', each)).join('\n');
    case 'table':
      return ['[cols="3,3,>1,>1",options="header"]\n|===', row(block.head), ...block.rows.map(row), '|==='].join('\n');
    case 'code':
      return `[source,json]\n----\n${block.text}\n----`;
    default:
      return text(block.text, block.note);
  }
}
