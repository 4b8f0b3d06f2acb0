import { titleOf } from '../phrasing.mjs';
import { joined, languages, writeFiles } from './files.mjs';
import { blocksInMarkdown } from './markdown.mjs';

/** GitHub’s Markdown, a file for each document and language, for what only parses and writes: ids of headings are left out. */
export function write(folder, workload) {
  for (const [side, language] of languages.entries()) {
    const form = {
      heading: () => '',
      reference: (id) => `[${titleOf(id, workload, side)}](${id.replace('#', '.html#')})`,
      note: (id) => `[^${id}]`,
    };
    const files = workload.documents.map((document) => [
      `${language}/${document.id}.md`,
      joined([`# ${document.title[side]}`, ...blocksInMarkdown(document, side, form)]),
    ]);
    const terms = workload.terms.map(({ term, definition }) => `**${term[side]}**: ${definition[side]}`);
    writeFiles(folder, { ...Object.fromEntries(files), [`${language}/glossary.md`]: joined(terms) });
  }
}
