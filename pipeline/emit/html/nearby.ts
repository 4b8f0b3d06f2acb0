/** Documents that a page's menu lists at most; of more, those around the page. The contents page lists all. */
const most = 60;

/** The documents that the menu of a page lists: were it all of many, the pages would grow with the square of their number. */
export function nearby<Document>(documents: readonly Document[], current: Document): readonly Document[] {
  if (documents.length <= most) return documents;
  const start = Math.max(0, Math.min(documents.indexOf(current) - most / 2, documents.length - most));
  return documents.slice(start, start + most);
}
