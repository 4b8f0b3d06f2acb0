import { escapeXml } from '../../.build/xml/index.js';

/** In pixels of the drawing. */
const width = 760;
const labels = 232;
const values = 86;
const line = 24;
const heading = 34;
const margin = 16;
const bar = width - margin * 2 - labels - values;

/** At least 4.5 : 1 for words and 3 : 1 for bars, on either ground. */
const style = `
  .ground { fill: #ffffff } text { fill: #1a1a1a; font: 14px system-ui, sans-serif }
  .name { font-weight: 600 } .own { fill: #0b57a4 } .other { fill: #6b7078 } .ours { font-weight: 600 }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #15181d } text { fill: #ececec } .own { fill: #82b8ff } .other { fill: #9aa1ab }
  }`;

/**
 * Bars from one scale, in groups: an SVG that is read in words too, on a light and on a dark ground.
 *
 * @param title - What is drawn, with its unit.
 * @param groups - Each a `name` and its `bars`: `label`, `value` above 0, and `own` where it is this project's.
 * @param written - How a value is written beside its bar.
 */
export function barChart({ title, groups, written }) {
  const most = Math.max(...groups.flatMap(({ bars }) => bars.map(({ value }) => value)));
  let y = margin + line;
  const drawn = groups.flatMap(({ name, bars }) => {
    const head = text({ x: margin, y: y + heading - 10, className: 'name' }, name);
    y += heading;
    const rows = bars.map((each) => {
      y += line;
      return row(each, { y: y - line, most, written });
    });
    return [head, ...rows];
  });
  const height = y + margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title values">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="values">${escapeXml(inWords(groups, written))}</desc>`,
    `<style>${style}\n</style>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    text({ x: margin, y: margin + 14, className: 'name' }, title),
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

function row({ label, value, own }, { y, most, written }) {
  const length = Math.max(1, (value / most) * bar).toFixed(1);
  const start = margin + labels;
  return [
    text({ x: margin, y: y + 16, className: own ? 'ours' : '' }, label),
    `<rect class="${own ? 'own' : 'other'}" x="${start}" y="${y + 4}" width="${length}" height="${line - 8}"/>`,
    text({ x: (start + Number(length) + 8).toFixed(1), y: y + 16, className: own ? 'ours' : '' }, written(value)),
  ].join('\n');
}

function text({ x, y, className }, words) {
  return `<text x="${x}" y="${y}"${className ? ` class="${className}"` : ''}>${escapeXml(words)}</text>`;
}

function inWords(groups, written) {
  return groups
    .map(({ name, bars }) => `${name}: ${bars.map(({ label, value }) => `${label} ${written(value)}`).join(', ')}.`)
    .join(' ');
}
