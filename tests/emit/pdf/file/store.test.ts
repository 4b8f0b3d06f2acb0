import { describe, expect, it } from 'vitest';
import { PdfRef, readPdf } from '../../../helpers/pdf.ts';
import { judgePdf } from '../../../helpers/pdf-judge.ts';
import { xmpOf } from '../../../helpers/pdf-standard.ts';
import { askTool } from '../../../helpers/pdf-tools.ts';
import { parseXml } from '../../../helpers/xml.ts';
import { documentElement, element, line, type PaintSettings, page, paged, paint } from '../paged.ts';

async function sample(text: string, settings: PaintSettings = {}): Promise<Uint8Array> {
  const root = documentElement();
  const pages = Array.from({ length: 150 }, (_, at) =>
    page(String(at + 1), [line(element(root, 'P'), 100, `${text} ${at}`)]),
  );
  return (await paint(paged(pages, root), settings)).bytes;
}

const identifier = (bytes: Uint8Array): string =>
  /\/ID \[<(\w+)>/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? '';

describe('a file', () => {
  it('holds together: header, trailer, every object where the cross-references say, more than one object stream', async () => {
    const bytes = await sample('Page');
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.slice(0, 9)).toBe('%PDF-1.7\n');
    expect(text.slice(9, 14)).toBe('%\xFF\xFF\xFF\xFF');
    expect(text.endsWith('%%EOF\n')).toBe(true);
    const pdf = readPdf(bytes);
    expect(pdf.pages).toHaveLength(150);
    expect([...pdf.objects.values()].filter(({ value }) => pdf.dict(value).Type === '/ObjStm').length).toBeGreaterThan(
      1,
    );
    expect(judgePdf(pdf)).toEqual([]);
    const used = new Set<number>();
    const follow = (value: unknown): void => {
      if (value instanceof PdfRef) {
        if (used.has(value.id)) return;
        used.add(value.id);
        follow(pdf.objects.get(value.id)?.value);
      } else if (Array.isArray(value)) value.forEach(follow);
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(follow);
    };
    follow(pdf.trailer);
    const orphans = [...pdf.objects].filter(
      ([id, { value }]) => !used.has(id) && !['/ObjStm', '/XRef'].includes(String(pdf.dict(value).Type)),
    );
    expect(orphans.map(([, { value }]) => value)).toEqual([{}]); // pdfkit's own outline, empty
  });

  it('is the same twice, whatever the time zone, and another with another text', async () => {
    const zone = process.env.TZ;
    const first = await sample('Même');
    try {
      process.env.TZ = 'Pacific/Kiritimati';
      expect(Buffer.from(await sample('Même')).equals(Buffer.from(first))).toBe(true);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    expect(identifier(first)).toMatch(/^[\da-f]{32}$/);
    expect(identifier(await sample('Autre'))).not.toBe(identifier(first));
  });

  it('says who made it, of what and when, whatever signs the words have', async () => {
    const words = 'Règle <1> & "2" \u0001 fin';
    const edition = {
      title: words,
      description: words,
      authors: [words, 'Deux'],
      subjects: ['a & b', 'c'],
      publisher: 'Éditeur',
      rights: '© 2005',
    };
    const bytes = await sample('x', { language: 'fr', edition });
    const pdf = readPdf(bytes);
    const { xmp } = xmpOf(pdf);
    expect(() => parseXml(/<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(xmp)?.[0] ?? '')).not.toThrow();
    for (const part of [
      'Règle &lt;1&gt; &amp; &quot;2&quot;  fin',
      '<rdf:li>fr-CA</rdf:li>',
      'a &amp; b, c',
      '<xmp:CreateDate>2005-04-19T00:00:00Z<',
      'Éditeur',
      '© 2005',
      'Diptych 0.0.0',
    ]) {
      expect(xmp).toContain(part);
    }
    expect(xmp).not.toMatch(/undefined|\[object/);
  });

  it('is clean to qpdf and to MuPDF', async ({ skip }) => {
    const bytes = await sample('Propre');
    const qpdf = askTool('qpdf', ['--check', 'FILE'], bytes);
    const mutool = askTool('mutool', ['draw', '-q', '-o', '/dev/null', '-F', 'txt', 'FILE'], bytes);
    if (!qpdf && !mutool) return skip();
    if (qpdf) expect(qpdf).toMatchObject({ status: 0, output: expect.not.stringMatching(/warning|error:/i) });
    // How this MuPDF was built is not the file's fault.
    if (mutool) expect(mutool.output.replace('warning: ICC support is not available', '').trim()).toBe('');
    if (mutool) expect(mutool.status).toBe(0);
  });
});
