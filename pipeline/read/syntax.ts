import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { mathFromMarkdown } from 'mdast-util-math';
import { directive } from 'micromark-extension-directive';
import { math } from 'micromark-extension-math';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { type Wanted, wantedBy, wantedNodes, wantedSyntax } from './wanted.ts';
import { wikiLinks, wikiLinksFromMarkdown } from './wikiLinks.ts';

type Extension = ReturnType<typeof directive>;
type Construct = Extract<NonNullable<Extension['text']>[string], { tokenize: unknown }>;
type Tokenizer = Construct['tokenize'];
type State = ReturnType<Tokenizer>;

/** `:name[…]`. */
export const textNames = [
  ...['en', 'fr', 'num', 'money', 'pct', 'date', 'time', 'term', 'ref', 'index', 'nt', 'span', 'sup', 'sub'],
] as const;
/** `:::name`. */
export const containerNames = [
  ...['en', 'fr', 'figure', 'table', 'math', 'note', 'tip', 'important', 'warning', 'caution', 'aside', 'quote'],
] as const;
/** `::name`. */
export const leafNames = [
  ...[
    'contents',
    'glossary',
    'index',
    'lexicon',
    'bibliography',
    'figures',
    'tables',
    'equations',
    'pagebreak',
    'include',
  ],
] as const;

const longest = Math.max(...textNames.map((name) => name.length));

/** Reads `:name[` without taking it; goes on only where the name is one of ours. */
const lookAhead: Tokenizer = (effects, ok, nok) => {
  let name = '';
  const letters: State = (code) => {
    if (code !== null && code >= 97 && code <= 122 && name.length < longest) {
      name += String.fromCharCode(code);
      effects.consume(code);
      return letters;
    }
    if (code !== 91 || !(textNames as readonly string[]).includes(name)) return nok(code); // 91 is `[`
    effects.exit('chunkString');
    return ok(code);
  };
  return (code) => {
    effects.enter('chunkString');
    effects.consume(code);
    return letters;
  };
};

/** Parses GFM, front matter, formulae and guarded directives into mdast; what directives mean comes after. */
export function parse(text: string): Root {
  return parserFor(wantedBy(text)).parse(text);
}

const parsers = new Map<string, Processor<Root>>();

/** The same for texts that want the same. */
export function parserFor(wanted: Wanted): Processor<Root> {
  const name = JSON.stringify(wanted);
  const parser = parsers.get(name) ?? newParser(wanted);
  parsers.set(name, parser);
  return parser;
}

function newParser(wanted: Wanted): Processor<Root> {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(function onlyWanted(this: Processor) {
      const data = this.data();
      data.micromarkExtensions = (data.micromarkExtensions ?? []).map((each) => wantedSyntax(each, wanted));
      data.fromMarkdownExtensions = wantedNodes(data.fromMarkdownExtensions ?? [], wanted);
    })
    .use(remarkFrontmatter)
    .use(function guardedDirectives(this: Processor) {
      const data = this.data();
      data.micromarkExtensions = [...(data.micromarkExtensions ?? []), guarded()];
      data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown()];
    })
    .use(function formulae(this: Processor) {
      const data = this.data();
      // One dollar is money: "US$4.8 billion (C$7.7 billion)" is no formula.
      data.micromarkExtensions = [...(data.micromarkExtensions ?? []), math({ singleDollarTextMath: false })];
      data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), mathFromMarkdown()];
    })
    .use(function references(this: Processor) {
      const data = this.data();
      data.micromarkExtensions = [...(data.micromarkExtensions ?? []), wikiLinks()];
      data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), wikiLinksFromMarkdown()];
    })
    .freeze();
}

/** The directive syntax, its inline form only where one of our names and `[` follow the colon: `12:30` stays text. */
function guarded(): Extension {
  const extension = directive();
  const inline = extension.text?.[58] as Construct; // 58 is `:`
  const ahead: Construct = { tokenize: lookAhead, partial: true };
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const attempt: typeof effects.attempt = (construct, then, otherwise) => (code) => {
      const part = construct as Construct;
      return effects.attempt(code === 123 ? shortened(part) : part, then, otherwise)(code); // 123 is `{`
    };
    const directiveStart = inline.tokenize.call(this, { ...effects, attempt }, ok, nok);
    return effects.check(ahead, directiveStart, nok);
  };
  return { ...extension, text: { 58: { ...inline, tokenize } } };
}

/** Characters between braces in a line: an id, a language, a currency. */
const longestAttributes = 500;

/**
 * Attributes that give up when they are too long. Otherwise each `{#` that nothing closes is looked for to
 * the end of the paragraph, and a text full of them takes the square of its length.
 */
function shortened(construct: Construct): Construct {
  const tokenize: Tokenizer = function (effects, ok, nok) {
    let left = longestAttributes;
    let ended = false;
    const end: State = (code) => {
      ended = true;
      return nok(code);
    };
    const counted = (state: State): State => {
      return (code) => {
        if (left-- <= 0) return nok(code);
        const next = state(code);
        return ended || next === ok || next === undefined ? next : counted(next);
      };
    };
    return counted(construct.tokenize.call(this, effects, ok, end));
  };
  return { ...construct, tokenize };
}
