import { Eta } from 'eta';
import type { Templates } from '../../model/index.ts';

/** Templates of pages, and the parts that they include. */
const pages = [
  'document',
  'contents',
  'bilingual',
  'bilingual-contents',
  'search',
  'changes',
  'help',
  'entry',
  'missing',
] as const;
const parts = ['layout', 'head', 'bar', 'sections', 'neighbours', 'footer'] as const;

type PageTemplate = (typeof pages)[number];

/** Fill a template with prepared data; what stands in `<%= %>` is escaped. */
export type Render = (name: PageTemplate, data: object) => string;

export function renderer(templates: Templates): Render {
  const eta = new Eta({ autoEscape: true, autoTrim: [false, 'nl'], cache: true });
  for (const name of [...parts, ...pages]) eta.loadTemplate(`@${name}`, templates.text(`html/${name}.eta`));
  return (name, data) => eta.render(`@${name}`, data);
}
