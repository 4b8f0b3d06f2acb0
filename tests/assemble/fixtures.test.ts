import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Concept, type Diagnostic, fill, languages, type Settings } from '../../pipeline/model/index.ts';
import { assembled, concept } from '../helpers/assembled.ts';
import { outlineOf } from '../helpers/outline.ts';
import { strings } from '../helpers/strings.ts';

const folder = fileURLToPath(new URL('../fixtures/assemble/', import.meta.url));
const cases = readdirSync(folder);

describe('publications and what they become', () => {
  it('are there', () => expect(cases.length).toBeGreaterThan(0));

  describe.each(cases)('%s', (name) => {
    const made = build(join(folder, name));

    it('finds what is wrong, and nothing else', () => {
      const expected = read(name, 'expected.diagnostics.txt');
      expect(made.diagnostics.map(sentenceOf).join('')).toBe(expected);
    });

    it.each(languages)('reads as expected (%s)', (language) => {
      expect(outlineOf(made.editions[language])).toBe(read(name, `expected.${language}.txt`));
    });
  });
});

function build(path: string) {
  const names = readdirSync(path).filter((name) => name.endsWith('.md'));
  const markdown = names.map((name) => [name.slice(0, -3), readFileSync(join(path, name), 'utf8')] as const);
  const glossary = join(path, 'glossary.yaml');
  const entries: Concept[] = existsSync(glossary) ? parse(readFileSync(glossary, 'utf8')) : [];
  const concepts = entries.map(({ id, en, fr }) => concept(id, en, fr));
  const written = join(path, 'settings.yaml');
  const settings: Partial<Settings> = existsSync(written) ? parse(readFileSync(written, 'utf8')) : {};
  const glossaryLink = { glossary: { link: 'first-in-section' } } as const;
  return assembled(Object.fromEntries(markdown), { concepts, settings: { ...glossaryLink, ...settings } });
}

/** A missing expectation fails. */
function read(name: string, file: string): string {
  return readFileSync(join(folder, name, file), 'utf8');
}

function sentenceOf({ rule, severity, details, path, position }: Diagnostic): string {
  const variant = details.variant === undefined ? '' : `.${details.variant}`;
  const said = languages.map((language) => {
    const table = strings(language);
    const say = (part: string) => fill(table, `rules.${rule}${variant}.${part}`, details);
    return `  ${say('message')} ${say('hint')}\n`;
  });
  const place = position ? `:${position.start.line}:${position.start.column}` : '';
  return `${path}${place} ${severity} ${rule}\n${said.join('')}`;
}
