/** A word as consonant classes, how each is written, and the vowels before, between and after them: one more gap than consonants. */
export interface Outline {
  sounds: string;
  letters: string[];
  gaps: string[];
}

/**
 * Spellings of consonants, the first that fits counts: a pattern and the classes it may stand for, likeliest first ('' where it is silent).
 * Labials P, dentals T, velars K, sibilants and affricates S, then M N L. Rules of English with the commonest of other European languages.
 */
const SPELLINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^st(?=l|en$)/, ['S', 'ST']],
  [/^(?:t?sch|tch|tz|ts)/, ['S']],
  [/^(?:sc(?=[eiy])|sh|c(?=[eiy])|d?g(?=e$|y$))/, ['S']],
  [/^(?:t(?=io|ia|ure)|[sc](?=io|ia))/, ['S', 'T']],
  [/^ch/, ['S', 'K']],
  [/^th/, ['T', 'S']],
  [/^(?:ph|pf)/, ['P']],
  [/^gh/, ['', 'K']],
  [/^(?:dj|dg(?=[eiy]))/, ['S']],
  [/^g(?=[eiy])/, ['K', 'S']],
  [/^ng(?![aeiouyw])/, ['N']],
  [/^ng/, ['NK', 'N', 'NS']],
  [/^mb$/, ['M']],
  [/^x/, ['KS', 'S']],
  [/^(?:ck|cc|qu|q|kk|k|c|gg|g)/, ['K']],
  [/^(?:bb|b|pp|p|ff|f|v)/, ['P']],
  [/^(?:dd|d|tt|t)/, ['T']],
  [/^(?:jj|j)/, ['S', '']],
  [/^(?:ss|s|zz|z)/, ['S']],
  [/^(?:mm|m)/, ['M']],
  [/^(?:nn|n)/, ['N']],
  // Lee is also a family name that Korean reads without its first letter (이).
  [/^l(?=ee)/, ['L', '']],
  [/^(?:rr|rh|r|ll|l)(?=[aeiouyw])/, ['L']],
  [/^(?:ll|l)/, ['L']],
  [/^(?:rr|r)/, ['', 'L']],
];
const SILENT_START = /^(?:k(?=n)|w(?=r)|p(?=s))/;
const MOST_READINGS = 12;

/** The ways in which a word of small Latin letters may be read, likeliest first. h says nothing: it is too often silent. */
export function latinOutlines(word: string): Outline[] {
  if (!/^[a-z]+$/.test(word)) return [];
  let readings: Outline[] = [{ sounds: '', letters: [], gaps: [''] }];
  for (let rest = word.replace(SILENT_START, ''); rest !== '';) {
    const [spelling, sounds] = spellingAt(rest);
    if (sounds)
      readings = readings.flatMap((reading) => sounds.map((sound) => extended(reading, sound, spelling))).slice(0, MOST_READINGS);
    else if (spelling !== 'h') for (const { gaps } of readings) gaps.push(`${gaps.pop() ?? ''}${spelling}`);
    rest = rest.slice(spelling.length);
  }
  return readings;
}

/** The consonant at the beginning and the classes it may stand for, or the single letter there when it is none. */
function spellingAt(rest: string): [spelling: string, sounds: readonly string[] | undefined] {
  for (const [pattern, sounds] of SPELLINGS) {
    const match = pattern.exec(rest);
    if (match) return [match[0], sounds];
  }
  return [rest.charAt(0), undefined];
}

/** The reading with one more consonant; directly after one of the same class it is the same sound. */
function extended({ sounds, letters, gaps }: Outline, classes: string, spelling: string): Outline {
  const outline = { sounds, letters: [...letters], gaps: [...gaps] };
  for (const sound of classes) {
    if (outline.gaps.at(-1) === '' && outline.sounds.endsWith(sound)) continue;
    outline.sounds += sound;
    outline.letters.push(classes.length > 1 && sound === 'N' ? 'n' : classes === 'NK' ? 'g' : spelling);
    outline.gaps.push('');
  }
  return outline;
}
