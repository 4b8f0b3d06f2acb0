import { parseArgs } from 'node:util';

export const usage = `npm run bench [-- options]

Whole processes, side by side: this project and each peer that is on the machine, over the same words.

  --documents <list>   numbers of documents, separated by commas; 10,100 unless told (10,100,1000 shows growth; 10000 takes hours)
  --runs <number>      of each, one after the other in turn; 3 unless told
  --only <list>        only these programs (names as in the table, the first words do) and the bare floor
  --outputs <list>     only these outputs: HTML, EPUB, PDF, everything
  --to <folder>        where results, table and drawings go; docs/ unless told
  --help               this text
`;

const words = (text) => text?.split(',').map((word) => word.trim().toLowerCase());

/** @returns what was asked for on the command line. @throws for what it does not know. */
export function optionsOf(args) {
  const text = { type: 'string' };
  const { values } = parseArgs({
    args,
    options: {
      documents: { ...text, default: '10,100' },
      runs: { ...text, default: '3' },
      only: text,
      outputs: text,
      to: { ...text, default: 'docs' },
      help: { type: 'boolean', default: false },
    },
  });
  const documents = values.documents.split(',').map(Number);
  const runs = Number(values.runs);
  if (![...documents, runs].every((number) => Number.isInteger(number) && number > 0)) throw new Error(usage);
  return {
    documents,
    runs,
    only: words(values.only),
    outputs: words(values.outputs),
    to: values.to,
    help: values.help,
  };
}
