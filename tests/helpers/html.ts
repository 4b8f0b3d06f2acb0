import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Void elements are written as the HTML standard's own serialiser writes them.
    'void-style': ['error', { style: 'omit' }],
    // Everything is from the same folder, and a browser checks no integrity under file://.
    'require-sri': 'off',
    // Our titles carry the publication's name as well.
    'long-title': 'off',
    // A page in both languages has a title in each.
    'heading-level': ['error', { allowMultipleH1: true }],
    // Typeset text has no-break spaces by intent.
    'no-trailing-whitespace': 'off',
    // Names of parts of the page begin with an underscore, which no id of the text does.
    'valid-id': ['error', { relaxed: true }],
  },
});

/** What html-validate says of a page; empty when nothing. */
export async function checkHtml(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  );
}
