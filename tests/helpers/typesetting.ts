import { readFileSync } from 'node:fs';
import { textIn, walk } from '../../pipeline/align/index.ts';
import { typeset } from '../../pipeline/language/index.ts';
import { parseDocument } from '../../pipeline/read/index.ts';
import { filesIn } from './files.ts';

/** The words of every paragraph, heading and cell below a folder, as they were typed. */
export function passagesBelow(folder: string): readonly string[] {
  return filesIn(folder, '.md').flatMap((path) => {
    const passages: string[] = [];
    walk(parseDocument(readFileSync(path, 'utf8'), path).value, (node) => {
      if (!['paragraph', 'heading', 'tableCell'].includes(node.type)) return;
      for (const language of ['en', 'fr'] as const) passages.push(textIn(node, language));
    });
    return [...new Set(passages)];
  });
}

/** What no typographer may touch: addresses, e-mail, code, ISO dates, telephone numbers, 12:30 and 3:1. */
const untouchable: readonly RegExp[] = [
  /https?:\/\/[^\s<>"'’«»”)]*[\p{L}\p{N}/]/gu,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /\b\d{4}-\d{2}-\d{2}\b/g,
  /\b\d{1,2}:\d{2}\b|\b\d:\d\b/g,
  /(?<![\d-])(?:1-)?\d{3}-\d{3}-\d{4}\b|\(\d{3}\) \d{3}-\d{4}/g,
  /\b[a-z]+::[a-z]+\b|\b[a-z]+_[a-z_]+\b/g,
];

/** Dates and times in words, of which spaces alone may change. */
const spaced: readonly RegExp[] = [
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{1,2}(?:,\s\d{4})?/g,
  /\b(?:1er|\d{1,2})\s(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?:\s\d{4})?/g,
  /\b\d{1,2}\s?h(?:\s?\d{2})?(?![\p{L}\d])/gu,
  /\b\d{1,2}(?::\d{2})?\s[ap]\.m\./g,
];

interface Typesetting {
  readonly faults: readonly string[];
  /** Things found that must not be touched. */
  readonly held: number;
}

export function faultsOfTypesetting(passages: readonly string[], tag: string): Typesetting {
  const faults: string[] = [];
  let held = 0;
  for (const passage of passages) {
    const once = typeset(passage, tag);
    if (typeset(once, tag) !== once) faults.push(`changes once more: ${passage}`);
    for (const pattern of untouchable) {
      const before = passage.match(pattern) ?? [];
      held += before.length;
      if (before.join('\n') !== (once.match(pattern) ?? []).join('\n')) faults.push(`touched ${before}: ${once}`);
    }
    for (const pattern of spaced) {
      const plain = (text: string): string => (text.match(pattern) ?? []).join('\n').replace(/[^\S\n]/gu, '');
      held += passage.match(pattern)?.length ?? 0;
      if (plain(passage) !== plain(once)) faults.push(`changed ${plain(passage)}: ${once}`);
    }
  }
  return { faults, held };
}
