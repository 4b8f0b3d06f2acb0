import type { Data, Nodes, Root } from 'mdast';
import { unified } from 'unified';
import {
  type Diagnostic,
  diagnose,
  type OwnPlugin,
  type Position,
  reasonOf,
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

/** Seconds that a plugin has for one document: one that never ends would end the tool without a word. */
const patience = 60;
const tooLate = Symbol('late');

/** What a plugin makes of a copy. */
async function run(tree: Root, own: OwnPlugin, { document, diagnostics }: Running): Promise<Root> {
  const { path, text } = document;
  const { name, plugin, options } = own;
  let messages: readonly Message[] = [];
  const say = (message: Message): void => void diagnostics.push(findingOf(message, own, path));
  const fail = (variant: string, more: Readonly<Record<string, string>> = {}): Root => {
    diagnostics.push(diagnose('plugin-runs', { path, details: { variant, name, ...more } }));
    return tree;
  };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof tooLate>((resolve) => {
    timer = setTimeout(resolve, patience * 1000, tooLate);
  });
  try {
    const processor = unified().use(() => (_, file) => {
      messages = file.messages; // here: what was said before a failure is told too
    });
    processor.use(plugin, ...((options === undefined ? [] : [options]) as []));
    const running = processor.run(structuredClone(tree), { path, value: text, data: { document: document.id } });
    const made: unknown = await Promise.race([running, late]);
    if (made === tooLate) return fail('late', { seconds: String(patience) });
    if (isRoot(made)) adopt(made, tree.position);
    messages.forEach(say);
    return isRoot(made) ? made : fail('no-tree');
  } catch (error) {
    messages.forEach(say);
    if (messages.some((message) => message === error)) return tree; // as `file.fail` throws it
    if (!(error instanceof Error && 'fatal' in error && error.fatal === true))
      return fail('fails', { reason: reasonOf(error) });
    say(error as unknown as Message);
    return tree;
  } finally {
    clearTimeout(timer);
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

/** What a plugin adds stands where what is around it stands; the id that it gives for HTML is the node's in every format. */
function adopt(node: Nodes, around: Nodes['position']): void {
  const position = node.position ?? around;
  if (position) node.position = position;
  if (node.data && 'hProperties' in node.data) {
    const { hProperties, ...data } = node.data as Data & { hProperties?: { id?: unknown } };
    const id = hProperties?.id;
    node.data = { ...data, ...(typeof id === 'string' && data.id === undefined && { id, authored: true }) };
  }
  if ('children' in node) for (const child of node.children) adopt(child, position);
}
