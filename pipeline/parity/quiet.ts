import { type Memory, noMemory, type Read, type ReadFrom } from '../model/index.ts';
import type { Passage, Side } from './passages/index.ts';
import { documentRules, passageRules, sideRules } from './rules/index.ts';
import type { ParitySettings } from './settings.ts';

/** No rule has anything to tell of the passage, not even what a neighbour might excuse. */
export function isQuiet(passage: Passage, settings: ParitySettings): boolean {
  if (sideRules.some((rule) => rule(passage, settings).length > 0)) return false;
  if (passage.alone) return true;
  if (passageRules.some((rule) => rule(passage, settings).length > 0)) return false;
  return !documentRules.some(({ isOpen }) => isOpen?.(passage, settings));
}

/** Tells which keys of tables are read; while a part is made by itself, tells that part. */
export class Reader {
  #read: Read;

  constructor(read: Read) {
    this.#read = read;
  }

  readonly read: Read = (table, key) => this.#read(table, key);

  /** What `make` gives, and the keys that it read, which are told to `read` alone. */
  within<Value>(read: Read, make: () => Value): { readonly value: Value; readonly reads: readonly Parameters<Read>[] } {
    const around = this.#read;
    const reads = new Map<string, Parameters<Read>>();
    this.#read = (table, key) => {
      reads.set(`${table} ${key}`, [table, key]);
      read(table, key);
    };
    try {
      return { value: make(), reads: [...reads.values()] };
    } finally {
      this.#read = around;
    }
  }
}

/**
 * As `isQuiet`, from what was found of a passage that said the same in the build before, wherever it stood.
 *
 * @param settings - They tell the reader what they read; so does the context of the passages.
 * @param from - All that rules read besides the passage.
 */
export function quietBefore(
  settings: ParitySettings,
  reader: Reader,
  { from, memory }: { readonly from: ReadFrom; readonly memory: Memory },
): (passage: Passage) => boolean {
  if (memory === noMemory) return (passage) => isQuiet(passage, settings);
  const own = memory.part('passages');
  return (passage) => {
    if (passage.differences.length > 0) return isQuiet(passage, settings);
    const { value, reads } = own.recallReading(saidBy(passage), from, (read) =>
      reader.within(read, () => isQuiet(passage, settings)),
    );
    for (const each of reads) reader.read(...each);
    return value;
  };
}

/** Everything that rules read in a passage, but for where it stands; what all of its document share is theirs. */
function saidBy({ path, first, parts, lone, alone, context }: Passage): string {
  const said = [path.endsWith('.yaml') ? 'yaml' : '', first, `${alone}`];
  for (const part of lone ? [...parts, lone] : parts) said.push(part.role, ...saidOn(part.en), ...saidOn(part.fr));
  const sides = [...parts, ...(lone ? [lone] : [])].flatMap(({ en, fr }) => [en, fr]);
  if (sides.some(({ notes, images }) => notes.length + images.length > 0)) {
    const { called, defined, shown } = context;
    for (const { en, fr } of [called, defined, shown]) said.push('|', ...en, '|', ...fr);
  }
  return said.join('\u0001');
}

function saidOn({ pieces, links, images, concepts, notes }: Side): readonly string[] {
  return [
    ...pieces.flatMap(({ kind, value }) => [kind, value]),
    ...links.flatMap(({ url, position }) => ['link', url, position.path ?? '']),
    ...images.flatMap(({ url, alt }) => ['image', url, alt]),
    ...concepts.flatMap((concept) => ['concept', concept]),
    ...notes.flatMap(({ label }) => ['note', label]),
  ];
}
