import type { Element, Properties } from 'hast';
import type { Target } from '../../model/index.ts';
import { outwardAddress } from './addresses.ts';
import { elementsOf } from './hast.ts';
import type { Part } from './parts.ts';
import { xmlName } from './xml.ts';

/** A place in the edition, before it is known which file it falls into. No author can write it: markup refuses the scheme. */
const scheme = 'diptych-place:';

/** Stands for a place in the other language's book, which no link of this one can reach. */
export const elsewhere = 'diptych-elsewhere:';

/** Attributes whose value is a list of ids. */
const idLists = ['ariaLabelledBy', 'ariaDescribedBy', 'ariaDetails', 'ariaControls', 'headers', 'htmlFor'] as const;

export function addressOf({ document, id }: Target): string {
  return `${scheme}${encodeURIComponent(document)}${id === undefined ? '' : `#${encodeURIComponent(id)}`}`;
}

/** Where a place of the edition stands in the book. */
export type Locate = (target: Target) => { readonly filename: string; readonly id?: string };

/**
 * Gives every element an id that is unique in the book and an XML name, and leads every link to the file it now means.
 * An id stays as it is where it can; else the number of its chapter goes before it.
 *
 * @returns Where the places of the edition stand, for contents and landmarks.
 * @throws on a link to a place that no document has: links were resolved before, so the mistake is ours.
 */
export function linkParts(parts: readonly Part[]): Locate {
  const places = placesOf(parts);
  const locate: Locate = ({ document, id }) => {
    const place = places.get(keyOf(document, id));
    if (!place) throw new Error(`No place “${keyOf(document, id)}” in the book`);
    return place;
  };
  for (const part of parts) {
    const renamed = (id: string): string => locate({ document: part.document.id, id }).id ?? id;
    for (const element of elementsOf(part.tree)) {
      const { properties } = element;
      renameIds(properties, renamed);
      if (properties.href !== undefined) lead(element, hrefOf(part, String(properties.href), locate));
    }
  }
  return locate;
}

/** Addresses of places: of each document, its first file; of each id in a document, its file and its name in the book. */
function placesOf(parts: readonly Part[]): Map<string, { filename: string; id?: string }> {
  const places = new Map<string, { filename: string; id?: string }>();
  const taken = new Set<string>();
  for (const part of parts) {
    const { filename, document } = part;
    if (!places.has(keyOf(document.id))) places.set(keyOf(document.id), { filename });
    for (const { properties } of elementsOf(part.tree)) {
      if (properties.id === undefined) continue;
      const id = String(properties.id);
      const key = keyOf(document.id, id);
      if (!places.has(key)) places.set(key, { filename, id: freeId(id, part, taken) });
    }
  }
  return places;
}

function freeId(id: string, part: Part, taken: Set<string>): string {
  const name = xmlName(id);
  const chapter = part.id.replace(/^chapter-/, 'c');
  const candidates = [name, `${chapter}-${name}`];
  for (let count = 2; candidates.every((candidate) => taken.has(candidate)); count++) {
    candidates.push(`${chapter}-${name}-${count}`);
  }
  const free = candidates.find((candidate) => !taken.has(candidate)) ?? name;
  taken.add(free);
  return free;
}

function renameIds(properties: Properties, renamed: (id: string) => string): void {
  if (properties.id !== undefined) properties.id = renamed(String(properties.id));
  for (const name of idLists) {
    const value = properties[name];
    if (value === undefined || value === null) continue;
    const ids = Array.isArray(value) ? value.map(String) : String(value).split(/\s+/);
    Object.assign(properties, { [name]: ids.map(renamed) });
  }
}

/** @returns `undefined` for an address that means nothing in a book. */
function hrefOf(part: Part, href: string, locate: Locate): string | undefined {
  if (href.startsWith('#')) return within(part, locate({ document: part.document.id, id: decoded(href.slice(1)) }));
  if (href.startsWith(scheme)) {
    const [document = '', id] = href.slice(scheme.length).split('#');
    return within(part, locate({ document: decoded(document), ...(id !== undefined && { id: decoded(id) }) }));
  }
  return outwardAddress(href);
}

function within(part: Part, { filename, id }: ReturnType<Locate>): string {
  if (id === undefined) return filename;
  return filename === part.filename ? `#${id}` : `${filename}#${id}`;
}

/** A link that leads nowhere becomes plain words. */
function lead(element: Element, href: string | undefined): void {
  if (href !== undefined) element.properties.href = href;
  else {
    element.tagName = 'span';
    const { id, lang, xmlLang } = element.properties;
    element.properties = { ...(id && { id }), ...(lang && { lang }), ...(xmlLang && { xmlLang }) };
  }
}

function keyOf(document: string, id?: string): string {
  return id === undefined ? document : `${document}#${id}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
