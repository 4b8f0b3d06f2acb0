import type { Code, Html, Nodes, Parents, Root } from 'mdast';
import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import { type Language, visit } from '../model/index.ts';
import { nearest } from './nearest.ts';
import { pointsIn, report, type Source, sliceOf } from './source.ts';
import { containerNames, leafNames, textNames } from './syntax.ts';

/**
 * Report what looks like our syntax and was read as something else, or swallowed what follows it.
 *
 * @param root - As parsed, before directives are turned into nodes.
 */
export function checkFences(root: Root, source: Source): void {
  let wrongOpenings = 0;
  const pointAt = pointsIn(source.text);
  visit(root, (node, _, parent) => {
    if (node.type === 'paragraph' || node.type === 'heading') {
      for (const line of linesOf(node, source)) {
        if (/^:{3,}[ \t]*$/.test(line.text)) {
          const details = { variant: 'stray' };
          if (wrongOpenings > 0) wrongOpenings--;
          else report(source, 'fence-is-closed', { position: placeOf(line, pointAt), details });
        } else if (
          checkOpening(line.text, (rule, details) =>
            report(source, rule, { position: placeOf(line, pointAt), details }),
          )
        ) {
          wrongOpenings++;
        }
      }
    } else if (node.type === 'containerDirective') checkClosing(node, parent as Parents, source);
    else if (node.type === 'html') checkHtml(node, source);
    else checkInline(node, source);
  });
}

interface Line {
  /** Without indentation and marks of quotations. */
  readonly text: string;
  readonly offset: number;
}

function linesOf(node: Nodes, source: Source): Line[] {
  const start = node.position?.start.offset ?? 0;
  const slice = sliceOf(source, node);
  if (!slice.includes(':::') && !slice.includes('::')) return [];
  return [...slice.matchAll(/[^\r\n]+/g)].map((match) => {
    const text = match[0].replace(/^[ \t>]+/, '');
    return { text, offset: start + match.index + match[0].length - text.length };
  });
}

function placeOf(line: Line, pointAt: ReturnType<typeof pointsIn>) {
  return { start: pointAt(line.offset), end: pointAt(line.offset + line.text.trimEnd().length) };
}

type Tell = (rule: 'fence-is-recognised' | 'directive-is-known', details: Record<string, string>) => void;

/** @returns whether the line was meant to open a container. */
function checkOpening(line: string, tell: Tell): boolean {
  const form = /^(:{2,})[ \t]*(?:\{[ \t]*)?(?:lang=|\.)?["']?([\p{L}][\p{L}\p{N}_-]*)["']?(.*)$/u.exec(line);
  if (!form) return false;
  const [, colons = '', name = '', rest = ''] = form;
  const language = languageMeant(name);
  if (colons === '::') {
    const alone = /^[ \t]*(?:\{[^}]*\})?[ \t]*$/.test(rest);
    if (alone && language) tell('fence-is-recognised', { variant: 'colons', right: `:::${language}` });
    else if (alone && isIn(leafNames, name)) tell('fence-is-recognised', { variant: 'form', right: `::${name}` });
    return alone && language !== undefined;
  }
  const known = language ?? (isIn(containerNames, name.toLowerCase()) ? name.toLowerCase() : undefined);
  if (known) {
    const attributes = (/\{([^}]*)\}/.exec(line)?.[1] ?? '')
      .replace(/(?<=^|\s)(?:lang=|\.)?["']?(?:en|fr)["']?(?=\s|$)/gi, '')
      .replaceAll('\\"', '&quot;') // attributes know no backslash
      .trim();
    const words = rest.replace(/\{[^}]*\}|\}/g, '').trim();
    const right = `${colons}${known}${attributes && !/^\W?\w+$/.test(name + attributes) ? `{${attributes}}` : ''}`;
    tell('fence-is-recognised', { variant: words ? 'words' : 'form', right });
    return true;
  }
  const near = nearest(name, containerNames);
  tell('directive-is-known', {
    variant: near ? 'near' : 'unknown',
    name: `:::${name}`,
    ...(near && { nearest: `:::${near}` }),
  });
  return true;
}

/** The language that a wrong name was meant to give: `FR`, `fr-CA`, `français`. */
export function languageMeant(name: string): Language | undefined {
  if (/^(?:en(?:[-_].*)?|english|anglais|eng)$/i.test(name)) return 'en';
  if (/^(?:fr(?:[-_].*)?|french|fran[cç]ais|fra|fre)$/i.test(name)) return 'fr';
  return undefined;
}

function isIn(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

function checkClosing(node: ContainerDirective, parent: Parents | undefined, source: Source): void {
  const code = lastLeaf(node);
  const line = node.position?.start.line ?? 0;
  if (code?.type === 'code' && isUnclosedCode(code, source)) {
    report(source, 'fence-is-closed', { ...code, details: { variant: 'code', name: `:::${node.name}`, line } });
    return;
  }
  if (node.children.some((child) => child.type === 'containerDirective' && isIn(['en', 'fr'], child.name))) {
    if (isIn(['en', 'fr'], node.name)) return; // said where the inner block is read
  }
  if (isClosed(node, source)) return;
  const inPair =
    parent?.type === 'containerDirective' && isIn(['en', 'fr'], parent.name) && isIn(['en', 'fr'], node.name);
  if (inPair) return; // likewise
  const nested = parent?.type === 'containerDirective' && colonsOf(parent, source) <= colonsOf(node, source);
  const details = nested
    ? { variant: 'nested', name: `:::${node.name}`, outer: `:::${parent.name}`, line: parent.position?.start.line ?? 0 }
    : { name: `:::${node.name}` };
  const start = node.position?.start;
  const position = start && {
    start,
    end: { line: start.line, column: start.column + colonsOf(node, source) + node.name.length },
  };
  report(source, 'fence-is-closed', { position, details });
}

function colonsOf(node: ContainerDirective, source: Source): number {
  return /^:*/.exec(sliceOf(source, node))?.[0].length ?? 0;
}

function isClosed(node: ContainerDirective, source: Source): boolean {
  const lines = sliceOf(source, node).split(/\r\n|\n|\r/);
  const closing = /^[ \t>]*(:{3,})[ \t]*$/.exec(lines.length > 1 ? (lines.at(-1) ?? '') : '')?.[1];
  return closing !== undefined && closing.length >= colonsOf(node, source);
}

function lastLeaf(node: Nodes): Nodes | undefined {
  let last: Nodes | undefined = node;
  while (last && 'children' in last && last.type !== 'paragraph') last = last.children.at(-1);
  return last;
}

function isUnclosedCode(node: Code, source: Source): boolean {
  const lines = sliceOf(source, node).split(/\r\n|\n|\r/);
  const fence = /^(`{3,}|~{3,})/.exec(lines[0] ?? '')?.[1];
  if (!fence) return false;
  const last = lines.length > 1 ? (lines.at(-1) ?? '').replace(/^[ \t>]+/, '').trimEnd() : '';
  return !(last.length >= fence.length && last === (fence[0] ?? '').repeat(last.length));
}

/** Raw HTML runs to the next blank line, and our syntax in it is only words. */
function checkHtml(node: Html, source: Source): void {
  const words = node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const fence = /^[ \t>]*(:{3,}[ \t]*(?:en|fr)?)\b.*$/m.exec(words)?.[1];
  if (fence) report(source, 'fence-is-recognised', { ...node, details: { variant: 'html', right: fence } });
  const inline = /:(?:en|fr)\[/.exec(words)?.[0];
  if (inline) report(source, 'inline-is-recognised', { ...node, details: { variant: 'html', name: inline } });
}

const anyName = new RegExp(
  `(?<!\\\\)(?:(:(?:en|fr)\\[|(?<![:\\w]):(?:EN|FR|En|Fr)\\[)|(?<![:\\w])(:(?:${textNames.join('|')})\\[))`,
);

function checkInline(node: Nodes, source: Source): void {
  const tell = (variant: string, name: string): void =>
    report(source, 'inline-is-recognised', { position: node.position, details: { variant, name } });
  if (node.type === 'text') {
    const found = anyName.exec(sliceOf(source, node));
    const name = found?.[1] ?? found?.[2];
    if (name && node.value.includes(name)) tell('unread', name);
  } else if (node.type === 'textDirective' && isUnlabelled(node, source)) {
    if (isIn(['en', 'fr'], node.name)) tell('unread', `:${node.name}[`);
  } else if (node.type === 'link') {
    const bare = /^[a-z]/i.test(sliceOf(source, node));
    const name = bare && /:(?:en|fr)\[/.exec(node.url)?.[0];
    if (name) tell('autolink', name);
  } else if (node.type === 'image' || node.type === 'imageReference') {
    const name = /(?<!\\):(?:en|fr)\[/.exec(sliceOf(source, node))?.[0];
    if (name) tell('alt', name);
  }
}

/** `:fr[` without its end: the parser takes `:fr` alone. */
export function isUnlabelled(node: TextDirective, source: Source): boolean {
  return sliceOf(source, node) === `:${node.name}`;
}
