import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { EPub, type Options } from 'epub-gen-memory';
import { create } from 'fontkit';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { templates } from '../../helpers/templates.ts';

/** What `PublicationEpub` relies on and the library does not promise. */
class Probe extends EPub {
  readonly calls: string[] = [];
  protected override async generateTemplateFiles(): Promise<void> {
    this.calls.push('templates');
    return super.generateTemplateFiles();
  }
  protected override async downloadAllFonts(): Promise<void> {
    this.calls.push('fonts');
  }
  protected override async downloadAllImages(): Promise<void> {
    this.calls.push('images');
  }
  protected override async makeCover(): Promise<void> {
    this.calls.push('cover');
  }
  members(): { content: unknown; uuid: string; zip: JSZip } {
    return { content: this.content, uuid: this.uuid, zip: this.zip };
  }
  fill(content: string): void {
    this.uuid = 'urn:test';
    for (const chapter of this.content) chapter.content = content;
  }
}

const options: Options & Record<string, unknown> = {
  title: 'T',
  version: 3,
  verbose: false,
  css: 'CSS',
  lang: 'fr-CA',
  contentOPF: '<opf><%= id %>|<%= extra.deep %>|<%- escapeFn("<") %></opf>',
  tocXHTML: '<nav><%= extra.deep %></nav>',
  tocNCX: '<ncx><%= extra.deep %></ncx>',
  chapterXHTML: '<c><%= lang %>|<%= title %>|<%= own %>|<%- content %></c>',
  extra: { deep: 'D&' },
};

const chapters = [Object.assign({ title: 'A<', filename: 'a-1.xhtml', content: '' }, { own: 'O' })];

describe('what we use of epub-gen-memory', () => {
  it('is of the version it was tried with, and so is what it packs with', () => {
    const pinned = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')).dependencies;
    const require = createRequire(import.meta.url);
    for (const [name, version] of [
      ['epub-gen-memory', '1.1.2'],
      ['jszip', '3.10.2'],
    ] as const) {
      expect(pinned[name]).toBe(version);
      expect(require(`${name}/package.json`).version).toBe(version);
    }
  });

  it('gives members that can be set after construction, and hands unknown options to the templates', async () => {
    const probe = new Probe(options, chapters);
    expect(probe.members().content).toMatchObject([{ title: 'A<', filename: 'a-1.xhtml', content: '', own: 'O' }]);
    expect(probe.members().uuid).toMatch(/^[0-9a-f-]{36}$/);
    probe.fill('<img src="file:///etc/hostname"/><script/>');
    await probe.render();
    const { zip } = probe.members();
    const read = (name: string) => zip.file(name)?.async('string');
    expect(await read('OEBPS/a-1.xhtml')).toBe('<c>fr-CA|A&lt;|O|<img src="file:///etc/hostname"/><script/></c>');
    expect(await read('OEBPS/content.opf')).toBe('<opf>urn:test|D&amp;|&lt;</opf>');
    expect(await read('OEBPS/toc.xhtml')).toBe('<nav>D&amp;</nav>');
    expect(await read('OEBPS/toc.ncx')).toBe('<ncx>D&amp;</ncx>');
    expect(await read('OEBPS/style.css')).toBe('CSS');
    expect(await read('META-INF/container.xml')).toContain('full-path="OEBPS/content.opf"');
    expect(await read('mimetype')).toBe('application/epub+zip');
  });

  it('calls in this order what we take over', async () => {
    const probe = new Probe(options, chapters);
    await probe.render();
    expect(probe.calls).toEqual(['templates', 'fonts', 'images', 'cover']);
  });
});

describe('what we use of JSZip', () => {
  it('writes entries in the order they are given, without folders, under the date they are given', async () => {
    const zip = new JSZip();
    const date = new Date('2005-04-19T12:34:56Z');
    zip.file('z/b', 'B', { date, createFolders: false });
    zip.file('a', 'A', { date, createFolders: false });
    expect(Object.keys(zip.files)).toEqual(['z/b', 'a']);
    const bytes = await zip.generateAsync({ type: 'nodebuffer', platform: 'DOS' });
    expect((await JSZip.loadAsync(bytes)).file('a')?.date).toEqual(date);
  });
});

describe('what we use of fontkit', () => {
  it('gives outlines that can be placed and written as absolute path data', () => {
    const font = create(templates().bytes('fonts/SourceSerif4-Regular.ttf'));
    const path = font.layout('é').glyphs[0]?.path;
    const data = path?.transform(0.5, 0, 0, -0.5, 10, 20).toSVG() ?? '';
    expect(data).toMatch(/^M[-\d. ]+(?:[MLQCZ][-\d. ]*)+$/);
    expect(path?.toSVG()).not.toBe(data);
  });
});
