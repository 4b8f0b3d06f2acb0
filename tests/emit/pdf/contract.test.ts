/** The private members that we use; another version must be read before it is taken. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { newDocument } from './kit.ts';

const open = () =>
  fontkit.create(readFileSync(new URL('../../../templates/fonts/SourceSerif4-Regular.ttf', import.meta.url)));

describe('speech-rule-engine', () => {
  it('says MathML in the language that it was set up for last', async () => {
    const { default: engine } = await import('speech-rule-engine');
    const said = async (locale: string) => {
      await engine.setupEngine({ locale, domain: 'clearspeak', style: 'default', modality: 'speech' });
      return engine.toSpeech('<math><msqrt><mi>x</mi></msqrt></math>');
    };
    expect([await said('fr'), await said('en'), await said('fr')]).toEqual([
      'la racine carrée de x',
      'the square root of x',
      'la racine carrée de x',
    ]);
  });
});

describe('pdfkit', () => {
  it('is the version whose inside we know', () => {
    const entry = createRequire(import.meta.url).resolve('pdfkit');
    const manifest = JSON.parse(readFileSync(entry.replace(/js\/pdfkit\.js$/, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(manifest.version).toBe('0.20.2');
  });

  it('writes objects through ref, finalize and _write, and counts them', () => {
    const doc = newDocument();
    const before = { waiting: doc._waiting, offset: doc._offset, count: doc._offsets.length };
    const reference = doc.ref({ A: 1 });
    expect([doc._waiting, doc._offsets.length]).toEqual([before.waiting + 1, before.count + 1]);
    const written: (Uint8Array | string)[] = [];
    const write = doc._write;
    doc._write = (data) => void written.push(data);
    reference.end();
    doc._write = write;
    expect(written).toEqual([`${reference.id} 0 obj`, '<<\n/A 1\n>>', 'endobj']);
    expect([doc._waiting, doc._offsets[reference.id - 1]]).toEqual([before.waiting, before.offset]);
  });

  it('keeps a stream in buffer until finalize, and leaves one with a filter alone', () => {
    const doc = newDocument();
    const reference = doc.ref({ Filter: 'FlateDecode' });
    const chunks: (Uint8Array | string)[] = [];
    doc._write = (data) => void chunks.push(data);
    const finalize = reference.finalize.bind(reference);
    reference.finalize = () => {
      expect(reference.buffer).toHaveLength(1);
      finalize();
    };
    reference.end(Uint8Array.of(1, 2, 3));
    expect(chunks).toContainEqual(Uint8Array.of(1, 2, 3));
    expect(reference.toString()).toBe(`${reference.id} 0 R`);
  });

  it('embeds a font whose codes we may add', () => {
    const doc = newDocument();
    const font = doc.font(open())._font;
    expect([font.subset.glyphs, font.widths.length, font.unicode, font.scale]).toEqual([[0], 1, [[0]], 1]);
    expect(font.ref()).toBe(font.ref());
    expect(doc.font(open())._font.id).toBe(font.id);
  });

  it('ends through _addInfo and _finalize, with catalog, names and information at hand', () => {
    const doc = newDocument();
    const called: string[] = [];
    doc._addInfo = () => void called.push('info');
    doc._finalize = () => {
      called.push('end');
      doc.push(null);
    };
    doc.addPage({ size: [100, 200], margin: 0 });
    expect(Object.keys(doc._root.data)).toEqual(
      expect.arrayContaining(['Names', 'Pages', 'Lang', 'MarkInfo', 'StructTreeRoot', 'ViewerPreferences']),
    );
    expect(doc.getStructTreeRoot()).toBe(doc._root.data.StructTreeRoot);
    const page = doc.page;
    doc.end();
    expect(called).toEqual(['info', 'end']);
    expect(page.dictionary.data.Tabs).toBe('S');
    expect(doc._info.data.Title).toBeDefined();
    expect(doc._root.data.OutputIntents).toHaveLength(1);
    expect(doc._waiting).toBe(0);
    expect(
      Buffer.from(doc.read() ?? [])
        .toString('latin1')
        .startsWith('%PDF-1.7\n%'),
    ).toBe(true);
  });
});

describe('what PDF 2.0 changes', () => {
  it('is the information that `info` holds, the part of the metadata about PDF/A, and the procedure sets of pages', () => {
    const doc = newDocument();
    expect(doc._getPdfaid()).toContain('<pdfaid:part>2</pdfaid:part>');
    doc._getPdfaid = () => '';
    doc.info = {};
    doc.addPage({ size: [100, 200], margin: 0 });
    expect(doc.page.resources.data.ProcSet).toBeDefined();
    delete doc.page.resources.data.ProcSet;
    doc._addInfo = () => {};
    doc.end();
    expect(doc._info.data).toEqual({});
    const file = Buffer.from(doc.read() ?? []).toString('latin1');
    expect(file).not.toMatch(/pdfaid|ProcSet/);
  });
});

describe('fontkit', () => {
  it('lays out with features and a script, in font units', () => {
    const font = open();
    const plain = font.layout('01', [], 'latn');
    const old = font.layout('01', ['onum'], 'latn');
    expect(plain.glyphs.map(({ id }) => id)).not.toEqual(old.glyphs.map(({ id }) => id));
    expect(plain.positions[0]).toMatchObject({ xAdvance: plain.glyphs[0]?.advanceWidth, xOffset: 0, yOffset: 0 });
    expect([font.unitsPerEm, font.descent < 0, font.ascent > 0, font.capHeight > font.xHeight]).toEqual([
      1000,
      true,
      true,
      true,
    ]);
    const outline = font.getGlyph(plain.glyphs[0]?.id ?? 0).path.commands;
    expect([outline[0]?.command, outline.at(-1)?.command]).toEqual(['moveTo', 'closePath']);
    expect(outline.some(({ command, args }) => command === 'quadraticCurveTo' && args.length === 4)).toBe(true);
    expect([font.hasGlyphForCodePoint(0x41), font.hasGlyphForCodePoint(0x91dc)]).toEqual([true, false]);
  });
});
