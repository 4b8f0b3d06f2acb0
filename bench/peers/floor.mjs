import { fileURLToPath } from 'node:url';
import { write } from '../workload/forms/gfm.mjs';
import { packageVersion } from './installed.mjs';

const script = fileURLToPath(new URL('run/floor.mjs', import.meta.url));

/** What all that read Markdown with remark pay: the same files, parsed and written as HTML, in one process. */
export const floor = {
  name: 'unified, bare',
  write,
  version: () => packageVersion('unified'),
  outputs: {
    HTML: {
      commands: (source, out) => [[process.execPath, [script, source, out]]],
      differs: 'bodies of pages alone: no head, navigation, contents, glossary links, search or check of any kind',
    },
  },
};
