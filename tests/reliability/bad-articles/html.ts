import { each, range, sentenceOf, type Kind, type Maker } from './kind.ts';

/** A24 to A26: pages. */

const UNREAD = [
  '<script>SECRET</script>',
  '<script type="text/template"><p>SECRET</p></script>',
  '<style>/* SECRET */ p { color: red }</style>',
  '<!-- SECRET <p>SECRET</p> -->',
  '<noscript>SECRET</noscript>',
  '<template><p>SECRET</p></template>',
  '<svg><text>SECRET</text></svg>',
  '<select><option>SECRET</option></select>',
  '<textarea>SECRET</textarea>',
  '<iframe>SECRET</iframe>',
  '<object>SECRET</object>',
  '<script>let a = "</div>SECRET"; // <!-- </script>',
];
const HIDING = [
  'hidden',
  'style="display:none"',
  'style="display : NONE!important"',
  'style="visibility:hidden"',
  'style="opacity:0"',
  'style="font-size:0"',
  'style="position:absolute;left:-9999px"',
  'style="text-indent:-9999em"',
  'style="color:#ffffff"',
  'style="color:rgb(255,255,255)"',
  'style="color:transparent"',
  'style="height:0;overflow:hidden"',
  'style="clip-path:inset(100%)"',
  'style="transform:scale(0)"',
  'class="gone"',
  'id="gone"',
];
const WRAPPED = ['<p HIDE>SECRET</p>', '<div HIDE><p>SECRET</p></div>', '<p>Seen. <span HIDE>SECRET</span></p>'];
const SHEET = '<style>.gone { display: none } #gone { visibility: hidden }</style>';

/** Beside the sentence they are hostile in size: `open` stands before it, `close` behind it. */
export const BOMBS: Record<string, (count: number) => [open: string, close: string]> = {
  'nested elements that stay open': (count) => ['<div>'.repeat(count), ''],
  'nested elements': (count) => ['<div>'.repeat(count), '</div>'.repeat(count)],
  'nested inline elements': (count) => ['', '<b><i>'.repeat(count)],
  'nested tables': (count) => ['', '<table><tr><td>'.repeat(count)],
  'nested lists': (count) => ['', '<ul><li>'.repeat(count)],
  'comments that never end': (count) => ['', '<!--'.repeat(count)],
  'opening brackets': (count) => ['', '<'.repeat(count * 10)],
  'half tags': (count) => ['', '<a <b <c="'.repeat(count)],
  'closing tags': (count) => ['', '</div></p>'.repeat(count)],
  'an attribute that never ends': (count) => ['', `<p class="${'a '.repeat(count * 5)}`],
  'many attributes': (count) => [
    '',
    `<p ${range(count)
      .map((index) => `a${index}=b`)
      .join(' ')}>`,
  ],
  entities: (count) => ['', '&amp;&#x1F600;&bogus;'.repeat(count)],
  'a style sheet without end': (count) => ['', `<style>${'.a{'.repeat(count)}`],
  'a script of JSON': (count) => ['', `<script type="application/ld+json">${'['.repeat(count)}`],
  'meta elements': (count) => ['', '<meta name=a>'.repeat(count)],
};

const withSecret = (make: Maker, part: string) => {
  const text = sentenceOf(make.name());
  const page = `${SHEET}<article><p>${text}</p>${part}<p>배는 아침 여섯 시부터 들어올 수 있다.</p></article>`;
  return make.file('html', page, { text, without: /SECRET/ });
};

export const HTML: Kind[] = [
  { row: 'A24', name: 'what is no text', files: (make) => each(UNREAD, (part) => withSecret(make, part)) },
  {
    row: 'A25',
    name: 'hidden text',
    files: (make) => each(HIDING, (attribute) => withSecret(make, make.pick(WRAPPED).replace('HIDE', attribute))),
  },
  {
    row: 'A26',
    name: 'broken markup',
    files: (make) =>
      each(range(12), () => {
        const text = sentenceOf(make.name());
        const pieces = ['<p', '>', '</', '<b>', '"', "'", '=', '&', '&#', '<!', '<![CDATA[', ']]>', '<?', '/>', '<br', '\n'];
        const noise = range(40)
          .map(() => make.pick(pieces))
          .join('');
        return make.file('html', `<p>${text}</p>\n${noise}`, { text });
      }),
  },
  ...Object.entries(BOMBS).map(([name, bomb]): Kind => {
    return {
      row: 'A26',
      name,
      files: (make) =>
        each([make.count(20_000), make.count(80_000) + make.integer(1000)], (count) => {
          const text = sentenceOf(make.name());
          const [open, close] = bomb(count);
          const page = `${open}<p>${text}</p>${close}`;
          const warning = /^elements are nested more than 500 deep/;
          return make.file('html', page, { text, ...(name.startsWith('nested') ? { warning } : {}) });
        }),
    };
  }),
];
