import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pair, write } from '../workload/forms/diptych.mjs';
import { passageOf } from '../workload/forms/files.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { bin, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** @param args - Further arguments of `diptych build`. */
function building(args) {
  return (source, out) => [[process.execPath, [path.join(root, bin.diptych), 'build', source, '--out', out, ...args]]];
}

const inEach = ['--edition', 'en,fr'];
const checks = 'holds the two languages against each other, checks links, ids and terms, and refuses what is amiss';

/** This project, as its published command is called. */
export const diptych = {
  name: 'Diptych',
  write,
  version: () => version,
  remembers: true,
  edit(source, time) {
    appendFileSync(path.join(source, 'source/d0.md'), `\n${pair(passageOf(time))}\n`);
  },
  outputs: {
    HTML: {
      commands: building([...inEach, '--format', 'html']),
      differs: `navigation, contents, search, terms linked to a glossary that leads back; ${checks}`,
    },
    EPUB: {
      commands: building([...inEach, '--format', 'epub']),
      differs: `list of the printed pages, for which the PDF is laid out too; linked glossary, landmarks; ${checks}`,
    },
    PDF: {
      commands: building([...inEach, '--format', 'pdf']),
      differs: `PDF/UA-1 and PDF/A-2a; references name the page of what they lead to; lines and pages chosen over whole paragraphs and chapters; ${checks}`,
    },
    everything: {
      commands: building(inEach),
      differs: 'the three above in one process',
    },
    'everything, and side by side': {
      commands: building([]),
      differs: 'the same, and the bilingual edition of each',
    },
  },
};
