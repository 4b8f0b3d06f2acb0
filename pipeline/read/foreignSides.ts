import type { Nodes } from 'mdast';
import { textIn } from '../align/index.ts';
import { identifyLanguage } from '../language/index.ts';
import { addTo, type Language, otherLanguage } from '../model/index.ts';
import type { ReadFile } from './readFile.ts';
import { type MarkedPath, markedPath, nameOf, type SidePath } from './sides.ts';

/** A file whose path names a language. */
interface Member {
  readonly file: ReadFile;
  readonly side: MarkedPath;
}

/**
 * Which files of other people's repository are in one language, as their paths say in whatever way: `README-fr.md`,
 * `eng/`, `docs.fr/`, `report_f.md`. A path alone is not believed: the other side must be there, with a mark or without
 * one, and most words must not be in another language than the path says.
 *
 * @returns By path.
 */
export function foreignSides(files: readonly ReadFile[]): ReadonlyMap<string, SidePath> {
  const spoken = new Map(files.map((file) => [file, spokenIn(file.tree)]));
  const groups = new Map<string, Member[]>();
  for (const file of files) {
    const side = markedPath(file.path);
    if (side) addTo(groups, side.group.toLowerCase(), { file, side });
  }
  const found = new Map<string, SidePath>();
  for (const members of groups.values()) {
    const isWhole = (['en', 'fr'] as const).every((language) => members.some(({ side }) => side.language === language));
    const sides = isWhole ? markedSides(members, files, spoken) : besideUnmarked(members, files, spoken);
    for (const [path, side] of sides) if (!found.has(path)) found.set(path, side);
  }
  return found;
}

type Spoken = ReadonlyMap<ReadFile, Language | undefined>;
type Sides = readonly (readonly [string, SidePath])[];

/** Both languages have a mark. */
function markedSides(members: readonly Member[], files: readonly ReadFile[], spoken: Spoken): Sides {
  const isLetter = members.some(({ side }) => side.isLetter);
  const isDoubted = (language: Language): boolean => {
    const own = members.filter(({ side }) => side.language === language);
    return 2 * own.filter(({ file }) => spoken.get(file) === otherLanguage(language)).length >= own.length;
  };
  if (isDoubted('en') || isDoubted('fr')) return [];
  if (
    isLetter &&
    (hasOtherLetter(members, files) || members.some(({ file, side }) => spoken.get(file) !== side.language))
  )
    return [];
  return members.map(({ file, side }) => [file.path, side]);
}

/** `annex_d.md`, `annex_e.md`, `annex_f.md`: letters that count, and name no language. */
function hasOtherLetter(members: readonly Member[], files: readonly ReadFile[]): boolean {
  const stems = new Set(members.map(({ side }) => side.bare.toLowerCase()));
  return files.some(({ path }) => {
    const [, stem = '', letter = ''] = /^(.+)[-_]([a-z])$/i.exec(nameOf(path)) ?? [];
    return stems.has(stem.toLowerCase()) && !/^[ef]$/i.test(letter);
  });
}

/** One language has no mark: `README.md` beside `README-fr.md`, `docs/` beside `docs.fr/`. */
function besideUnmarked(members: readonly Member[], files: readonly ReadFile[], spoken: Spoken): Sides {
  const plain = new Map(
    files.filter(({ path }) => !markedPath(path)).map((file) => [nameOf(file.path).toLowerCase(), file]),
  );
  const found = members.flatMap(({ file, side }) => {
    const language = otherLanguage(side.language);
    const beside = side.isLetter ? undefined : plain.get(side.bare.toLowerCase());
    if (!beside || spoken.get(beside) !== language || spoken.get(file) === language) return [];
    return [[beside.path, { language, key: side.key }] as const];
  });
  return found.length === 0 ? [] : [...found, ...members.map(({ file, side }) => [file.path, side] as const)];
}

/** From here on a second language is more than a line that leads to it. */
const least = 0.2;

/** The only language that a file has words in; undefined where it has both, or it cannot be told. */
function spokenIn({ children }: { readonly children: readonly Nodes[] }): Language | undefined {
  const letters = { en: 0, fr: 0 };
  for (const block of children) {
    if (block.type === 'code' || block.type === 'definition') continue;
    const heard = identifyLanguage(textIn(block, 'en'));
    if (heard.language) letters[heard.language] += heard.letters;
  }
  const total = letters.en + letters.fr;
  if (total === 0 || Math.min(letters.en, letters.fr) >= least * total) return undefined;
  return letters.en > letters.fr ? 'en' : 'fr';
}
