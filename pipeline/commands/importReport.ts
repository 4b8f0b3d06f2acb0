import type { ImportedRepository } from '../exchange/index.ts';
import type { Diagnostic } from '../model/index.ts';
import { sentencesOf } from '../report/index.ts';
import type { Speech } from './speech.ts';
import type { untakenOf } from './untaken.ts';

/** What was made of a repository, and what was found on the way. */
interface Found extends ImportedRepository {
  /** As the repository was read. */
  readonly diagnostics: readonly Diagnostic[];
  readonly untaken: ReturnType<typeof untakenOf>;
}

/** Where things stood, in the old files. */
function placeOf(path: string, line?: number): string {
  return path.replace(/^source\//, '') + (line === undefined ? '' : `:${line}`);
}

/** What was made of which file, what was doubtful, what was not taken, and each passage that stands in one language only. */
export function importReport(
  { documents, dead, diagnostics, untaken }: Found,
  speech: Speech,
  { brief = false } = {},
): string {
  const { say, count, strings } = speech;
  const sum = (of: 'aligned' | 'loose'): number => documents.reduce((all, document) => all + document[of], 0);
  const lone = documents.flatMap((document) => document.lone);
  const alone = documents.filter(({ from }) => !from.en || !from.fr);
  const readings = diagnostics.filter(({ rule }) => rule === 'file-is-readable');
  const lost = readings.filter(({ severity }) => severity === 'error');
  const decoded = readings.filter(({ severity }) => severity !== 'error');
  const head = [
    count('import.documents', documents.length),
    count('import.aligned', sum('aligned')),
    ...(sum('loose') > 0 ? [count('import.loose', sum('loose'))] : []),
    ...(lone.length > 0 ? [count('import.lone', lone.length)] : []),
    ...(alone.length > 0 ? [count('import.alone', alone.length)] : []),
    ...(dead.length > 0 ? [count('import.dead', dead.length)] : []),
    ...(decoded.length > 0 ? [count('import.decoded', decoded.length)] : []),
    ...(lost.length > 0 ? [count('import.unreadable', lost.length)] : []),
    ...(untaken.length > 0 ? [count('import.untaken', untaken.length)] : []),
  ];
  if (brief) return head.join('\n');
  const doubts = diagnostics.filter(({ rule }) => rule === 'files-correspond');
  return [
    ...head,
    '',
    ...documents.map(
      ({ path, from }) =>
        `${placeOf(path)}: ${[...new Set([from.en, from.fr])].flatMap((each) => (each ? placeOf(each) : [])).join(' + ')}`,
    ),
    ...(doubts.length > 0 ? ['', say('import.doubts')] : []),
    ...doubts.map((each) => `  ${placeOf(each.path)}: ${sentencesOf(each, strings).message}`),
    ...(readings.length > 0 ? ['', say('import.readings')] : []),
    ...readings.map((each) => `  ${placeOf(each.path)}: ${sentencesOf(each, strings).message}`),
    ...(untaken.length > 0 ? ['', say('import.not-taken')] : []),
    ...untaken.map(({ path, reason }) => `  ${path}: ${say(`import.reason.${reason}`)}`),
    ...(dead.length > 0 ? ['', say('import.led-nowhere')] : []),
    ...dead.map(({ path, url, line }) => `  ${placeOf(path, line)}  ${url}`),
    ...(lone.length > 0 ? ['', say('import.listed')] : []),
    ...lone.map(({ path, line, language, words }) => `  ${placeOf(path, line)}  ${language}  ${words}`),
  ].join('\n');
}
