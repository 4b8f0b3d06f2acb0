import type { ImportedRepository } from '../exchange/index.ts';
import type { Diagnostic } from '../model/index.ts';
import { sentencesOf } from '../report/index.ts';
import type { Speech } from './speech.ts';

/** Where things stood, in the old files. */
function placeOf(path: string, line?: number): string {
  return path.replace(/^source\//, '') + (line === undefined ? '' : `:${line}`);
}

/**
 * What was made of which file, what was doubtful, and each passage that stands in one language only.
 *
 * @param diagnostics - What was found in the repository as it was read.
 */
export function importReport(
  { documents, dead }: ImportedRepository,
  diagnostics: readonly Diagnostic[],
  speech: Speech,
  { brief = false } = {},
): string {
  const { say, count, strings } = speech;
  const sum = (of: 'aligned' | 'loose'): number => documents.reduce((all, document) => all + document[of], 0);
  const lone = documents.flatMap((document) => document.lone);
  const alone = documents.filter(({ from }) => !from.en || !from.fr);
  const head = [
    count('import.documents', documents.length),
    count('import.aligned', sum('aligned')),
    ...(sum('loose') > 0 ? [count('import.loose', sum('loose'))] : []),
    ...(lone.length > 0 ? [count('import.lone', lone.length)] : []),
    ...(alone.length > 0 ? [count('import.alone', alone.length)] : []),
    ...(dead.length > 0 ? [count('import.dead', dead.length)] : []),
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
    ...(dead.length > 0 ? ['', say('import.led-nowhere')] : []),
    ...dead.map(({ path, url, line }) => `  ${placeOf(path, line)}  ${url}`),
    ...(lone.length > 0 ? ['', say('import.listed')] : []),
    ...lone.map(({ path, line, language, words }) => `  ${placeOf(path, line)}  ${language}  ${words}`),
  ].join('\n');
}
