/**
 * What Latin spellings each Hangul vowel, or run of vowels, stands beside: first the usual ones, then behind a bar possible ones. r behind a
 * vowel is not heard in Korean, so er, ir and or stand here without it; neither is h.
 */
const SPELLINGS: Readonly<Record<string, string>> = {
  ...{
    ㅏ: 'a aa|u o e ea',
    ㅐ: 'a ae|e ai',
    ㅑ: 'ya ia|a',
    ㅒ: 'yae|ya',
    ㅓ: 'eo e u o|a i ou ea io',
    ㅔ: 'e ea|a ae ai ei ie',
    ㅕ: 'yeo you yo|ye io yu',
  },
  ...{
    ㅖ: 'ye|e je',
    ㅗ: 'o oa|au aw oo ou a ow',
    ㅘ: 'wa oa ua|o',
    ㅙ: 'wae|oe we',
    ㅚ: 'oe oi|we oeh',
    ㅛ: 'yo|io eo',
    ㅜ: 'u oo ou w|o ue wu uu',
    ㅝ: 'wo weo wa|uo wu',
  },
  ...{
    ㅞ: 'we ue|e',
    ㅟ: 'wi ui|wee uy u',
    ㅠ: 'yu yoo u you|ew eu io ue',
    ㅡ: 'eu u|e o i a',
    ㅢ: 'ui eui|i',
    ㅣ: 'i ee y e|ea ie ey ii yi ei',
  },
  ...{
    ㅔㅣ: 'ay ai a ei ey|ae eigh',
    ㅏㅣ: 'i y ai ie ei|ay igh ye uy aye',
    ㅗㅜ: 'ow o ou oe oa',
    ㅏㅜ: 'ou ow au|aw',
    ㅣㅓ: 'ia ea ee ie|eo io i',
    ㅣㅏ: 'ia ya',
    ㅐㅓ: 'ai a',
  },
  ...{
    ㅏㅣㅓ: 'ia ie i y|io',
    ㅔㅓ: 'ai ea a',
    ㅜㅓ: 'ou oo ue',
    ㅠㅓ: 'ew u',
    ㅗㅓ: 'o oa',
    ㅣㅠ: 'iu ew',
    ㅣㅜ: 'iu ew',
    ㅗㅣ: 'oy oi',
    ㅓㅣ: 'ei ey',
    ㅜㅣ: 'ui wi',
  },
};
const USUAL = 1;
const POSSIBLE = 0.75;
/** The spelling begins with a letter the vowel may have. */
const RELATED = 0.4;
/** A vowel on one side only, or two that have nothing in common. */
const DIFFERENT = 0.1;

const TABLE = new Map(
  Object.entries(SPELLINGS).map(([vowels, spellings]) => [vowels, spellings.split('|').map((list) => list.split(' '))] as const),
);

/** How well the vowels of a gap agree, Hangul letters against Latin ones, 0..1. */
export function vowelsAgree(hangul: string, latin: string, isLast: boolean): number {
  if (hangul === '') return latin === '' || (isLast && latin === 'e') ? USUAL : latin === 'e' ? RELATED : DIFFERENT;
  if (latin === '') return hangul === 'ㅡ' ? USUAL : hangul === 'ㅣ' ? RELATED : 0;
  // A silent e closes a syllable before it.
  const whole = spellingFits(hangul, isLast && latin.length > 1 ? latin.replace(/e$/, '') : latin);
  return Math.max(whole, spellingFits(hangul, latin), hangul.length > 1 ? inTwo(hangul, latin) : 0);
}

function spellingFits(hangul: string, latin: string): number {
  const [usual = [], possible = []] = TABLE.get(hangul) ?? [];
  if (usual.includes(latin)) return USUAL;
  if (possible.includes(latin)) return POSSIBLE;
  return usual.some((spelling) => spelling.startsWith(latin.charAt(0))) ? RELATED : DIFFERENT;
}

/** The best way to deal the Latin letters out among the vowels. */
function inTwo(hangul: string, latin: string): number {
  let best = 0;
  for (let at = 1; at < latin.length; at++) {
    const rest = hangul.slice(1);
    const second = Math.max(spellingFits(rest, latin.slice(at)), rest.length > 1 ? inTwo(rest, latin.slice(at)) : 0);
    best = Math.max(best, (spellingFits(hangul.charAt(0), latin.slice(0, at)) + second) / 2);
  }
  return best;
}
