import type { ElementContent } from 'hast';
import { common, createLowlight } from 'lowlight';
import type { Code } from 'mdast';
import { fill } from '../../../model/index.ts';
import type { Handle } from '../context.ts';
import { element, text } from '../element.ts';

const highlighter = lazy(() => createLowlight(common));

/** Highlighted by classes (`hljs-…`), so that no inline style is needed. A wide block can be scrolled by keyboard. */
export const code: Handle<Code> = (_state, node, context) => {
  const language = node.lang ?? undefined;
  const inner = element(
    'code',
    language ? { className: [`language-${language}`] } : {},
    highlight(node.value, language),
  );
  const label = fill(context.edition.strings, 'edition.code');
  const scrolls = context.flavour === 'html' ? { tabIndex: 0, role: 'group', ariaLabel: label } : {};
  return element('pre', { ...scrolls, translate: 'no' }, [inner]);
};

function highlight(value: string, language: string | undefined): ElementContent[] {
  if (language === undefined || !highlighter().registered(language)) return [text(`${value}\n`)];
  return highlighter().highlight(language, `${value}\n`).children as ElementContent[];
}

/** The grammars are built when the first block of code asks for them. */
function lazy<Value>(make: () => Value): () => Value {
  const made: Value[] = [];
  return () => {
    const value = made[0] ?? make();
    made[0] = value;
    return value;
  };
}
