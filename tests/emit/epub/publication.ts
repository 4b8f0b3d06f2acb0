import type { EpubPublication } from '../../../pipeline/emit/epub/index.ts';
import { templates } from '../../helpers/templates.ts';

/** A small book packed by hand, without any of the emitter. */
export function smallPublication(overrides: Partial<EpubPublication> = {}): EpubPublication {
  const shipped = templates();
  return {
    metadata: {
      identifier: 'urn:uuid:0e2c9b3e-52e2-5b57-8f6b-0d6f1a0d1c11',
      languages: ['en-CA'],
      titles: [{ text: 'Small', tag: 'en-CA' }],
      creators: [],
      publishers: [],
      descriptions: [],
      rights: [],
      subjects: [],
      modified: '2005-04-19T12:34:56Z',
      generator: 'Diptych',
      accessibility: {
        modes: ['textual'],
        sufficient: ['textual'],
        features: [],
        hazards: ['none'],
        summary: 'All text.',
      },
    },
    chapters: [chapter('one', '<p>One.</p>')],
    contents: [{ text: 'One', content: 'One', href: 'one.xhtml', children: [] }],
    landmarks: [{ type: 'bodymatter', content: 'Text', href: 'one.xhtml' }],
    lists: [],
    pages: [],
    files: [],
    css: 'p { margin: 0; }',
    labels: { contents: 'Contents', heading: 'Contents', landmarks: 'Landmarks', pages: 'Pages' },
    templates: {
      package: shipped.text('epub/package.ejs'),
      navigation: shipped.text('epub/navigation.ejs'),
      ncx: shipped.text('epub/ncx.ejs'),
      chapter: shipped.text('epub/chapter.ejs'),
    },
    ...overrides,
  };
}

export function chapter(name: string, content: string): EpubPublication['chapters'][number] {
  return { id: name, filename: `${name}.xhtml`, title: name, place: 'body', content };
}
