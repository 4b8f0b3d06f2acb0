import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layoutEdition } from '../../pipeline/layout/index.ts';
import { type Diagnostic, fill, languages } from '../../pipeline/model/index.ts';
import { sampleEdition } from '../helpers/edition.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import { strings } from '../helpers/strings.ts';

const fixtures = new URL('../fixtures/layout/', import.meta.url);

describe.each(readdirSync(fixtures))('%s', (name) => {
  it('finds what is expected', () => {
    const read = (file: string) => readFileSync(new URL(`${name}/${file}`, fixtures), 'utf8');
    const edition = sampleEdition('en', { source: read('source.md') });
    const { diagnostics } = layoutEdition(edition, { fonts: fakeFonts() });
    expect(diagnostics.map(told).join('')).toBe(read('expected.diagnostics.txt'));
  });
});

function told({ path, position, severity, rule, details }: Diagnostic): string {
  const place = position ? `:${position.start.line}:${position.start.column}` : '';
  const sentences = languages.map((language) => fill(strings(language), `rules.${rule}.message`, details));
  return [`${path}${place} ${severity} ${rule}`, ...sentences.map((sentence) => `  ${sentence}`), ''].join('\n');
}
