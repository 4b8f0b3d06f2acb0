/** Names that ours and other tools' containers share. */
const opening = /^([ \t>]*:{3,})[ \t]*(note|tip|important|warning|caution)[ \t]+([^\s{[].*?)[ \t]*$/;
const codeFence = /^[ \t>]*(`{3,}|~{3,})/;

/** Other people's text with `::: tip Words` as we write it, `:::tip[Words]`: on the same line, word for word. */
export function withOurFences(text: string): string {
  let code: string | undefined;
  return text
    .split('\n')
    .map((line) => {
      const mark = codeFence.exec(line)?.[1];
      if (code !== undefined) {
        if (mark?.startsWith(code)) code = undefined;
        return line;
      }
      if (mark) code = mark;
      return line.replace(/\r$/, '').replace(opening, '$1$2[$3]') + (line.endsWith('\r') ? '\r' : '');
    })
    .join('\n');
}
