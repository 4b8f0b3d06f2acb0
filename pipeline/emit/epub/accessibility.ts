import type { Element, Root } from 'hast';
import { fill, type Strings } from '../../model/index.ts';
import { elementsOf } from './hast.ts';
import type { AccessibilityFeature, EpubAccessibility, EpubEntry, EpubFile, EpubPage } from './publication.ts';

/** What the claims are made from: the very trees, files and styles that go into the book. */
export interface Evidence {
  readonly trees: readonly Root[];
  readonly contents: readonly EpubEntry[];
  /** Those that the text shows; the cover is not content. */
  readonly pictures: readonly EpubFile[];
  readonly css: string;
  /** Listed for who looks for a page of the printed edition. */
  readonly pages: readonly EpubPage[];
}

/**
 * Claims no more than was found.
 *
 * @param strings - Of the book's languages, in its order: the summary is said in each.
 */
export function accessibilityOf(evidence: Evidence, strings: readonly Strings[]): EpubAccessibility {
  const elements = evidence.trees.flatMap(elementsOf);
  const images = elements.filter((element) => element.tagName === 'img' && !isDecorative(element));
  const visual = images.length > 0;
  const described = images.every((image) => image.properties.alt !== undefined && image.properties.alt !== '');
  const still = evidence.pictures.every(isStill);
  const features: AccessibilityFeature[] = [
    ...when(visual && described, 'alternativeText'),
    ...when(
      elements.some((element) => element.properties.role !== undefined),
      'ARIA',
    ),
    ...when(
      elements.some((element) => element.tagName === 'math'),
      'MathML',
    ),
    ...when(
      elements.some((element) => element.properties.role === 'doc-pagebreak'),
      'pageBreakMarkers',
    ),
    ...when(evidence.pages.length > 0, 'pageNavigation'),
    ...when(yieldsToReader(evidence.css, elements), 'displayTransformability'),
    ...when(!elements.some(isReordered), 'readingOrder'),
    ...when(elements.some(isHeading) && evidence.trees.every(hasOrderedHeadings), 'structuralNavigation'),
    ...when(evidence.contents.length > 0, 'tableOfContents'),
    'unlocked', // the packager knows no encryption
  ];
  return {
    modes: visual ? ['textual', 'visual'] : ['textual'],
    sufficient: [...when(described, 'textual'), ...when(visual, 'textual,visual')],
    features,
    hazards: [still ? 'none' : 'unknown'],
    summary: strings.map((each) => summaryOf({ features, still, described }, each)).join(' '),
  };
}

function when<Name extends string>(holds: boolean, name: Name): Name[] {
  return holds ? [name] : [];
}

/** Sizes and colours are the reader's: none is fixed by style sheet or element. */
function yieldsToReader(css: string, elements: readonly Element[]): boolean {
  const fixed = /!important|font(?:-size)?\s*:[^;}]*\d(?:px|pt|pc|cm|mm|in)\b/i.test(css);
  return !fixed && elements.every((element) => element.properties.style === undefined);
}

/** Only where its author says so: a picture without words may as well lack them. */
function isDecorative({ data }: Element): boolean {
  return data?.decorative === true;
}

function isReordered({ properties }: Element): boolean {
  return Number(properties.tabIndex ?? 0) > 0 || properties.ariaFlowTo !== undefined;
}

/** No heading skips a level downward. A file without any continues the one before. */
function hasOrderedHeadings(tree: Root): boolean {
  const depths = elementsOf(tree)
    .filter(isHeading)
    .map(({ tagName }) => Number(tagName[1]));
  return depths.every((depth, index) => index === 0 || depth <= (depths[index - 1] ?? 0) + 1);
}

function isHeading({ tagName }: Element): boolean {
  return /^h[1-6]$/.test(tagName);
}

/** Neither animated nor scripted, as far as its bytes tell. */
function isStill({ mediaType, bytes }: EpubFile): boolean {
  if (mediaType === 'image/svg+xml') {
    return !/<(?:animate\w*|set|script|video|audio|foreignObject)\b|@keyframes/i.test(new TextDecoder().decode(bytes));
  }
  // `acTL` is the chunk that makes a PNG move.
  return mediaType !== 'image/png' || !Buffer.from(bytes).includes('acTL');
}

interface Found {
  readonly features: readonly AccessibilityFeature[];
  readonly still: boolean;
  readonly described: boolean;
}

function summaryOf({ features, still, described }: Found, strings: Strings): string {
  const sentences = [
    ...when(described, 'text'),
    ...when(features.includes('structuralNavigation') && features.includes('tableOfContents'), 'navigation'),
    ...when(features.includes('pageNavigation'), 'pages'),
    ...when(features.includes('alternativeText'), 'pictures'),
    ...when(!described, 'undescribed'),
    ...when(features.includes('MathML'), 'formulae'),
    ...when(features.includes('displayTransformability'), 'display'),
    still ? 'still' : 'moving',
  ];
  return sentences.map((name) => fill(strings, `edition.epub.summary.${name}`)).join(' ');
}
