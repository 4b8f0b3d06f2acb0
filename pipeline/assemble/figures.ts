import type { Caption, Figure, Image, Label, PhrasingContent, Root } from 'mdast';
import { type Block, fill, otherLanguage, visit } from '../model/index.ts';
import type { Assembly } from './assembly.ts';
import { assetKey } from './assets.ts';

/** Puts the picture into each figure, and "Figure 1." before its caption. */
export function completeFigures(tree: Root, path: string, assembly: Assembly): void {
  visit(tree, 'figure', (figure) => {
    speakFormulae(figure, assembly);
    const image = imageOf(figure, path, assembly);
    const caption = captionOf(figure, assembly);
    const rest = figure.children.filter((child) => child.type !== 'caption');
    figure.children = [...(caption ? [caption] : []), ...(image ? [image] : []), ...rest];
    delete figure.src;
    delete figure.alt;
  });
}

/** Its formulae are said in the words that were written for them. */
function speakFormulae(figure: Figure, { language, publication }: Assembly): void {
  if (figure.kind !== 'math' || !figure.alt) return;
  const words = figure.alt[language] || (publication.draft ? figure.alt[otherLanguage(language)] : '');
  if (!words) return;
  visit(figure, 'math', (formula) => {
    formula.data = { ...formula.data, words };
  });
}

function imageOf({ src, alt, position }: Figure, path: string, assembly: Assembly): Image | undefined {
  if (!src) return undefined;
  const { language, publication } = assembly;
  const own = alt?.[language] ?? '';
  const other = publication.draft ? (alt?.[otherLanguage(language)] ?? '') : '';
  const url = src[language];
  const asset = assetKey(url, position?.path ?? path);
  const data = {
    ...(asset !== undefined && { asset }),
    ...(alt && !alt.en.trim() && !alt.fr.trim() && { decorative: true }),
    ...(!own && other && { lang: publication.settings.tags[otherLanguage(language)] }),
  };
  return {
    type: 'image',
    url,
    alt: own || other,
    ...(Object.keys(data).length > 0 && { data }),
    ...(position && { position }),
  };
}

function captionOf(figure: Figure, assembly: Assembly): Caption | undefined {
  const caption = figure.children.find((child) => child.type === 'caption');
  const label = labelOf(figure, assembly);
  const words = caption ? phrasingOf(caption) : [];
  if (!label && words.length === 0) return undefined;
  const space: PhrasingContent[] = label && words.length > 0 ? [{ type: 'text', value: ' ' }] : [];
  const own = caption?.children.find((child) => child.data?.id !== undefined)?.data;
  const data = caption?.data ?? own;
  return {
    ...caption,
    type: 'caption',
    ...(data && { data }),
    children: [...(label ? [label] : []), ...space, ...words],
  };
}

function labelOf({ kind, number }: Figure, { strings }: Assembly): Label | undefined {
  if (number === undefined) return undefined;
  return { type: 'label', children: [{ type: 'text', value: fill(strings, `edition.label.${kind}`, { number }) }] };
}

/** A caption is one run of words, whatever blocks the source made of it. */
function phrasingOf(caption: Caption): PhrasingContent[] {
  const runs: PhrasingContent[][] = [[]];
  const collect = (node: Caption['children'][number] | Block): void => {
    if (node.type === 'paragraph') runs.push(node.children, []);
    else if (node.type === 'group' || node.type === 'blockquote') node.children.forEach(collect);
    else runs.at(-1)?.push(node as PhrasingContent);
  };
  caption.children.forEach(collect);
  const filled = runs.filter((run) => run.length > 0);
  return filled.flatMap((run, index) => (index === 0 ? run : [{ type: 'text', value: ' ' }, ...run]));
}
