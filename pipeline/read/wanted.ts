import type { Nodes } from 'mdast';
import type { Data } from 'unified';

/** What of GFM a text may contain. Without the rest the parser gives the same tree in less time. */
export interface Wanted {
  /** Addresses that stand in the words: `www.example.org`, `https://example.org`. */
  readonly addresses: boolean;
  /** `name@example.org`: any letter could begin one, so that looking for them is dear. */
  readonly mail: boolean;
  readonly tables: boolean;
  readonly struckOut: boolean;
}

/** Letters of an address may be written as references: `&#64;`. */
const numeric = /&#/;

/** What a text may contain, from its letters alone. */
export function wantedBy(text: string): Wanted {
  const coded = numeric.test(text);
  const mail = coded || /@|&commat;/.test(text);
  return {
    addresses: mail || /www|http/i.test(text),
    mail,
    tables: /\|[ \t]*:?-|-:?[ \t]*\||:-|-:/.test(text),
    struckOut: text.includes('~'),
  };
}

type Extensions = NonNullable<Data['micromarkExtensions']>;
type Extension = Extensions[number];
type Constructs = NonNullable<Extension['text']>;

/** GFM's syntax without what no text would show that does not want it. */
export function wantedSyntax(extension: Extension, { addresses, mail, tables, struckOut }: Wanted): Extension {
  const unwanted = new Set([
    ...(addresses ? [] : ['wwwAutolink', 'protocolAutolink']),
    ...(mail ? [] : ['emailAutolink']),
    ...(tables ? [] : ['table']),
    ...(struckOut ? [] : ['strikethrough']),
  ]);
  const { text, flow, insideSpan, attentionMarkers, ...rest } = extension;
  return {
    ...rest,
    ...(text && { text: without(text, unwanted) }),
    ...(flow && { flow: without(flow, unwanted) }),
    ...(struckOut && { insideSpan, attentionMarkers }),
  };
}

function without(constructs: Constructs, unwanted: ReadonlySet<string>): Constructs {
  const kept = Object.entries(constructs).map(([code, found]) => {
    const all = found === undefined ? [] : Array.isArray(found) ? found : [found];
    return [code, all.filter(({ name = '' }) => !unwanted.has(name))] as const;
  });
  return Object.fromEntries(kept.filter(([, all]) => all.length > 0));
}

type TreeExtensions = NonNullable<Data['fromMarkdownExtensions']>;
type TreeExtension = Exclude<TreeExtensions[number], readonly unknown[]>;

/** How GFM's syntax becomes nodes; trees are looked through for addresses only where some word may be one. */
export function wantedNodes(extensions: TreeExtensions, { addresses }: Wanted): TreeExtensions {
  const all = extensions.flat() as TreeExtension[];
  return all.map(({ transforms, ...rest }) => ({
    ...rest,
    ...(addresses && {
      transforms: (transforms ?? []).map((transform) => (tree) => (hasAddress(tree) ? transform(tree) : tree)),
    }),
  }));
}

/** Whether a word outside of links may be an address, after its references were read. */
function hasAddress(node: Nodes): boolean {
  if (node.type === 'link' || node.type === 'linkReference') return false;
  if ('children' in node) return node.children.some(hasAddress);
  return node.type === 'text' && /www|http|@/i.test(node.value);
}
