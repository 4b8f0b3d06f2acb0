import { titleOf } from '../phrasing.mjs';
import { glossaryTitle, joined, languages, writeFiles } from './files.mjs';
import { blocksInMarkdown } from './markdown.mjs';

/** Pandoc’s Markdown: a book for each language in a file of its own. */
export function write(folder, workload) {
  for (const [side, language] of languages.entries()) {
    const chapters = workload.documents.map((document) => chapter(document, side, workload));
    const terms = workload.terms.map(({ term, definition }) => `${term[side]}\n:   ${definition[side]}`);
    const head = `---\ntitle: "${workload.title[side]}"\nlang: ${language}-CA\n---`;
    const text = joined([head, ...chapters.flat(), `# ${glossaryTitle[side]}`, ...terms]);
    writeFiles(folder, { [`book.${language}.md`]: text });
  }
}

function chapter(document, side, workload) {
  const form = {
    heading: ({ id }) => ` {#${document.id}-${id}}`,
    reference: (id) => `[${titleOf(id, workload, side)}](#${id.replace('#', '-')})`,
    note: (id) => `[^${document.id}-${id}]`,
    noteId: (id) => `${document.id}-${id}`,
  };
  return [`# ${document.title[side]} {#${document.id}}`, ...blocksInMarkdown(document, side, form)];
}
