/** Names that a text gives in two scripts: 레이 장(Ray Zhang), 국제올림픽위원회(IOC), 둥번훙(董本洪, 크리스 텅·Chris Tung). */
export interface Gloss {
  hangul: string;
  latin: string;
}

const GLOSSED = /((?:[가-힣]{1,12} )?[가-힣]{1,20})\(([^()\n]{2,60})\)/gu;
const LATIN_NAME = /[A-Za-z][A-Za-z'’.&-]*(?: [A-Za-z][A-Za-z'’.&-]*){0,4}/gu;
const HANGUL_NAME = /[가-힣]{1,12}(?: [가-힣]{1,12})?/gu;

export function glossesIn(text: string): Gloss[] {
  return [...text.matchAll(GLOSSED)].flatMap(([, before = '', inside = '']) => {
    const latin = inside.match(LATIN_NAME) ?? [];
    const outer = [before, ...(before.includes(' ') ? [before.slice(before.indexOf(' ') + 1)] : [])].filter(
      ({ length }) => length > 1,
    );
    const hangul = [...outer, ...(inside.match(HANGUL_NAME) ?? [])];
    return latin.flatMap((name) => hangul.map((other) => ({ hangul: other, latin: name.toLowerCase() })));
  });
}
