import { readdirSync, readFileSync } from 'node:fs';
import type { Image } from 'mdast';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { emitPdf } from '../../../pipeline/emit/pdf/index.ts';
import { type Asset, type Diagnostic, fill, type Language } from '../../../pipeline/model/index.ts';
import { sampleEdition } from '../../helpers/edition.ts';
import { readPdf } from '../../helpers/pdf.ts';
import { judgePdf } from '../../helpers/pdf-judge.ts';
import { strings } from '../../helpers/strings.ts';
import { templates } from '../../helpers/templates.ts';

const fixtures = new URL('../../fixtures/pdf/', import.meta.url);
const mediaTypes = { svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg' } as const;

function assetsOf(folder: URL): Map<string, Asset> {
  const files = readdirSync(folder).flatMap((path): Asset[] => {
    const mediaType = mediaTypes[path.split('.').at(-1) as keyof typeof mediaTypes];
    return mediaType ? [{ path, mediaType, bytes: readFileSync(new URL(path, folder)), width: 100, height: 50 }] : [];
  });
  return new Map(files.map((asset) => [asset.path, asset]));
}

function told({ path, position, severity, rule, details }: Diagnostic): string {
  const place = position ? `:${position.start.line}:${position.start.column}` : '';
  const sentences = (['en', 'fr'] as const).map((language: Language) =>
    ['message', 'hint'].map((part) => fill(strings(language), `rules.${rule}.${part}`, details)).join(' '),
  );
  return [`${path}${place} ${severity} ${rule}`, ...sentences.map((sentence) => `  ${sentence}`)].join('\n');
}

describe.each(readdirSync(fixtures))('%s', (name) => {
  it('finds what is expected, and makes a sound file all the same', async () => {
    const folder = new URL(`${name}/`, fixtures);
    const source = readFileSync(new URL('source.md', folder), 'utf8');
    const edition = sampleEdition('en', { source }, { assets: assetsOf(folder) });
    for (const { tree } of edition.documents) {
      visit(tree, 'image', (image: Image) => {
        image.data = { ...image.data, asset: image.url };
      });
    }
    const { value, diagnostics } = await emitPdf(edition, templates(), {
      instant: '2005-04-19T00:00:00Z',
      generator: 'Diptych 0.0.0',
    });
    expect(`${diagnostics.map(told).join('\n')}\n`).toBe(
      readFileSync(new URL('expected.diagnostics.txt', folder), 'utf8'),
    );
    const bytes = value[0]?.bytes ?? new Uint8Array();
    expect(judgePdf(readPdf(bytes))).toEqual([]);
  });
});
