import type { CrossReference } from 'mdast';
import type { directiveFromMarkdown } from 'mdast-util-directive';
import type { directive } from 'micromark-extension-directive';

type Extension = ReturnType<typeof directive>;
type Construct = Extract<NonNullable<Extension['text']>[string], { tokenize: unknown }>;
type Tokenizer = Construct['tokenize'];
type State = ReturnType<Tokenizer>;
type Code = Parameters<State>[0];
type FromMarkdown = ReturnType<typeof directiveFromMarkdown>;
type Handle = NonNullable<FromMarkdown['enter']>[string];
type CompileContext = ThisParameterType<Handle>;
type Token = Parameters<Handle>[0];

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    wikiLink: 'wikiLink';
    wikiLinkTarget: 'wikiLinkTarget';
    wikiLinkWords: 'wikiLinkWords';
    wikiLinkMark: 'wikiLinkMark';
  }
}

const sign = { bracketOpen: 91, bracketClose: 93, bar: 124, backslash: 92, paren: 40 } as const;

/** An id, a file, or both. Begins with a letter: `x[[1]]` is a program's. */
const targetShape = /^(?:[\p{L}\p{N}_./-]+\.md(?:#[\p{L}\p{N}_-]+)?|\p{L}[\p{L}\p{N}_-]*)$/u;

/** In characters: an id, or words for a line. */
const longest = 200;

/**
 * `[[id]]` and `[[id|these words]]`, in one line, where plain GFM has nothing but the brackets themselves: not after a
 * letter, digit or bracket, not before `(` or `[`, and not where a definition makes a link of the inner brackets.
 */
export function wikiLinks(): Extension {
  const construct: Construct = { name: 'wikiLink', tokenize: tokenizeWikiLink, previous: canFollow };
  return { text: { [sign.bracketOpen]: construct } };
}

function canFollow(code: Code): boolean {
  return code === null || code < 0 || !/[\p{L}\p{N}_![\]\\]/u.test(String.fromCharCode(code));
}

function tokenizeWikiLink(
  this: ThisParameterType<Tokenizer>,
  effects: Parameters<Tokenizer>[0],
  ok: State,
  nok: State,
): State {
  const isDefined = (label: string): boolean => this.parser.defined.includes(label.toLowerCase().toUpperCase()); // as CommonMark compares them
  let target = '';
  let words = '';

  const { previous } = this;
  const start: State = (code) => {
    if (!canFollow(previous)) return nok(code);
    effects.enter('wikiLink');
    effects.enter('wikiLinkMark');
    effects.consume(code);
    return second;
  };
  const second: State = (code) => {
    if (code !== sign.bracketOpen) return nok(code);
    effects.consume(code);
    effects.exit('wikiLinkMark');
    effects.enter('wikiLinkTarget');
    return inTarget;
  };
  const inTarget: State = (code) => {
    if (isEnd(code) || target.length > longest) return nok(code);
    if (code === sign.bracketClose) return isTarget() ? close('wikiLinkTarget', code) : nok(code);
    if (code === sign.bar || code === sign.backslash) return isTarget() ? divide(code) : nok(code);
    target += String.fromCharCode(code as number);
    effects.consume(code);
    return inTarget;
  };
  const isTarget = (): boolean => targetShape.test(target) && !isDefined(target);
  const divide = (code: Code): State | undefined => {
    effects.exit('wikiLinkTarget');
    effects.enter('wikiLinkMark');
    effects.consume(code);
    return code === sign.bar ? divided() : escapedBar;
  };
  /** In a table's cell a bar is written `\|`. */
  const escapedBar: State = (code) => {
    if (code !== sign.bar) return nok(code);
    effects.consume(code);
    return divided();
  };
  const divided = (): State => {
    effects.exit('wikiLinkMark');
    effects.enter('wikiLinkWords');
    return inWords;
  };
  const inWords: State = (code) => {
    if (isEnd(code) || code === sign.bracketOpen || words.length > longest) return nok(code);
    if (code === sign.bracketClose)
      return words.trim() === '' || isDefined(`${target}|${words}`) ? nok(code) : close('wikiLinkWords', code);
    words += String.fromCharCode(code as number);
    effects.consume(code);
    return inWords;
  };
  const close = (open: 'wikiLinkTarget' | 'wikiLinkWords', code: Code): State => {
    effects.exit(open);
    effects.enter('wikiLinkMark');
    effects.consume(code);
    return closeSecond;
  };
  const closeSecond: State = (code) => {
    if (code !== sign.bracketClose) return nok(code);
    effects.consume(code);
    effects.exit('wikiLinkMark');
    effects.exit('wikiLink');
    return after;
  };
  const after: State = (code) => {
    const goesOn = code === sign.paren || code === sign.bracketOpen || code === sign.bracketClose;
    return goesOn ? nok(code) : ok(code);
  };
  return start;
}

function isEnd(code: Code): boolean {
  return code === null || code < 0; // the end of the text, of the line, or a tab
}

/** Tokens → `reference`. */
export function wikiLinksFromMarkdown(): FromMarkdown {
  const current = (context: CompileContext): CrossReference => context.stack.at(-1) as unknown as CrossReference;
  return {
    enter: {
      wikiLink(this: CompileContext, token: Token) {
        this.enter({ type: 'reference', url: '', anywhere: true, children: [] }, token);
      },
    },
    exit: {
      wikiLinkTarget(this: CompileContext, token: Token) {
        current(this).url = this.sliceSerialize(token);
      },
      wikiLinkWords(this: CompileContext, token: Token) {
        const { start, end } = token;
        const value = this.sliceSerialize(token).trim();
        current(this).children = [{ type: 'text', value, position: { start: pointOf(start), end: pointOf(end) } }];
      },
      wikiLink(this: CompileContext, token: Token) {
        this.exit(token);
      },
    },
  };
}

function pointOf({ line, column, offset }: Token['start']) {
  return { line, column, offset };
}
