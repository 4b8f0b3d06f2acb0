import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { languages, type SourceDocument } from '../../pipeline/model/index.ts';
import { assembled, concept } from '../helpers/assembled.ts';
import { plans, publicationOf } from '../helpers/passages.ts';
import { faultsOf, idsOf } from '../helpers/soundness.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('an edition is sound', () => {
  it.each(['source', 'tests/publications/specimen/source'])('of %s', (folder) => {
    const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'));
    expect(names.length).toBeGreaterThan(0);
    const markdown = names.map((name) => [name.slice(0, -3), readFileSync(join(root, folder, name), 'utf8')] as const);
    const entries = parse(readFileSync(join(root, folder, 'glossary.yaml'), 'utf8')) as ReturnType<typeof concept>[];
    const concepts = entries.map(({ id, en, fr }) => concept(id, en, fr));
    const { editions, diagnostics } = assembled(Object.fromEntries(markdown), { concepts });
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(languages.flatMap((language) => faultsOf(editions[language]))).toEqual([]);
  });
});

describe('whatever the publication', () => {
  it('each edition has the words of its language, all of them, in order, and no others', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { markdown, ...words } = publicationOf(plan);
        const { editions } = assembled(markdown);
        for (const language of languages) {
          const text = editions[language].documents.map(({ tree }) => textOf(tree)).join(' ');
          expect(text.match(/(?:en|fr|sh)q\d+q/g) ?? []).toEqual(words[language]);
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('each edition is sound, and both have the anchors of what both have', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { editions, publication } = assembled(publicationOf(plan).markdown);
        for (const language of languages) expect(faultsOf(editions[language])).toEqual([]);
        for (const document of publication.documents) {
          const [en, fr] = languages.map((language) => anchorsIn(editions[language], document));
          expect(en).toEqual(fr);
        }
      }),
      { seed: 2, numRuns: 60 },
    );
  });
});

/** Without those of blocks that are for one language alone. */
function anchorsIn(edition: ReturnType<typeof assembled>['editions']['en'], source: SourceDocument): string[] {
  const lone = source.tree.children.flatMap((node) =>
    node.type === 'pair' && node.children.length === 1 ? [node.data?.id] : [],
  );
  const document = edition.documents.find(({ id }) => id === source.id);
  return document ? idsOf(document).filter((id) => !lone.includes(id)) : [];
}
