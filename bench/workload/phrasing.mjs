const marks =
  /\*\*(?<strong>[^*]+)\*\*|\*(?<emphasis>[^*]+)\*|<(?<address>https:[^>]+)>|\[\[(?<reference>[^\]]+)\]\]|\[\^(?<note>[^\]]+)\]/g;

/**
 * Writes a passage of the workload in a program's form.
 *
 * @param form - How it writes `strong`, `emphasis`, an `address`, a `reference` (`d3#s1`), the call of a `note`, and `text` between these.
 */
export function phrasing(value, form) {
  const parts = [];
  let at = 0;
  for (const found of value.matchAll(marks)) {
    const [[kind, inner]] = Object.entries(found.groups).filter(([, inner]) => inner !== undefined);
    parts.push(form.text(value.slice(at, found.index)), form[kind](inner));
    at = found.index + found[0].length;
  }
  return [...parts, form.text(value.slice(at))].join('');
}

/** What a section of another document is called, for programs that do not name it themselves. */
export function titleOf(reference, { documents }, side) {
  const [id, section] = reference.split('#');
  const { blocks } = documents[Number(id.slice(1))];
  return blocks.find((block) => block.id === section).text[side];
}
