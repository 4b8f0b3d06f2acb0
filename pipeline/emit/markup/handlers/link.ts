import type { ElementContent, Properties } from 'hast';
import type { Data, Link, LinkReference } from 'mdast';
import { isSafeAddress, type Target } from '../../../model/index.ts';
import type { Context, Handle } from '../context.ts';
import { element } from '../element.ts';

/** An internal link goes where `options.href` says; an external one says that it is; a dangerous address leaves its words. */
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
  const properties: Properties = { href, ...(!target && leadsOut(href, context) && externalLink(context)) };
  if (node.title) properties.title = node.title;
  if (otherLanguage) properties.hrefLang = context.edition.settings.tags[otherLanguage];
  if (role && roles[role]) properties.role = roles[role];
  const shown = shownTarget(node.data);
  const excerpt = shown && context.excerpt?.(shown);
  if (excerpt !== undefined) properties.dataExcerpt = excerpt;
  return element('a', properties, children);
}

/** The place that a link may show beside itself; undefined for one that leads back, or into the other language's edition. */
export function shownTarget({ target, otherLanguage, role }: Data = {}): Target | undefined {
  return otherLanguage || role === 'backlink' ? undefined : target;
}

/** On the web, and not in the publication's own site. */
function leadsOut(url: string, { edition }: Context): boolean {
  const { url: own } = edition.settings;
  return /^\s*(?:(?:https?|ftp):)?\/\//i.test(url) && !(own !== undefined && url.startsWith(own.replace(/\/?$/, '/')));
}

/** Where it leads learns nothing of the page, and cannot reach it. */
function externalLink({ external }: Context): Properties {
  return external === undefined
    ? {}
    : { className: ['external'], rel: ['external', 'noopener', 'noreferrer'], ariaDescribedBy: [external] };
}
