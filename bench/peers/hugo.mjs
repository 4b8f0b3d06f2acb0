import { write } from '../workload/forms/hugo.mjs';
import { versionOf } from './installed.mjs';

export const hugo = {
  name: 'Hugo',
  write,
  version: () => versionOf('hugo', ['version']),
  outputs: {
    HTML: {
      commands: (source, out) => [['hugo', ['--quiet', '--source', source, '--destination', out]]],
      differs:
        'a layout of a few lines with navigation and contents; checks its references, not the languages; no search or linked terms',
    },
  },
};
