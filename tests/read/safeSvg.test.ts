import { describe, expect, test } from 'vitest';
import { safeSvg } from '../../pipeline/read/safeSvg.ts';
import { parseXml } from '../../pipeline/xml/index.ts';

const svg = (inner: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${inner}</svg>`;

/** Each runs or loads something in one browser or another. */
const hostile: readonly string[] = [
  svg('<script>alert(1)</script>'),
  svg('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'),
  svg('<SCRIPT href="https://evil.example/x.js"/>'),
  svg('', ' onload="alert(1)"'),
  svg('<g OnClick="alert(1)"/>'),
  svg('<a xlink:href="javascript:alert(1)"><text>x</text></a>'),
  svg('<a href=" java&#10;script:alert(1)"><text>x</text></a>'),
  svg('<a href="#"><set attributeName="href" to="javascript:alert(1)"/></a>'),
  svg('<animate attributeName="xlink:href" values="javascript:alert(1)"/>'),
  svg('<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/"/></foreignObject>'),
  svg('<image href="https://evil.example/p.png"/>'),
  svg('<image xlink:href="//evil.example/p.png"/>'),
  svg('<image href="data:image/svg+xml,%3Csvg onload=alert(1)%3E"/>'),
  svg('<use href="https://evil.example/x.svg#a"/>'),
  svg('<feImage href="https://evil.example/p.png"/>'),
  svg('<style>@import url(https://evil.example/x.css);</style>'),
  svg('<style><![CDATA[ .a { fill: url("https://evil.example/x") } ]]></style>'),
  svg('<style>@\\69mport "https://evil.example/x.css"</style>'),
  svg('<rect style="fill:u\\72l(https://evil.example/x)"/>'),
  svg('<rect filter="url(https://evil.example/x#a)"/>'),
  svg('<rect style="background: image-set(\'https://evil.example/x\' 1x)"/>'),
  svg('<style><script>alert(1)</script></style>'),
  svg('<style>@im<!-- -->port "https://evil.example/x.css";</style>'),
  svg('<style>.a { fill: u<![CDATA[rl(https://evil.example/x)]]> }</style>'),
  svg('<style>@im@import x;port "https://other.example/x.css";</style>'),
  svg('<rect style="fill:url(https://evil.example/x"/>'),
  svg('<img xmlns="http://www.w3.org/1999/xhtml" srcset="https://evil.example/p.png 1x"/>'),
  svg('<meta xmlns="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=https://evil.example/"/>'),
  `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>${svg('<rect/>')}`,
  `<?xml-stylesheet href="https://evil.example/x.css"?>${svg('<rect/>')}`,
  `<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]>${svg('<g>&x;</g>')}`,
];

const harmless: readonly string[] = [
  svg('<style>.a { fill: url(#g) }</style><rect class="a"/>'),
  svg('<a href="https://example.org/"><text>onload= script</text></a><use href="#r"/>'),
  svg('<image href="data:image/png;base64,iVBORw0KGgo="/>'),
  svg('<animate attributeName="opacity" values="0;1"/><rect transform="translate(1,2)" fill="rgb(1,2,3)"/>'),
  '<svg',
];

describe('a drawing', () => {
  test.each(hostile)('%s loses what runs or loads', (text) => {
    const safe = safeSvg(Buffer.from(text));
    expect(safe?.removed.length).toBeGreaterThan(0);
    const left = new TextDecoder().decode(safe?.bytes);
    expect(left).not.toMatch(/alert|evil|script:|import|ENTITY|ATTLIST/i);
    expect(safeSvg(safe?.bytes ?? Buffer.of())?.removed).toEqual([]);
  });

  test.each(harmless)('%s stays as it is, byte for byte', (text) => {
    const bytes = Buffer.from(text);
    expect(safeSvg(bytes)).toEqual({ bytes, removed: [] });
  });

  test.each([
    ['markup behind its end', Buffer.from(`${svg('<script>alert(1)</script>')}<x`)],
    ['UTF-16', Buffer.from(`\uFEFF${svg('<script>alert(1)</script>')}`, 'utf16le')],
    ['ISO-2022-JP', Buffer.from(svg('<scr\x1b(Bipt>alert(1)</scr\x1b(Bipt>'))],
  ])('that our reader cannot read, and another might, is no picture: %s', (_, bytes) => {
    expect(safeSvg(bytes)).toBeUndefined();
  });

  test('that loses something keeps all else', () => {
    const safe = safeSvg(
      Buffer.from(svg('<text x="1">a &lt; "b" &amp; é</text>', ' onload="alert(1)" id="&quot;&lt;"')),
    );
    const root = parseXml(new TextDecoder().decode(safe?.bytes));
    expect(root).toEqual(parseXml(svg('<text x="1">a &lt; "b" &amp; é</text>', ' id="&quot;&lt;"')));
    expect(root?.children).toHaveLength(1);
  });
});
