import type { ElementContent } from 'hast';
import type { Image, ImageReference } from 'mdast';
import type { Context, Handle } from '../context.ts';
import { element, text } from '../element.ts';

declare module 'hast' {
  interface ElementData {
    /** On `img`: its author says that it only decorates. */
    decorative?: boolean;
  }
}

/**
 * A picture of the publication; `alt=""` says that it is decorative, and `data.decorative` that its author says so. What is not among the edition's assets is never
 * fetched: its words stand in its place.
 */
export const image: Handle<Image> = (_state, node, context) => picture(node, context);

export const imageReference: Handle<ImageReference> = (state, node, context) => {
  const definition = state.definitionById.get(node.identifier.toUpperCase());
  const data = node.data ?? definition?.data;
  return picture({ alt: node.alt ?? '', ...(data?.asset && { data: { asset: data.asset } }) }, context);
};

function picture(node: Pick<Image, 'alt' | 'data'>, context: Context): ElementContent {
  const path = node.data?.asset;
  const asset = path === undefined ? undefined : context.edition.assets.get(path);
  const alt = node.alt ?? '';
  if (path === undefined || asset === undefined) return text(alt);
  const made = element('img', { src: context.asset(path), alt, width: asset.width, height: asset.height });
  return node.data?.decorative ? { ...made, data: { decorative: true } } : made;
}
