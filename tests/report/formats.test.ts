import { describe, expect, test } from 'vitest';
import { type Diagnostic, diagnose, type Position } from '../../pipeline/model/index.ts';
import { renderJUnit, renderSarif } from '../../pipeline/report/index.ts';
import { strings } from '../helpers/strings.ts';
import { parseXml } from '../helpers/xml.ts';

const at = (line: number, column: number, endColumn = column): Position => ({
  start: { line, column },
  end: { line, column: endColumn },
});
const found: readonly Diagnostic[] = [
  diagnose('translation-is-fresh', {
    path: 'source/à côté.md',
    position: at(3, 1, 9),
    severity: 'error',
    details: { variant: 'facts-fr', unit: 'a#b' },
    related: { path: 'source/a.md', position: at(7, 2) },
  }),
  diagnose('date-is-stated', { path: 'source/publication.yaml' }),
  diagnose('id-is-unique', {
    path: 'source/a.md',
    position: at(1, 1),
    details: { id: '<&"\u0001\uD800>]]>', line: 1 },
  }),
];

describe('SARIF', () => {
  const log = JSON.parse(renderSarif(found, { strings: strings('fr'), language: 'fr', version: '0.1.0' }));
  const [run] = log.runs;

  test('has what version 2.1.0 asks for', () => {
    expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-2.1.0') });
    expect(run.tool.driver).toMatchObject({ name: 'Diptych', version: '0.1.0' });
    expect(run.columnKind).toBe('utf16CodeUnits');
    for (const result of run.results) {
      expect(['error', 'warning', 'note']).toContain(result.level);
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(result.message.text.length).toBeGreaterThan(10);
      expect(result.locations.length).toBe(1);
      for (const { physicalLocation } of [...result.locations, ...(result.relatedLocations ?? [])]) {
        expect(() => new URL(physicalLocation.artifactLocation.uri, 'file:///x/')).not.toThrow();
        expect(physicalLocation.artifactLocation.uri).toMatch(/^[\w./%-]+$/);
        for (const number of Object.values(physicalLocation.region ?? {})) expect(number).toBeGreaterThan(0);
      }
    }
  });

  test('says where, on both sides', () => {
    const result = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'translation-is-fresh');
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'source/%C3%A0%20c%C3%B4t%C3%A9.md' },
      region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 9 },
    });
    expect(result.relatedLocations[0].physicalLocation.region.startLine).toBe(7);
    expect(result.message.text).toMatch(/côté anglais/);
  });

  test('what is waived is suppressed, with the reason', () => {
    const [finding] = found;
    if (!finding) throw new Error('No finding');
    const waived = [{ finding, reason: 'it is <cited>' }];
    const options = { strings: strings('en'), language: 'en', version: '0.1.0', waived } as const;
    const { results } = JSON.parse(renderSarif(found.slice(1), options)).runs[0];
    expect(results.length).toBe(found.length);
    const reasons = results.flatMap((result: { suppressions?: unknown[] }) => result.suppressions ?? []);
    expect(reasons).toEqual([{ kind: 'inSource', justification: 'it is <cited>' }]);
    const xml = renderJUnit(found.slice(1), { strings: strings('en'), paths: [], waived });
    expect(() => parseXml(xml)).not.toThrow();
    expect(xml).toContain('tests="3" failures="1" errors="0" skipped="1"');
    expect(xml).toContain('<skipped message="it is &lt;cited&gt;">');
  });

  test('a finding about a whole file has no region', () => {
    const result = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'date-is-stated');
    expect(result.locations[0].physicalLocation).toEqual({ artifactLocation: { uri: 'source/publication.yaml' } });
  });
});

describe('JUnit XML', () => {
  const xml = renderJUnit(found, { strings: strings('en'), paths: ['source/a.md', 'source/quiet & fine.md'] });

  test('is well-formed, whatever a source says', () => {
    expect(() => parseXml(xml)).not.toThrow();
    expect(xml).not.toContain('\u0001');
  });

  test('counts what it holds', () => {
    const count = (pattern: RegExp): number => xml.match(pattern)?.length ?? 0;
    expect(xml).toMatch(/<testsuites name="Diptych" tests="4" failures="2" errors="0">/);
    expect(count(/<testcase /g)).toBe(4);
    expect(count(/<failure /g)).toBe(2);
    expect(count(/<testsuite /g)).toBe(4);
  });

  test('a file without findings passes', () => {
    expect(xml).toContain('<testcase classname="source/quiet &amp; fine.md" name="source/quiet &amp; fine.md"/>');
  });
});
