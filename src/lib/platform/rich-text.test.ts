import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  excerpt,
  isBlank,
  MAXIMUM_RICH_TEXT_LENGTH,
  sanitiseRichText,
  toPlainText,
} from './rich-text.server';
import { cleanWordHtml } from './word-paste';

const ALLOWED =
  /<\/?(?:h[2-4]|p|br|ul|ol|li|a|strong|em|blockquote|table|thead|tbody|tr|th|td)(?: (?:href|rel|start|colspan|rowspan|scope)="[^"<>]*")*(?: \/)?>/g;

/** What is left once all allowed tags are taken out is text, and text holds no angle bracket. */
function expectHarmless(html: string) {
  expect(html.replace(ALLOWED, '')).not.toMatch(/[<>]/);
  for (const [, href] of html.matchAll(/href="([^"]*)"/g)) {
    expect(href).toMatch(/^(https?:\/\/|mailto:|tel:|\/(?!\/))/i);
  }
  expect(sanitiseRichText(html)).toBe(html);
}

describe('rich text', () => {
  it.each([
    '<h2>Worum es geht</h2><p>Viel <strong>Mut</strong> und <em>Zeit</em></p>',
    '<ul><li><p>eins</p><ol start="3"><li>drei</li></ol></li></ul>',
    '<blockquote><p>Zitat</p></blockquote><p>Zeile<br />Zeile</p>',
    '<table><tbody><tr><th colspan="2" scope="col">A</th></tr><tr><td rowspan="2">1</td><td>2</td></tr></tbody></table>',
    '<p><a href="https://werkraum.example/?a=1&amp;b=2" rel="noopener noreferrer nofollow ugc">mehr</a></p>',
    '<p><a href="/topics/1">Thema</a> <a href="mailto:a@b.de" rel="noopener noreferrer nofollow ugc">Post</a></p>',
    '<p>1 &lt; 2 &amp; "drei" 👩‍👩‍👧 z.\u00A0B.</p>',
  ])('keeps %s', (html) => {
    expect(sanitiseRichText(html)).toBe(html);
    expectHarmless(html);
  });

  it.each([
    ['<h1>A</h1><h6>B</h6>', '<h2>A</h2><h4>B</h4>'],
    ['<b>a</b> <i>b</i> <u>c</u>', '<strong>a</strong> <em>b</em> c'],
    ['<div class="x" style="color:red" onclick="x()">a</div>', '<p>a</p>'],
    ['<p></p><p>\u00A0</p><p><br></p><p>a</p>', '<p>a</p>'],
    ['<p>a<img src=x onerror=alert(1)>b</p>', '<p>ab</p>'],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href=" JaVa\tScript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="&#106;avascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="data:text/html,x">a</a>', '<a>a</a>'],
    ['<a href="//evil.example">a</a><a href="/\\evil.example">b</a>', '<a>a</a><a>b</a>'],
    ['<a href="vbscript:x">a</a><a href="ftp://x">b</a>', '<a>a</a><a>b</a>'],
    ['<script>alert(1)</script><style>p{}</style>a', 'a'],
    ['<svg><script>alert(1)</script><text>x</text></svg>a', 'a'],
    ['<iframe src="https://x"></iframe><object data="x">y</object>a', 'a'],
    ['<form action="/x"><input name="q"><button>Los</button></form>', 'Los'],
    ['<td colspan="9999" rowspan="-1">a</td>', '<td colspan="20">a</td>'],
    ['a\u202Egnp.exe\u200B', 'agnp.exe'],
    ['<p>unclosed <strong>a', '<p>unclosed <strong>a</strong></p>'],
    ['a &amp;lt;b', 'a &amp;lt;b'],
    ['\uD800a', '\uFFFDa'],
  ])('makes of %s: %s', (html, clean) => {
    expect(sanitiseRichText(html)).toBe(clean);
    expectHarmless(clean);
  });

  // Mutation XSS: harmless to a careless parser, script to the browser (DOMPurify's and Cure53's cases).
  it.each([
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<p><svg><foreignObject><p><table><p><style></p></table><img src=x onerror=alert(1)>',
    '<!--><img src=x onerror=alert(1)>-->',
    '<!--<img src="--><img src=x onerror=alert(1)//">',
    '<![CDATA[><img src=x onerror=alert(1)>]]>',
    '<a href="x"onmouseover="alert(1)">a</a>',
    '<p/onclick=alert(1)>a',
    '<<script>script>alert(1)</script>',
    '<textarea></p><img src=x onerror=alert(1)></textarea>',
    '<xmp><p title="</xmp><img src=x onerror=alert(1)>">',
    '<template><img src=x onerror=alert(1)></template>',
    '<p style="background:url(javascript:alert(1))">a</p>',
    '<table><td><form><td><svg><p><img src=x onerror=alert(1)>',
    '<select><option><script>alert(1)</script></select>',
    '<a href="https://x.example/&quot;onclick=&quot;alert(1)">a</a>',
    '<h2 id="location"><p name="cookie">clobber</p></h2>',
    '<%00script>alert(1)</script>',
    '<title><a href="</title><img src=x onerror=alert(1)>">',
  ])('leaves no way in: %s', (html) => {
    const clean = sanitiseRichText(html);
    expectHarmless(clean);
    expect(clean.replace(/"[^"]*"/g, '')).not.toMatch(/<[^>]*(?:on\w+=|style=|id=|name=)/);
  });

  it('is harmless and stays as it is, whatever comes in', () => {
    const piece = fc.constantFrom(
      ...['<p>', '</p>', '<b>', '<svg>', '</svg>', '<style>', '</style>', '<!--', '-->', '<table>'],
      ...[
        '<tr>',
        '<td>',
        '</table>',
        '<a href="',
        '">',
        'javascript:',
        '<img src=x onerror=',
        '<li>',
      ],
      ...[
        '<ul>',
        '</ul>',
        '<math>',
        '<mtext>',
        '&lt;',
        '&#60;',
        '"',
        "'",
        '<',
        '>',
        'text',
        ' ',
        '\u0000',
      ],
      ...[
        '<![CDATA[',
        ']]>',
        '<noscript>',
        '<textarea>',
        '</textarea>',
        '<script>',
        '</script>',
        '&amp;',
      ],
      ...[
        '<p style="mso-list:l0 level1 lfo1">',
        '<![if !supportLists]>',
        '<o:p>',
        '<div style="x">',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expectHarmless(sanitiseRichText(pieces.join('')));
      }),
      { numRuns: 1_000 },
    );
  });

  it('flattens what is nested beyond use, keeps the words, and refuses the absurd', () => {
    const nest = (open: string, depth: number) => sanitiseRichText(`${open.repeat(depth)}tief`);
    const quotations = nest('<blockquote>', 1_500);
    expect(quotations.match(/<blockquote>/g)!.length).toBeLessThan(20);
    expect(toPlainText(quotations)).toBe('tief');
    const tables = nest('<table><tr><td>', 400);
    expectHarmless(tables);
    expect(toPlainText(tables)).toBe('tief');
    expect(() => nest('<b>', 20_000)).toThrow(
      expect.objectContaining({ appCode: 'rich_text_too_deep' }),
    );
  });

  it.each([
    '<p>Ein <b>langer</b> Text mit <a href="https://x.example">Link</a>.</p>',
    ...[
      '<b>',
      '<ul><li>',
      '<table><tr><td>',
      '<o:p>',
      '<svg>',
      '<style>',
      '<!--',
      '<',
      '&',
      'a ',
      '</p>',
    ],
    ...[
      '<p style="mso-list:l0 level1">',
      '<a href="',
      '<p></p>',
      '<div>a</div>',
      '\u200B',
      '&lt;b&gt;',
    ],
  ])('takes a megabyte of %j in a moment, or refuses it', (piece) => {
    const html = piece.repeat(Math.floor(MAXIMUM_RICH_TEXT_LENGTH / piece.length));
    const begin = performance.now();
    try {
      sanitiseRichText(html);
    } catch (error) {
      expect(error).toMatchObject({ appCode: 'rich_text_too_deep' });
    }
    expect(performance.now() - begin).toBeLessThan(5_000);
  });

  it('refuses more than a megabyte', () => {
    expect(() => sanitiseRichText('a'.repeat(MAXIMUM_RICH_TEXT_LENGTH + 1))).toThrow(
      expect.objectContaining({ appCode: 'rich_text_too_long' }),
    );
  });
});

describe('text pasted from Word', () => {
  it('comes out clean, with its lists as lists', () => {
    const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>
<!-- p.MsoNormal {margin:0cm;} --></style><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head>
<body lang=DE><!--StartFragment--><h1 style='mso-x:y'>Ziele<o:p></o:p></h1>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Erstens</b><span style='font-style:italic'> neu</span><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>Ahlen</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;</span></span><![endif]>Mitte</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]>·<![endif]>Olpe</p>
<p class=MsoNormal>Dann:</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span>1.<span>&nbsp;</span></span><!--[endif]-->Senden</p>
<!--EndFragment--></body></html>`;
    const clean = sanitiseRichText(cleanWordHtml(word));
    expect(clean.replace(/\n/g, '')).toBe(
      '<h2>Ziele</h2><p><strong>Erstens</strong><em> neu</em>\u00A0</p>' +
        '<ul><li>Ahlen<ul><li>Mitte</li></ul></li><li>Olpe</li></ul>' +
        '<p>Dann:</p><ol><li>Senden</li></ol>',
    );
    expectHarmless(clean);
  });
});

describe('plain text', () => {
  it.each([
    ['<h2>A</h2><p>B <strong>C</strong><br />D</p>', 'A\nB C\nD'],
    ['<ul><li><p>eins</p></li><li>zwei<ol><li>drei</li></ol></li></ul>', '– eins\n– zwei\n– drei'],
    ['<table><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></tbody></table>', '1 | 2\n3'],
    ['<p>1 &lt; 2 &amp;amp; &quot;x&quot;</p>', '1 < 2 &amp; "x"'],
    ['', ''],
  ])('of %s', (html, text) => expect(toPlainText(html)).toBe(text));

  it('has the words of what was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aß <>&"\'é👍') }), (typed) => {
        const escaped = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        const text = toPlainText(sanitiseRichText(`<p>${escaped}</p>`));
        expect(text).toBe(typed.replace(/ +/g, ' ').trim());
      }),
    );
  });

  it.each([
    '',
    '<p></p>',
    '<ul><li></li></ul>',
    ' \n',
    '<p><br /></p>',
    '<table><tbody><tr><td></td><td></td></tr></tbody></table>',
  ])('%j is blank', (html) => expect(isBlank(html)).toBe(true));

  it('is not blank with a single word', () => expect(isBlank('<p>a</p>')).toBe(false));
});

describe('an excerpt', () => {
  const text = '<p>Wie gewinnen wir Ehrenamtliche,</p><p>die keine Zeit haben?</p>';

  it.each([
    [100, 'Wie gewinnen wir Ehrenamtliche, die keine Zeit haben?'],
    [33, 'Wie gewinnen wir Ehrenamtliche …'],
    [20, 'Wie gewinnen wir …'],
    [18, 'Wie gewinnen wir …'],
    [5, 'Wie …'],
  ])('of %i characters', (length, cut) => expect(excerpt(text, length)).toBe(cut));

  it('keeps to its length, and tears no character apart', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '👍', 'ß', ',') }),
        fc.integer({ min: 2, max: 30 }),
        (typed, length) => {
          const cut = excerpt(sanitiseRichText(`<p>${typed}</p>`), length);
          expect(cut.length).toBeLessThanOrEqual(length);
          expect(cut.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
