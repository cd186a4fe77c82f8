/** Words that claim nothing of their own: a sentence may use them whether or not its source does. Stems, folded. */

/** Endings and particles that a light word may carry. */
const TAIL =
  '(?:다|고|며|면서|지만|는데|습니다|으며|었다|았다|었으며|었고|라고|다고|다며|라며|는|은|던|을|를|이|가|의|에|에서|로|으로|도|만|까지|와|과|기|음|지|게|도록|여|어|아|자)?';

/** Function words, bound nouns, auxiliaries, and the verbs with which news says that somebody said something. */
const KOREAN_LIGHT = new RegExp(
  `^(?:${[
    '것|거|수|등|및|때|바|중|뿐|데|점|측|약|총|여|또|더|이|그|저|두고|놓고|겸|전|후|간|줄|본|볼|온|올|난|날|둔|채',
    '그리고|그러나|하지만|또한|또는|혹은|따라서|그래서|그러면서|이어|이에|이와|이런|이러한|그런|그러한|이번|해당|당시|특히|한편|아울러|다만|즉|곧|바로|이미|이후|이날|여기|거기|이곳|가운데',
    '그녀|이들|그들|자신|자사|스스로|우리|저희',
    '위해|위한|위하여|통해|통한|통하여|대해|대한|대하여|대해서|관해|관한|관련|관련해|관련한|따라|따른|따르면|의하면|의해|의한|비롯해|비롯한|포함해|포함한|함께|보면|인해|인한|있어서',
    '하|한|할|해|했|하였|되|된|될|돼|됐|있|이었|였|라|싶|주|준|줬|보|보이|보인|봤|때문|경우|정도|동안|기사|보도',
    '말하|말한|말했|설명하|설명한|설명했|강조하|강조한|강조했|소개하|소개한|소개했|언급하|언급한|언급했|발표하|발표한|발표했|답하|답한|답했|대답하|대답한|대답했|지적하|지적한|지적했|평가하|평가한|평가했|진단하|진단한|진단했|분석하|분석한|분석했|전하|전한|전했|덧붙이|덧붙인|덧붙였|밝히|밝힌|밝혔|알려지|알려진|알려졌|전해지|전해진|전해졌|풀이되|풀이된|풀이됐|불리|불린|불렸|꼽히|꼽힌|꼽혔',
  ].join('|')})${TAIL}$|^(?:인|일|씨|님)$`,
  'u',
);

const ENGLISH_LIGHT = new Set(
  [
    'a an the this that these those it its he she they them their theirs his her hers him we our us you your i my me one ones',
    'and or but so because as than then when while where which who whom whose what how if that though although however also too both',
    'of in on at to for by with from about into onto over under between among through during after before since until within per via upon out up down off according',
    'is are was were be been being am do does did done has have had having will would can could may might shall should must',
    'say says said saying state states stated tell tells told explain explains explained add adds added note notes noted describe describes described report reports reported article articles passage announce announces announced',
    'there here such same other more most very just only about approximately around roughly some any each every all total well',
    'which namely including include includes included such like use uses used using make makes made get gets got give gives gave given take takes took taken',
  ]
    .join(' ')
    .split(' '),
);

/** English words that change what is claimed although they look like function words. */
const NEVER_LIGHT = new Set([
  'only',
  'all',
  'every',
  'most',
  'more',
  'under',
  'over',
  'before',
  'after',
  'until',
  'since',
  'total',
  'between',
]);

/** Whether a folded word, or its stem, needs no counterpart in the source. */
export function isLight(word: string, stem: string): boolean {
  if (/\p{Script=Hangul}/u.test(word)) return KOREAN_LIGHT.test(word) || KOREAN_LIGHT.test(stem);
  return (ENGLISH_LIGHT.has(word) && !NEVER_LIGHT.has(word)) || !/[\p{L}\p{N}]/u.test(word);
}

/** Words that say how certain something is: what a source only plans, fears or hopes for is no fact. */
const HEDGE =
  /계획|예정|방침|검토|구상|목표|가능성|전망|우려|의심|추정|예상|고려|방안|바란|바라|희망|싶|뜻을|뜻도|의지|추진|논의|하려|으려|려고|려는|려면|려 |겠|것으로 보|듯|만약|다면|라면|수도 있|수 있|\b(?:plan|plans|planned|planning|consider|considers|considered|considering|may|might|could|would|expect|expects|expected|hope|hopes|hoped|aim|aims|aimed|intend|intends|intended|propose|proposed|possible|possibly|likely|will|if|want|wants|wanted|goal|review|reviewing|can)\b/u;

export function holdsHedge(folded: string): boolean {
  return HEDGE.test(folded);
}
