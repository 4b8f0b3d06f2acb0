import { InvalidArgumentError } from 'commander';
import { type Format, formats } from '../course.ts';
import { bilingualKinds, type EditionId, languages, type PdfStandard, pdfStandards } from '../model/index.ts';
import type { Speech } from './speech.ts';

/** Where the preview begins to look for a free port. */
export const startPort = 4300;

const reporters = ['text', 'json', 'sarif', 'junit', 'html'] as const;
const statusReporters = ['text', 'json'] as const;
export type StatusReporter = (typeof statusReporters)[number];
export type Reporter = (typeof reporters)[number];

type Reader<Value> = (typed: string, before?: Value) => Value;

export function readFormats(speech: Speech): Reader<readonly Format[]> {
  return listOf(formats.toReversed(), speech);
}

export function readEditions(speech: Speech): Reader<readonly EditionId[]> {
  return listOf([...languages, ...bilingualKinds], speech);
}

export function readPdfStandard(speech: Speech): Reader<PdfStandard> {
  return (typed) => oneOf(typed, pdfStandards, speech);
}

export function readReporter(speech: Speech): Reader<Reporter> {
  return (typed) => oneOf(typed, reporters, speech);
}

export function readStatusReporter(speech: Speech): Reader<StatusReporter> {
  return (typed) => oneOf(typed, statusReporters, speech);
}

export function readUi(speech: Speech): Reader<string> {
  return (typed) => oneOf(typed, languages, speech);
}

export function readJobs(speech: Speech): Reader<number> {
  return (typed) => {
    if (/^[1-9]\d?$/.test(typed)) return Number(typed);
    throw new InvalidArgumentError(speech.say('usage.allowed', { values: speech.say('usage.jobs') }));
  };
}

export function readPort(speech: Speech): Reader<number> {
  return (typed) => {
    if (/^\d{1,5}$/.test(typed) && Number(typed) <= 65_535) return Number(typed);
    throw new InvalidArgumentError(speech.say('usage.allowed', { values: speech.say('usage.port') }));
  };
}

/** `en.term=English,fr.term=French`: our names of columns, and the file's. */
export function readColumns({ say }: Speech): Reader<ReadonlyMap<string, string>> {
  return (typed, before = new Map()) => {
    const pairs = typed.split(',').map((part) => /^\s*([\w.]+)\s*=\s*(.+?)\s*$/.exec(part));
    if (pairs.some((pair) => pair === null))
      throw new InvalidArgumentError(say('usage.allowed', { values: 'en.term=English,fr.term=French' }));
    return new Map([...before, ...pairs.map((pair): [string, string] => [pair?.[1] ?? '', pair?.[2] ?? ''])]);
  };
}

/** Names separated by commas; the option may also be given several times. */
function listOf<Name extends string>(names: readonly Name[], speech: Speech): Reader<readonly Name[]> {
  return (typed, before = []) => [...before, ...typed.split(',').map((part) => oneOf(part, names, speech))];
}

function oneOf<Name extends string>(typed: string, names: readonly Name[], { say }: Speech): Name {
  const name = names.find((name) => name === typed.trim().toLowerCase());
  if (name) return name;
  throw new InvalidArgumentError(say('usage.allowed', { values: names.join(', ') }));
}
