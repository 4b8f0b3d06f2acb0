import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import {
  type Language,
  type LanguageMap,
  type LanguageTag,
  otherLanguage,
  type Review,
  type Unit,
  type UnitSide,
} from '../../model/index.ts';

/** A passage as it goes to a translator. */
export interface OutgoingUnit {
  /** As `diptych status` names it. */
  readonly name: string;
  readonly path: string;
  readonly line: number;
  /** As written, without fences and the blank lines inside them. */
  readonly source: string;
  /** Undefined where there is none yet. */
  readonly target?: string;
  readonly state: Unit['state'];
}

/** What goes out in one direction. */
export interface Outgoing {
  readonly from: Language;
  readonly to: Language;
  readonly tags: LanguageMap<LanguageTag>;
  readonly units: readonly OutgoingUnit[];
}

/** A passage as it comes back. */
export interface IncomingUnit {
  readonly name: string;
  readonly source: string;
  readonly target: string;
  /** Of the target when it went out; undefined where there was none. */
  readonly before?: string;
  /** The translator has not finished it. */
  readonly unfinished?: boolean;
  /** Its end may have been cut off. */
  readonly cut?: boolean;
}

export interface Incoming {
  readonly to: Language;
  readonly units: readonly IncomingUnit[];
  /** Names of all that went out. */
  readonly names: readonly string[];
}

/** Why a file that came back cannot be read. */
export interface Unreadable {
  readonly reason:
    | 'exchange-xml'
    | 'exchange-not-xliff'
    | 'exchange-po'
    | 'exchange-language'
    | 'exchange-empty'
    | 'exchange-encoding'
    | 'exchange-bytes'
    | 'exchange-declared';
  /** As the file declares it. */
  readonly encoding?: string;
  /** 1-based, where it is known. */
  readonly line?: number;
}

/** With the line ends that translators' tools have; those of the source are put back. */
export function lined(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** The words of a side as a translator gets them: without what its lines begin with in a list item or a quotation. */
export function wordsOf({ source, prefix = '' }: Pick<UnitSide, 'source' | 'prefix'>): string {
  const text = source.replace(/\r\n?/g, '\n');
  if (prefix === '') return text.trim();
  const short = prefix.trimEnd();
  return text
    .split('\n')
    .map((line) => {
      if (line.startsWith(prefix)) return line.slice(prefix.length);
      return line.trimEnd() === short ? '' : line;
    })
    .join('\n')
    .trim();
}

/** Says whether a target is still what it was: 16 hex digits. */
export function markOf(target: string): string {
  return bytesToHex(sha256(utf8ToBytes(lined(target)))).slice(0, 16);
}

/** Texts of YAML and words for pictures have no place of their own in a file for translators. */
export function isPassage({ name }: Pick<Unit, 'name'>): boolean {
  return name.includes('#') && !/^(?:publication|glossary)\.yaml#|\.alt$/.test(name);
}

/**
 * What translators have to do, in each direction that has some.
 *
 * @param stale - Only what is missing, or was reworded on the other side since it was approved.
 */
export function outgoing(review: Review, tags: LanguageMap<LanguageTag>, stale: boolean): readonly Outgoing[] {
  const wanted = review.units.filter(
    (unit) => isPassage(unit) && (!stale || unit.state === 'stale' || unit.state === 'missing'),
  );
  return (['fr', 'en'] as const).flatMap((to): Outgoing[] => {
    const from = otherLanguage(to);
    const units = wanted.flatMap(({ name, state, language, sides }): OutgoingUnit[] => {
      const [source, target] = [sides[from], sides[to]];
      if (language !== to || !source) return [];
      const line = source.position?.start.line ?? 1;
      const words = target && wordsOf(target);
      return [{ name, path: source.path, line, source: wordsOf(source), ...(words && { target: words }), state }];
    });
    return units.length > 0 ? [{ from, to, tags, units }] : [];
  });
}
