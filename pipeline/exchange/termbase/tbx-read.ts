import { addTo, type Concept, type Designation, type Language } from '../../model/index.ts';
import { elementsOf, parseXml, textOf, type XmlElement } from '../../xml/index.ts';
import { conceptsOf, designationOf, type ImportedTerms, languageNamed, type RawEntry, sourceIn } from './entries.ts';
import { ownNote, ownSource } from './tbx-write.ts';

/** The same element in TBX 3, in TBX 2 (`martif`) and in the first TBX-Min. */
const names = {
  entry: ['conceptEntry', 'termEntry', 'entry'],
  language: ['langSec', 'langSet', 'langGroup'],
  term: ['termSec', 'tig', 'ntig', 'termGroup'],
} as const;

/**
 * Reads a termbase in TBX: version 3 with categories as attributes or as tags, version 2 (`martif`), TBX-Min.
 *
 * @returns Undefined when it is no well-formed TBX.
 */
export function readTbx(text: string): ImportedTerms | undefined {
  const root = parseXml(text);
  if (!root || !['tbx', 'martif', 'TBX'].includes(localName(root))) return undefined;
  const isOwn = within(root, ['sourceDesc']).some((element) => textOf(element).trim() === ownSource);
  const read = isOwn ? textOf : foldedText;
  return conceptsOf(within(root, names.entry).map((entry) => entryOf(entry, read)));
}

/** How the words of an element are read. */
type ReadText = (element: XmlElement) => string;

/** Others break and indent lines as they like. */
function foldedText(element: XmlElement): string {
  return textOf(element)
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/^ | $/g, '');
}

function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Elements of these names, at any depth, outermost ones alone. */
function within(element: XmlElement, wanted: readonly string[]): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => (wanted.includes(localName(child)) ? [child] : within(child, wanted)));
}

/** What an element states of itself, not within a language or a term: category and value. */
interface Statement {
  readonly category: string;
  readonly value: string;
}

const inner: readonly string[] = [...names.language, ...names.term];
const containers: readonly string[] = ['descripGrp', 'termNoteGrp', 'adminGrp', 'termGrp'];

function statementsOf(element: XmlElement, read: ReadText): readonly Statement[] {
  return elementsOf(element).flatMap((child) => {
    const name = localName(child);
    if (inner.includes(name)) return [];
    if (containers.includes(name)) return statementsOf(child, read);
    return [
      {
        category: child.attributes.get('type') ?? name,
        value: read(child),
      },
    ];
  });
}

function valuesOf(statements: readonly Statement[], category: string): readonly string[] {
  return statements.filter((each) => each.category === category && each.value !== '').map(({ value }) => value);
}

function entryOf(element: XmlElement, read: ReadText): RawEntry {
  const statements = statementsOf(element, read);
  const sections = within(element, names.language);
  const [definition] = valuesOf(statements, 'definition');
  const sides = new Map<Language, Side[]>();
  for (const section of sections) {
    const tag = section.attributes.get('xml:lang') ?? section.attributes.get('lang') ?? section.attributes.get('code');
    const language = languageNamed(tag ?? '');
    if (language) addTo(sides, language, sideOf(section, { definition, read }));
  }
  const [en, fr] = [sides.get('en') ?? [], sides.get('fr') ?? []];
  const status = en[0]?.status ?? fr[0]?.status;
  const domain = valuesOf(statements, 'subjectField')[0];
  const notes = valuesOf(statements, 'note');
  const ownIn = (name: string): string | undefined => {
    const begin = `${ownNote}${name}: `;
    return notes.find((note) => note.startsWith(begin))?.slice(begin.length);
  };
  const [source, evidence] = [ownIn('source'), ownIn('evidence')];
  return {
    id: element.attributes.get('id') ?? '',
    ...(status && { status }),
    ...(domain !== undefined && { domain }),
    ...(source !== undefined && { source: sourceIn(source) }),
    ...(evidence !== undefined && { evidence }),
    caseSensitive: notes.includes(`${ownNote}caseSensitive`),
    designations: { ...joined('en', en), ...joined('fr', fr) },
  };
}

interface Side {
  readonly designation: Designation | undefined;
  readonly status: Concept['status'];
}

/** Several sections of one language, such as `en-CA` and `en-US`: the further ones give further approved terms. */
function joined(language: Language, sides: readonly Side[]): Partial<Record<Language, Designation>> {
  const [first, ...more] = sides.flatMap(({ designation }) => designation ?? []);
  if (!first) return {};
  const admitted = [...(first.admitted ?? []), ...more.flatMap(({ term, admitted: other = [] }) => [term, ...other])];
  const further = [...new Set(admitted)].filter((term) => term !== first.term);
  return { [language]: { ...first, ...(further.length > 0 && { admitted: further }) } };
}

interface TermSection {
  readonly term: string;
  readonly status: Concept['status'];
  readonly isShort: boolean;
  readonly gender: 'm' | 'f' | undefined;
  /** What our own note calls it. */
  readonly own: string | undefined;
}

function sideOf(section: XmlElement, { definition, read }: { definition: string | undefined; read: ReadText }): Side {
  const statements = statementsOf(section, read);
  const terms = within(section, names.term).map((term) => termOf(term, read));
  const full = terms.filter(({ isShort, own }) => !isShort && own === undefined);
  const main = full.find(({ status }) => status === 'preferred') ?? full[0] ?? terms[0];
  const rest = terms.filter((each) => each !== main && each.term !== '');
  const texts = (isOne: (each: TermSection) => boolean): readonly string[] =>
    rest.filter(isOne).map(({ term }) => term);
  const abbr = rest.find(
    ({ isShort, status, own }) => isShort && own === undefined && (status !== 'deprecated' || main?.status === status),
  );
  const isOther = (each: TermSection): boolean => each.own === undefined && each !== abbr;
  const designation = designationOf({
    term: main?.term,
    abbr: abbr?.term,
    plural: texts(({ own }) => own === 'plural')[0],
    forms: texts(({ own }) => own === 'form'),
    admitted: texts((each) => each.own === 'admitted' || (isOther(each) && each.status !== 'deprecated')),
    gender: main?.gender,
    def: valuesOf(statements, 'definition')[0] ?? termDefinition(section, read) ?? definition,
    note: valuesOf(statements, 'note')[0],
    forbidden: texts((each) => each.own === 'forbidden' || (isOther(each) && each.status === 'deprecated')),
  });
  return { designation, status: main?.status ?? 'preferred' };
}

/** Some give the definition with the term. */
function termDefinition(section: XmlElement, read: ReadText): string | undefined {
  return within(section, names.term).flatMap((term) => valuesOf(statementsOf(term, read), 'definition'))[0];
}

function termOf(element: XmlElement, read: ReadText): TermSection {
  const statements = statementsOf(element, read);
  const value = (category: string): string => valuesOf(statements, category)[0] ?? '';
  const gender = value('grammaticalGender');
  const own = valuesOf(statements, 'note').find((note) => note.startsWith(ownNote));
  return {
    term: value('term'),
    status: statusOf(value('administrativeStatus') || value('normativeAuthorization') || value('termStatus')),
    isShort: /^(?:acronym|initialism|abbreviation|abbreviatedForm|shortForm)/.test(value('termType')),
    gender: gender === 'masculine' ? 'm' : gender === 'feminine' ? 'f' : undefined,
    own: own?.slice(ownNote.length),
  };
}

function statusOf(value: string): Concept['status'] {
  if (/^(?:deprecated|superseded|notRecommended|obsolete|forbidden)/i.test(value)) return 'deprecated';
  return /^admitted/i.test(value) ? 'admitted' : 'preferred';
}
