import { closeDocument, openDocument } from '../../../pipeline/emit/pdf/file/index.ts';
import { loadFonts, type PaintedFonts } from '../../../pipeline/emit/pdf/fonts/index.ts';
import { paintEdition } from '../../../pipeline/emit/pdf/paint/index.ts';
import { preparePictures } from '../../../pipeline/emit/pdf/pictures/index.ts';
import type {
  FaceId,
  Fragment,
  ImageFragment,
  LinkArea,
  Owner,
  Page,
  PagedEdition,
  StructureElement,
  StructureTag,
  TextFragment,
  Word,
} from '../../../pipeline/layout/index.ts';
import type { Asset, Diagnostic, Edition, Language } from '../../../pipeline/model/index.ts';
import { sampleEdition } from '../../helpers/edition.ts';
import { templates } from '../../helpers/templates.ts';

/** One for all tests of a file: faces are read once. */
const shipped = templates();

export const shippedFonts = (): Promise<PaintedFonts> => loadFonts(shipped);

/** A new element, hung into its parent. */
export function element(
  parent: StructureElement,
  tag: StructureTag,
  properties: Partial<StructureElement> = {},
): StructureElement {
  const made: StructureElement = { tag, children: [], ...properties };
  parent.children.push(made);
  return made;
}

export const documentElement = (): StructureElement => ({ tag: 'Document', children: [] });

interface TextOptions {
  readonly face?: FaceId;
  readonly x?: number;
  readonly gap?: number;
  readonly hyphen?: boolean;
}

/** A line of words, hung into its owner where that is an element. */
export function line(
  owner: Owner,
  baseline: number,
  text: string,
  { face = 'serif', x = 72, gap = 3, hyphen = false }: TextOptions = {},
): TextFragment {
  const parts = text.split(' ');
  const words = parts.map((word, at): Word => ({ text: word, gap: at < parts.length - 1 ? gap : 0 }));
  const fragment: TextFragment = { kind: 'text', owner, x, baseline, face, size: 11, words, hyphen };
  if ('tag' in owner) owner.children.push(fragment);
  return fragment;
}

export function image(
  owner: Owner,
  asset: string,
  box: { x: number; y: number; width: number; height: number },
): ImageFragment {
  const fragment: ImageFragment = { kind: 'image', owner, asset, ...box };
  if ('tag' in owner) owner.children.push(fragment);
  return fragment;
}

export function page(label: string, fragments: readonly Fragment[], links: readonly LinkArea[] = []): Page {
  return { width: 612, height: 792, label, fragments, links };
}

export function paged(
  pages: readonly Page[],
  structure: StructureElement,
  more: Partial<PagedEdition> = {},
): PagedEdition {
  return { pages, structure, outline: [], destinations: new Map(), starts: [], ...more };
}

export interface PaintSettings {
  readonly language?: Language;
  readonly edition?: Partial<Edition>;
  readonly assets?: readonly Asset[];
}

/** Hand-made pages as a file. */
export async function paint(
  pages: PagedEdition,
  { language = 'en', edition: overrides = {}, assets = [] }: PaintSettings = {},
): Promise<{ bytes: Uint8Array; diagnostics: readonly Diagnostic[] }> {
  const fonts = await shippedFonts();
  const edition = sampleEdition(
    language,
    { one: '# One' },
    { ...overrides, assets: new Map(assets.map((asset) => [asset.path, asset])) },
  );
  const pictures = preparePictures(pages, { edition, fonts, drawings: new Map() });
  const doc = await openDocument(edition, { instant: '2005-04-19T00:00:00Z', generator: 'Diptych 0.0.0' });
  paintEdition(doc, pages, { fonts, pictures: pictures.value });
  return { bytes: closeDocument(doc), diagnostics: pictures.diagnostics };
}
