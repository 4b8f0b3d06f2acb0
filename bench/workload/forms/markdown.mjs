import { phrasing } from '../phrasing.mjs';

/** What all kinds of Markdown write alike. */
export const inMarkdown = {
  text: (value) => value,
  strong: (value) => `**${value}**`,
  emphasis: (value) => `*${value}*`,
  address: (value) => `<${value}>`,
};

/**
 * A block of the workload in Markdown.
 *
 * @param write - `text`, which writes a passage of both languages, and `heading`, what stands for one; `noteId`, where the
 *   names of notes need more than their own.
 * @returns {string} A note's text after the paragraph that calls it.
 */
export function markdownOf(block, { text, heading, noteId = (id) => id }) {
  const item = (mark, { text: own, items = [] }) =>
    [`${mark}${text(own)}`, ...items.map((inner) => `${' '.repeat(mark.length)}- ${text(inner.text)}`)].join('\n');
  const row = (cells) => `| ${cells.map(text).join(' | ')} |`;
  switch (block.kind) {
    case 'heading':
      return heading(block);
    case 'list':
      return block.items.map((each, index) => item(block.ordered ? `${index + 1}. ` : '- ', each)).join('\n');
    case 'table':
      return [row(block.head), '| --- | --- | ---: | ---: |', ...block.rows.map(row)].join('\n');
    case 'code':
      return `\`\`\`json\n${block.text}\n\`\`\``;
    default:
      return block.note
        ? `${text(block.text)}\n\n[^${noteId(block.note.id)}]: ${text(block.note.text)}`
        : text(block.text);
  }
}

/** A document without its title, in one language. @param form - How it writes headings, references and notes. */
export function blocksInMarkdown({ blocks }, side, { heading, noteId, ...form }) {
  const text = (both) => phrasing(both[side], { ...inMarkdown, ...form });
  const write = {
    text,
    heading: (block) => `${'#'.repeat(block.depth)} ${text(block.text)}${heading(block)}`,
    noteId,
  };
  return blocks.map((block) => markdownOf(block, write));
}
