import { strFromU8 } from 'fflate';
import type { PagedEdition } from '../../../layout/index.ts';
import { type Asset, type Diagnostic, diagnose, type Edition, type Staged } from '../../../model/index.ts';
import type { PaintedFonts } from '../fonts/index.ts';
import { convertSvg, type Drawing } from '../svg/index.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';
import type { Raster } from './raster.ts';

type Picture = Raster | Drawing;

/** By key of `Edition.assets`. */
export type Pictures = ReadonlyMap<string, Picture>;

export interface PrepareOptions {
  readonly edition: Edition;
  readonly fonts: PaintedFonts;
  /** What was drawn before layout, by key. */
  readonly drawings: ReadonlyMap<string, Drawing>;
}

/** Reads the pictures that are on the pages, each once. One that cannot be read becomes an empty frame, and a diagnostic. */
export function preparePictures(paged: PagedEdition, { edition, fonts, drawings }: PrepareOptions): Staged<Pictures> {
  const pictures = new Map<string, Picture>();
  const diagnostics: Diagnostic[] = [];
  for (const key of usedAssets(paged)) {
    const drawn = drawings.get(key);
    if (drawn) {
      pictures.set(key, drawn);
      continue;
    }
    const asset = edition.assets.get(key);
    if (!asset) throw new Error(`“${key}” is on a page and not among the assets`);
    const read = asset.mediaType === 'image/svg+xml' ? readSvg(asset, fonts) : readRaster(asset);
    pictures.set(key, read.value ?? frame(asset));
    diagnostics.push(...read.diagnostics);
  }
  return { value: pictures, diagnostics };
}

/** Whether one of these is on the pages. */
export function usesOneOf(paged: PagedEdition, drawings: ReadonlyMap<string, Drawing>): boolean {
  return drawings.size > 0 && [...usedAssets(paged)].some((key) => drawings.has(key));
}

function usedAssets(paged: PagedEdition): Set<string> {
  return new Set(
    paged.pages.flatMap(({ fragments }) => fragments.flatMap((one) => (one.kind === 'image' ? [one.asset] : []))),
  );
}

const pathOf = (asset: Asset): string => `source/${asset.path}`;

function readRaster(asset: Asset): Staged<Picture | undefined> {
  const value = asset.mediaType === 'image/png' ? readPng(asset.bytes) : readJpeg(asset.bytes);
  return { value, diagnostics: value ? [] : [diagnose('picture-is-readable', { path: pathOf(asset) })] };
}

function readSvg(asset: Asset, fonts: PaintedFonts): Staged<Picture | undefined> {
  const { width, height } = asset;
  const { drawing, unsupported } = convertSvg(strFromU8(asset.bytes), { fonts, width, height });
  const path = pathOf(asset);
  if (!drawing) return { value: undefined, diagnostics: [diagnose('picture-is-readable', { path })] };
  return {
    value: drawing,
    diagnostics: unsupported.map((what) => diagnose('svg-is-supported', { path, details: { what } })),
  };
}

/** Stands where a picture cannot: its outline with a stroke through it, in the quiet grey of captions. */
function frame({ width, height }: Asset): Drawing {
  const stroke = {
    colour: '#4a5058',
    opacity: 1,
    width: 1,
    cap: 'butt',
    join: 'miter',
    miterLimit: 4,
    dashes: [],
    dashOffset: 0,
  } as const;
  const outline = [
    { to: 'M', at: [0.5, 0.5] },
    { to: 'L', at: [width - 0.5, 0.5] },
    { to: 'L', at: [width - 0.5, height - 0.5] },
    { to: 'L', at: [0.5, height - 0.5] },
    { to: 'Z' },
    { to: 'L', at: [width - 0.5, height - 0.5] },
  ] as const;
  return {
    kind: 'drawing',
    width,
    height,
    marks: [{ kind: 'path', matrix: [1, 0, 0, 1, 0, 0], segments: outline, evenOdd: false, stroke }],
  };
}
