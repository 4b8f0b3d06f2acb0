import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { languages, passageOf } from '../workload/forms/files.mjs';
import { write } from '../workload/forms/sphinx.mjs';
import { versionOf } from './installed.mjs';

/** What it remembers stands beside what it makes. */
const making = (builder) => (source, out) =>
  languages.map((language) => [
    'sphinx-build',
    [
      ...['-q', '-b', builder, '-d', path.join(out, `${language}-doctrees`)],
      ...[path.join(source, language), path.join(out, language)],
    ],
  ]);

export const sphinx = {
  name: 'Sphinx',
  write,
  version: () => versionOf('sphinx-build'),
  remembers: true,
  edit(source, time) {
    const passage = passageOf(time);
    for (const [side, language] of languages.entries())
      appendFileSync(path.join(source, language, 'd0.rst'), `\n${passage[side]}\n`);
  },
  outputs: {
    HTML: {
      commands: making('html'),
      differs:
        'navigation, contents, search and an index; checks its references, not the languages; terms linked where the author marks them',
    },
    EPUB: {
      commands: making('epub'),
      differs: 'contents and an index; no list of printed pages or check of the languages',
    },
  },
};
