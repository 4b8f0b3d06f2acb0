import { write } from '../workload/forms/pandoc.mjs';
import { bookEach } from './books.mjs';
import { versionOf } from './installed.mjs';

const making = (ending, args) =>
  bookEach(['md', ending], (file, book) => ['pandoc', [...args, '--toc', '-o', book, file]]);

export const pandoc = {
  name: 'Pandoc',
  write,
  version: () => versionOf('pandoc'),
  outputs: {
    HTML: {
      commands: making('html', ['-s', '-t', 'html5']),
      differs:
        'one long page in each language with contents; no navigation between pages, search, linked terms or check',
    },
    EPUB: {
      commands: making('epub', ['-t', 'epub3']),
      differs: 'contents; no list of printed pages, linked terms or check',
    },
  },
};
