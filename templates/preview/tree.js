// The elements of the page as its source has them: what scripts of the page added is not counted.
import { morph } from './morph.js';

export function tree(root) {
  let children = new WeakMap();
  let own = new WeakSet();
  const remember = (element) => {
    const found = [...element.children];
    children.set(element, found);
    own.add(element);
    for (const node of element.childNodes) own.add(node);
    for (const child of found) remember(child);
  };
  /** After a change: what was there and is not ours stays unknown. */
  const renew = (element) => {
    const found = [...element.children].filter((child) => own.has(child));
    children.set(element, found);
    for (const child of found) renew(child);
  };
  remember(root);

  return {
    isOwn: (node) => own.has(node),
    /** All that is there is ours. */
    begin() {
      children = new WeakMap();
      own = new WeakSet();
      remember(root);
    },
    /** One that we put in the place of another. */
    swap(old, fresh) {
      const list = children.get(old.parentElement);
      list[list.indexOf(old)] = fresh;
      children.set(fresh, []);
      own.add(fresh);
    },
    /**
     * Elements that others take the place of, in document order; their numbers are those of the page before.
     *
     * @returns False when they do not fit.
     */
    splice(splices) {
      return splices.toReversed().every(one);
    },
  };

  function one({ path, remove, html }) {
    const at = path.at(-1);
    const parent = path.slice(0, -1).reduce((element, index) => element && children.get(element)?.[index], root);
    const list = parent && children.get(parent);
    if (!list || at + remove > list.length) return false;
    const range = document.createRange();
    range.selectNodeContents(parent);
    const coming = html.map((text) => range.createContextualFragment(text).firstElementChild);
    if (coming.some((element) => !element)) return false;
    const going = list.slice(at, at + remove);
    if (going.length === 1 && coming.length === 1) coming[0] = changed(going[0], coming[0]);
    else replace({ parent, list, at }, going, coming);
    list.splice(at, remove, ...coming);
    return true;
  }

  function changed(element, other) {
    const made = morph(element, other, {
      isOwn: (node) => own.has(node),
      onAdd: (node) => own.add(node),
    });
    own.add(made);
    renew(made);
    return made;
  }

  function replace({ parent, list, at }, going, coming) {
    const next = list[at];
    for (const element of coming) {
      if (next) next.before(element, '\n');
      else parent.append('\n', element);
      remember(element);
    }
    for (const element of going) element.remove();
  }
}
