import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { languages } from '../workload/forms/files.mjs';
import { write } from '../workload/forms/typst.mjs';
import { packageVersion } from './installed.mjs';

const script = fileURLToPath(new URL('run/typst.mjs', import.meta.url));

export const typst = {
  name: 'Typst',
  write,
  version: () => packageVersion('@myriaddreamin/typst-ts-node-compiler'),
  outputs: {
    PDF: {
      commands: (source, out) =>
        languages.map((language) => [
          process.execPath,
          [script, source, `book.${language}.typ`, path.join(out, `book.${language}.pdf`)],
        ]),
      differs:
        'our faces, measure and spaces; contents and bookmarks; lines chosen over whole paragraphs; its compiler for Node, which remembers nothing between processes',
    },
  },
};
