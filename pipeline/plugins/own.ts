import type { Nodes, Root } from 'mdast';
import { unified } from 'unified';
import {
  type Diagnostic,
  diagnose,
  type OwnPlugin,
  type Position,
  type Severity,
  type SourceDocument,
  type Staged,
} from '../model/index.ts';

/**
 * Runs the publication's own plugins over one document, before ours, so that what they add is named, linked and set
 * like the rest. Each is given the tree that the one before left; a plugin that fails leaves the tree as it found it.
 */
export async function runOwnPlugins(
  document: SourceDocument,
  plugins: readonly OwnPlugin[],
): Promise<Staged<SourceDocument>> {
  const diagnostics: Diagnostic[] = [];
  let { tree } = document;
  for (const plugin of plugins) tree = await run(tree, plugin, { document, diagnostics });
  return { value: { ...document, tree }, diagnostics };
}

interface Running {
  readonly document: SourceDocument;
  readonly diagnostics: Diagnostic[];
}

type Message = { readonly reason: string } & Partial<Record<'fatal' | 'place' | 'source' | 'ruleId' | 'note', unknown>>;

/** What a plugin makes of a copy. */
async function run(tree: Root, own: OwnPlugin, { document, diagnostics }: Running): Promise<Root> {
  const { path, text } = document;
  const { name, plugin, options } = own;
  const copy = structuredClone(tree);
  try {
    const processor = unified();
    processor.use(plugin, ...((options === undefined ? [] : [options]) as []));
    const messages: Message[] = [];
    const made = await new Promise<unknown>((resolve, reject) => {
      processor.run(copy, { path, value: text, data: { document: document.id } }, (error, result, file) => {
        messages.push(...(file?.messages ?? []));
        if (error) reject(error);
        else resolve(result);
      });
    });
    diagnostics.push(...messages.map((message) => findingOf(message, own, path)));
    if (!isRoot(made)) {
      diagnostics.push(diagnose('plugin-runs', { path, details: { variant: 'no-tree', name } }));
      return tree;
    }
    fillPositions(made, tree.position);
    return made;
  } catch (error) {
    const fatal = error instanceof Error && 'fatal' in error && error.fatal === true;
    if (fatal) diagnostics.push(findingOf(error as unknown as Message, own, path));
    else diagnostics.push(diagnose('plugin-runs', { path, details: { variant: 'fails', name, reason: told(error) } }));
    return tree;
  }
}

function isRoot(made: unknown): made is Root {
  return typeof made === 'object' && made !== null && 'type' in made && made.type === 'root' && 'children' in made;
}

/** vfile's own measure: `fatal` is true of errors, false of warnings, and absent on remarks. */
function findingOf({ fatal, place, reason, source, ruleId, note }: Message, own: OwnPlugin, path: string): Diagnostic {
  const severity: Severity = fatal === true ? 'error' : fatal === false ? 'warning' : 'info';
  const from = [source, ruleId].filter((each) => typeof each === 'string').join(':') || own.name;
  const details = { ...(typeof note === 'string' && note !== '' && { variant: 'note', note }), reason, from };
  return diagnose('plugin-has-no-remark', { path, position: positionOf(place), details, severity });
}

/** A position, or a point, as vfile has them. */
function positionOf(place: unknown): Position | undefined {
  if (typeof place !== 'object' || place === null) return undefined;
  if ('start' in place && 'end' in place) return place as Position;
  return 'line' in place && 'column' in place ? ({ start: place, end: place } as Position) : undefined;
}

/** What a plugin adds stands where what is around it stands. */
function fillPositions(node: Nodes, around: Nodes['position']): void {
  const position = node.position ?? around;
  if (position) node.position = position;
  if ('children' in node) for (const child of node.children) fillPositions(child, position);
}

function told(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').slice(0, 200);
}
