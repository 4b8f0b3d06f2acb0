/** Words as Typst takes them in its markup. */
export const escaped = (value) => value.replace(/[\\#$@<>_*`[\]~]/g, String.raw`\$&`);

/** Typst's settings for the page, the type and the spaces of `templates/pdf/theme.yaml`. */
export function preamble({ title, language }) {
  return `#set document(title: "${title}")
#set page(width: 612pt, height: 792pt, margin: (left: 108pt, right: 164pt, top: 80pt, bottom: 92pt), numbering: "1")
#set text(font: "Source Serif 4", size: 11pt, lang: "${language}", region: "CA", hyphenate: true, top-edge: 11.5pt, bottom-edge: -4pt)
#set par(justify: true, leading: 0pt, spacing: 7.75pt)
#show heading: it => block(above: 18pt, below: 9pt, text(font: "Source Sans 3", size: 16pt, weight: "regular", it.body))
#outline()`;
}
