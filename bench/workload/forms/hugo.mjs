import { titleOf } from '../phrasing.mjs';
import { glossaryTitle, joined, languages, writeFiles } from './files.mjs';
import { blocksInMarkdown } from './markdown.mjs';

/** A layout of ours, with what a site needs: its pages, the other language, contents of the page. */
const layout = `<!DOCTYPE html>
<html lang="{{ .Language.Lang }}">
<head><meta charset="utf-8"><title>{{ .Title }} – {{ .Site.Title }}</title></head>
<body>
<nav>
<ul>{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ range .Translations }}<a lang="{{ .Language.Lang }}" href="{{ .RelPermalink }}">{{ .Language.LanguageName }}</a>{{ end }}
</nav>
<main><h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}</main>
</body>
</html>
`;

/** A site of Hugo: a content tree for each language, and one layout. */
export function write(folder, workload) {
  for (const [side, language] of languages.entries()) {
    const form = {
      heading: ({ id }) => ` {#${id}}`,
      reference: (id) => `[${titleOf(id, workload, side)}]({{< relref "${id.replace('#', '.md#')}" >}})`,
      note: (id) => `[^${id}]`,
    };
    const page = (title, weight, blocks) => joined([`---\ntitle: "${title}"\nweight: ${weight}\n---`, ...blocks]);
    const files = workload.documents.map((document, at) => [
      `content/${language}/${document.id}.md`,
      page(document.title[side], at + 1, blocksInMarkdown(document, side, form)),
    ]);
    const terms = workload.terms.map(({ term, definition }) => `${term[side]}\n: ${definition[side]}`);
    writeFiles(folder, {
      ...Object.fromEntries(files),
      [`content/${language}/glossary.md`]: page(glossaryTitle[side], workload.documents.length + 1, terms),
    });
  }
  writeFiles(folder, {
    'config.toml': settings(workload.title),
    'layouts/_default/single.html': layout,
    'layouts/_default/list.html': layout,
  });
}

const settings = ([en, fr]) => `baseURL = "/"
defaultContentLanguage = "en"
defaultContentLanguageInSubdir = true
disableKinds = ["taxonomy", "term", "RSS"]
[languages.en]
languageName = "English"
contentDir = "content/en"
title = "${en}"
[languages.fr]
languageName = "Français"
contentDir = "content/fr"
title = "${fr}"
`;
