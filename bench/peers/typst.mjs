import { fileURLToPath } from 'node:url';
import { write } from '../workload/forms/typst.mjs';
import { bookEach } from './books.mjs';
import { packageVersion } from './installed.mjs';

const script = fileURLToPath(new URL('run/typst.mjs', import.meta.url));

export const typst = {
  name: 'Typst',
  write,
  version: () => packageVersion('@myriaddreamin/typst-ts-node-compiler'),
  outputs: {
    PDF: {
      commands: bookEach(['typ', 'pdf'], (file, book) => [process.execPath, [script, file, book]]),
      differs:
        'our faces, measure and spaces; contents and bookmarks; lines chosen over whole paragraphs; its compiler for Node, which remembers nothing between processes',
    },
  },
};
