import { write } from '../workload/forms/asciidoc.mjs';
import { bookEach } from './books.mjs';
import { versionOf } from './installed.mjs';

const making = (program, ending) => bookEach(['adoc', ending], (file, book) => [program, ['-o', book, file]]);

export const asciidoctor = {
  name: 'Asciidoctor',
  write,
  version: () => versionOf('asciidoctor'),
  outputs: {
    HTML: {
      commands: making('asciidoctor', 'html'),
      differs:
        'one long page in each language with contents; no navigation between pages, search, linked terms or check of the languages',
    },
  },
};

export const asciidoctorPdf = {
  name: 'Asciidoctor PDF',
  write,
  version: () => versionOf('asciidoctor-pdf'),
  outputs: {
    PDF: {
      commands: making('asciidoctor-pdf', 'pdf'),
      differs: 'contents and bookmarks; lines one after the other, no hyphens',
    },
  },
};
