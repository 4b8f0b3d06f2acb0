import type { FootnoteDefinition, Nodes } from 'mdast';
import { visit } from '../model/index.ts';
import { type Assembly, type Draft, report } from './assembly.ts';
import { rewrite } from './rewrite.ts';
import { leaveNotes } from './unfinished.ts';

/**
 * Takes the notes out of the tree and numbers them in the order of their first call; `footnotes-match` speaks of those
 * that are called and not defined, defined twice, or defined and never called.
 */
export function takeNotes(draft: Draft, assembly: Assembly): void {
  const path = draft.source?.path ?? '';
  const { defined, again } = takeDefinitions(draft, assembly);
  const isDraft = assembly.publication.draft;
  const called: FootnoteDefinition[] = [];
  const calls = new Map<string, number>();
  const numbers = new Map<string, number>();

  const number = (node: Nodes): Nodes[] => {
    if (node.type !== 'footnoteReference') return [node];
    const label = node.label ?? node.identifier;
    const note = defined.get(node.identifier);
    if (!note) {
      report(assembly, 'footnotes-match', {
        path,
        position: node.position,
        details: { variant: variantOf('undefined', assembly), label },
      });
      return isDraft ? [{ type: 'text', value: `[${label}]` }] : [];
    }
    const call = (calls.get(node.identifier) ?? 0) + 1;
    calls.set(node.identifier, call);
    if (call === 1) numbers.set(node.identifier, called.push(note));
    node.data = { ...node.data, number: numbers.get(node.identifier) ?? 0, call };
    return [node];
  };

  rewrite(draft.tree, number);
  for (const note of called) rewrite(note, number); // grows while it runs: a note may call a note
  for (const note of defined.values()) {
    if (calls.has(note.identifier)) continue;
    const variant = isCalled(draft, note.identifier) ? variantOf('unused', assembly) : 'unused';
    const details = { variant, label: note.label ?? note.identifier };
    report(assembly, 'footnotes-match', { path, position: note.position, details, severity: 'warning' });
  }
  if (isDraft)
    leaveNotes(draft.tree, [...again, ...[...defined.values()].filter((note) => !calls.has(note.identifier))]);
  draft.notes = called.map((note, index) => ({ ...note, data: { ...note.data, number: index + 1 } }));
}

/** Called by either language. */
function isCalled({ source }: Draft, identifier: string): boolean {
  let called = false;
  if (!source) return called;
  visit(source.tree, 'footnoteReference', (node) => {
    called ||= node.identifier === identifier;
  });
  return called;
}

/** The sentence names the language, so there is one for each. */
function variantOf(kind: string, { language }: Assembly): string {
  return `${kind}-${language}`;
}

/** The first definition of each label; all leave the tree. */
function takeDefinitions(draft: Draft, assembly: Assembly) {
  const path = draft.source?.path ?? '';
  const defined = new Map<string, FootnoteDefinition>();
  const again: FootnoteDefinition[] = [];
  visit(draft.tree, 'footnoteDefinition', (note) => {
    const earlier = defined.get(note.identifier);
    if (!earlier) defined.set(note.identifier, note);
    else {
      again.push(note);
      report(assembly, 'footnotes-match', {
        path,
        position: note.position,
        details: { variant: 'twice', label: note.label ?? note.identifier, line: earlier.position?.start.line ?? 0 },
        related: { path, ...(earlier.position && { position: earlier.position }) },
      });
    }
  });
  rewrite(draft.tree, (node) => (node.type === 'footnoteDefinition' ? [] : [node]));
  return { defined, again };
}
