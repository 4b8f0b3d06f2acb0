import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { assembleEdition } from '../../pipeline/assemble/index.ts';
import { build } from '../../pipeline/index.ts';
import {
  type Diagnostic,
  type Edition,
  type LanguageMap,
  type OutputFile,
  otherLanguage,
  type Publication,
} from '../../pipeline/model/index.ts';
import { transformContext, transformDocument } from '../../pipeline/plugins/index.ts';
import { readPublication } from '../../pipeline/read/index.ts';
import {
  languagesOf,
  lettersOfEdition,
  lettersOfPage,
  lost,
  markdownIn,
  pairsOf,
  passagesIn,
  passagesOf,
  placeOf,
  publicationOf,
} from './corpus.ts';
import { type Pdf, PdfText, readPdf } from './pdf.ts';
import { type Element, keyOf, markedText, structureOf } from './pdf-tree.ts';
import { key } from './source-text.ts';
import { strings } from './strings.ts';

export interface CorpusReport {
  /** Empty when no word is lost and every pair is found. */
  readonly faults: readonly string[];
  /** Passages that were looked for. */
  readonly passages: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface CorpusOptions {
  /** With the map of its pairs that whoever collected it wrote. */
  readonly withMap: boolean;
  /** In PDF too, which takes longest. */
  readonly pdf: boolean;
}

/** Reads, checks and builds other people's repository as a draft, and looks for every word of it. */
export async function faultsOfCorpus(repository: string, options: CorpusOptions): Promise<CorpusReport> {
  const dir = publicationOf(repository, options);
  const { value: publication } = await readPublication(dir);
  if (!publication) throw new Error('The publication cannot be read');
  const editions = editionsOf(publication);
  const built = await build(dir, {
    draft: true,
    formats: ['html', 'epub', ...(options.pdf ? (['pdf'] as const) : [])],
    to: 'memory',
  });
  const texts = textsOf(publication, editions, built.files);
  const faults = built.outcome === 'done' ? [] : ['not built'];
  if (options.pdf && [texts.en, texts.fr].some(([first]) => !first?.pdf)) faults.push('no PDF that says anything');
  let passages = 0;
  for (const { en, fr } of pairsOf(repository)) {
    if (placeOf(publication, en)?.id !== placeOf(publication, fr)?.id)
      faults.push(`${en} does not stand against ${fr}`);
  }
  faults.push(...missingLone(publication, texts));
  for (const file of markdownIn(repository)) {
    const place = placeOf(publication, file);
    if (!place) faults.push(`${file} is in no document`);
    if (!place) continue;
    const wanted = passagesIn(readFileSync(join(repository, file), 'utf8'));
    passages += wanted.length;
    for (const language of languagesOf(file)) {
      const { printed = '', ...forms } = texts[language][place.index] ?? {};
      for (const [form, letters] of Object.entries(forms)) {
        faults.push(
          ...lost(wanted, letters)
            .filter((passage) => form !== 'pdf' || !printed.includes(passage))
            .map((passage) => `${file}: ${form} ${language} lacks “${passage.slice(0, 80)}”`),
        );
      }
    }
  }
  return { faults, passages, diagnostics: built.diagnostics };
}

/** Passages of one language alone are in the other edition too. */
function missingLone({ documents }: Publication, texts: LanguageMap<readonly Texts[]>): string[] {
  return documents.flatMap(({ tree, path }, index) =>
    tree.children.flatMap((block) => {
      const [side, other] = block.type === 'pair' ? block.children : [];
      if (!side || other) return [];
      const { printed: _printed, ...forms } = texts[otherLanguage(side.language)][index] ?? {};
      const letters = side.children.flatMap((child) => passagesOf(child));
      return Object.entries(forms).flatMap(([name, text]) =>
        letters
          .filter((passage) => !text.includes(passage))
          .map((passage) => `${path}: ${name} ${otherLanguage(side.language)} lacks “${passage.slice(0, 80)}”`),
      );
    }),
  );
}

/** Both editions of a publication as it was read, as those of a draft. */
export function editionsOf(publication: Publication): LanguageMap<Edition> {
  const context = transformContext(publication.settings, publication.concepts);
  const documents = publication.documents.map((document) => transformDocument(document, context).value);
  const tables = { en: strings('en'), fr: strings('fr') };
  const of = (language: 'en' | 'fr'): Edition =>
    assembleEdition({ ...publication, documents, draft: true }, language, { strings: tables }).value;
  return { en: of('en'), fr: of('fr') };
}

interface Texts {
  readonly edition: string;
  readonly html: string;
  readonly epub: string;
  /** Without the pages that links lead to, which the source has not. */
  readonly pdf?: string;
  /** Of the PDF, with all that looks like such a page: it may be the author's own. */
  readonly printed?: string;
}

/** The letters of each document in each form, in document order. */
function textsOf(
  publication: Publication,
  editions: LanguageMap<Edition>,
  files: readonly OutputFile[],
): LanguageMap<readonly Texts[]> {
  const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes ?? new Uint8Array());
  const of = (language: 'en' | 'fr'): readonly Texts[] => {
    const edition = editions[language];
    const book = unzipSync(
      files.find(({ format, edition: id }) => format === 'epub' && id === language)?.bytes ?? new Uint8Array(),
    );
    const printed = files.find(({ format, edition: id }) => format === 'pdf' && id === language);
    const whole = printed && textOfPdf(readPdf(printed.bytes));
    return publication.documents.map((_, index) => {
      const document = edition.documents[index];
      if (!document) throw new Error('Every document is in every edition');
      const number = String(index + 1).padStart(2, '0');
      const parts = Object.keys(book)
        .filter((path) => new RegExp(`/${number}-[^/]*\\.xhtml$`).test(path))
        .sort((a, b) => pieceOf(a) - pieceOf(b));
      return {
        edition: lettersOfEdition(edition, document.id),
        html: lettersOfPage(text(files.find(({ path }) => path === `${language}/${document.slug}.html`)?.bytes)),
        epub: parts.map((path) => lettersOfPage(text(book[path]))).join(''),
        // of all documents: each is looked for in the whole
        ...(whole !== undefined && { pdf: key(whole.replace(pageOfLink, '')), printed: key(whole) }),
      };
    });
  };
  return { en: of('en'), fr: of('fr') };
}

/** Where a link leads, said on paper. */
const pageOfLink = /[([,]\s*page\s\d+[)\]]?/g;

/** What a PDF's structure says, pictures by their words, notes at the end. */
function textOfPdf(pdf: Pdf): string {
  const elements = structureOf(pdf);
  const marked = markedText(pdf);
  const notes: string[] = [];
  const textOfElement = ({ tag, dict, kids }: Element): string => {
    const inside = kids.map((kid) => {
      if (kid.kind === 'content') return marked.get(keyOf(kid.page, kid.mcid)) ?? '';
      return kid.kind === 'element' ? textOfElement(kid.element) : '';
    });
    if (tag === 'Figure') return (dict.Alt instanceof PdfText ? dict.Alt.text : '') + inside.join('');
    if (tag !== 'Note') return inside.join('');
    notes.push(inside.join(''));
    return '';
  };
  const flowing = elements.map(textOfElement).join(' ');
  return [flowing, ...notes].join(' ');
}

/** Long documents are cut into `03-plan.xhtml`, `03-plan-2.xhtml` … */
function pieceOf(path: string): number {
  return path.length * 1000 + Number(/-(\d+)\.xhtml$/.exec(path)?.[1] ?? 0);
}
