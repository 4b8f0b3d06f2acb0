import { type Concept, type Designation, type Language, type LanguageMap, languages } from '../../model/index.ts';

/** What a file of terms holds, and what of it could not be taken over. */
export interface ImportedTerms {
  readonly concepts: readonly Concept[];
  /** Names of entries that lack a language, with that language; they are left out. */
  readonly incomplete: readonly { readonly name: string; readonly language: Language }[];
}

/** One entry of a file, before it is known to be whole. */
export interface RawEntry {
  readonly id: string;
  readonly status?: Concept['status'];
  readonly domain?: string;
  readonly source?: NonNullable<Concept['source']>;
  readonly evidence?: string;
  readonly caseSensitive: boolean;
  readonly designations: Partial<LanguageMap<Designation>>;
}

/** Entries with both languages become concepts, each under an id that a glossary may have, and that no other has. */
export function conceptsOf(entries: readonly RawEntry[]): ImportedTerms {
  const taken = new Set<string>();
  const concepts: Concept[] = [];
  const incomplete: { name: string; language: Language }[] = [];
  for (const entry of entries) {
    const { en, fr } = entry.designations;
    const id = freeId(safeId(entry.id) ?? safeId(en?.term ?? fr?.term ?? '') ?? 'term', taken);
    if (!en || !fr) {
      const language = en ? 'fr' : 'en';
      incomplete.push({ name: en?.term ?? fr?.term ?? entry.id, language });
      continue;
    }
    taken.add(id);
    const { designations: _, status = 'preferred', ...facts } = entry;
    concepts.push({ ...facts, id, en, fr, status });
  }
  return { concepts, incomplete };
}

/** A concept's source in one text: as it stands, or as JSON where it is a map or would be taken for JSON. */
export function sourceText(source: NonNullable<Concept['source']>): string {
  return typeof source === 'string' && !/^[{"]/.test(source) ? source : JSON.stringify(source);
}

/** What `sourceText` wrote; a text that is no JSON is itself. */
export function sourceIn(written: string): NonNullable<Concept['source']> {
  if (!/^[{"]/.test(written)) return written;
  try {
    return JSON.parse(written);
  } catch {
    return written;
  }
}

/** Letters and figures of the name, with hyphens between; undefined where it has none. */
function safeId(name: string): string | undefined {
  if (/^_\d[\w-]*$/.test(name)) return name.slice(1); // as TBX has to write an id that begins with a figure
  if (/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(name)) return name;
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? undefined : plain.slice(0, 80);
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  return free;
}

/** A designation without what is empty, as the glossary has it. */
export function designationOf(
  facts: {
    readonly [Key in keyof Designation]?: Designation[Key] | undefined;
  },
): Designation | undefined {
  const { term } = facts;
  if (term === undefined || term === '') return undefined;
  const kept = Object.entries(facts).filter(([, value]) => value !== undefined && value.length > 0);
  return { ...Object.fromEntries(kept), term };
}

/** The publication's language that a tag or a name is of. */
export function languageNamed(name: string): Language | undefined {
  const lower = name.trim().toLowerCase();
  return languages.find((language) => lower.split(/[-_]/)[0] === language);
}
