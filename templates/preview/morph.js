// One element into another, with as little change as can be: what has the focus, is selected or is open stays so.
import morphdom from './morphdom.js';

/**
 * @param how.isOwn - Whether a node is of the source; what scripts of the page added is left where it is.
 * @param how.onAdd - Told of each node that comes.
 * @returns The element that then stands there.
 */
export function morph(element, other, { isOwn, onAdd = () => {} }) {
  return morphdom(element, other, {
    onBeforeElUpdated(from, to) {
      if (from.isEqualNode(to)) return false;
      if (from.localName === 'details') to.open = from.open;
      return true;
    },
    onBeforeNodeDiscarded: (node) => isOwn(node),
    onNodeAdded: (node) => {
      onAdd(node);
      return node;
    },
  });
}
