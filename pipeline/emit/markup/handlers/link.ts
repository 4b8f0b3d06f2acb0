import type { ElementContent, Properties } from 'hast';
import type { Data, Link, LinkReference } from 'mdast';
import { isSafeAddress } from '../../../model/index.ts';
import type { Context, Handle } from '../context.ts';
import { element } from '../element.ts';

/** An internal link goes where `options.href` says; an external one is plain; a dangerous address leaves its words. */
export const link: Handle<Link> = (state, node, context) => anchor(node, state.all(node), context);

export const linkReference: Handle<LinkReference> = (state, node, context) => {
  const definition = state.definitionById.get(node.identifier.toUpperCase());
  const data = { ...definition?.data, ...node.data };
  const url = definition?.url ?? '';
  return anchor({ url, title: definition?.title ?? null, data }, state.all(node), context);
};

const roles: Partial<Record<NonNullable<Data['role']>, string>> = {
  backlink: 'doc-backlink',
  noteref: 'doc-noteref',
};

function anchor(node: Pick<Link, 'url' | 'title' | 'data'>, children: ElementContent[], context: Context) {
  const { target, otherLanguage, role } = node.data ?? {};
  const href = target ? context.href(target, otherLanguage) : node.url;
  if (!target && (href === '' || !isSafeAddress(href))) return children;
  const properties: Properties = { href };
  if (node.title) properties.title = node.title;
  if (otherLanguage) properties.hrefLang = context.edition.settings.tags[otherLanguage];
  if (role && roles[role]) properties.role = roles[role];
  return element('a', properties, children);
}
