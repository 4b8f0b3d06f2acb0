/** Classes that our pages and books give to elements, and that our style sheets and scripts know them by. */
const own: ReadonlySet<string> = new Set(
  `
  admonition admonition-title align-center align-right author backlinks bar bar-inner bilingual both changes close colophon
  contents continues copy cover crumbs date dates definition diptych downloads draft enlarge enlarged equivalent excerpt-tip external
  facts files fits foot foot-inner formula glossary half has-list heading home index key label language lead leaf leaves long menu
  neighbours next not-yet note note-call notes on-this-page other-language other-title page page-break pair permalink
  preferences previous publisher quiet read results row rows search search-box search-form search-link search-status
  section-number sections services shared short skip slash spanning subtitle table-scroll task task-box term text title
  title-page to-top toggle topic
  `
    .trim()
    .split(/\s+/),
);

/** Whether a class is one of our own. On raw HTML it would borrow what ours looks like and does: a menu, a link that is hidden. */
export function isOwnClass(name: string): boolean {
  const plain = name.toLowerCase();
  return own.has(plain) || /^(?:figure|formula|heading|hljs|language)-/.test(plain);
}
