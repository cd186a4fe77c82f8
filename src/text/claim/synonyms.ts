/** Words that may stand for each other in what retells a source: beginnings of folded words, one group a line. */
const GROUPS: readonly (readonly string[])[] = [
  ['계획', '방침', '예정', '구상'],
  ['회사', '기업', '업체'],
  ['파트너십', '제휴'],
  ['열었', '열린', '열리', '열려', '연다', '여는', '열고', '개최'],
  ['만들', '개발', '제작'],
  ['참석', '참가'],
  ['구매', '구입', '사들', '샀'],
  ['판매', '팔'],
  ['세우', '세웠', '세운', '설립', '짓', '지었', '지을', '건립'],
  ['줄이', '줄였', '줄인', '줄여', '단축', '감축'],
  ['늘리', '늘렸', '늘린', '늘려', '확대'],
  ['늘었', '늘어', '증가'],
  ['돕', '도왔', '도울', '도움', '지원'],
  ['시작', '개시', '착수'],
  ['기용', '발탁'],
  ['넘', '초과', '웃돌'],
  ['이르', '이른', '달하', '달했', '달한'],
  ['배송', '배달'],
  ['소비자', '고객'],
  ['창업', '창립'],
  ['창업자', '창립자'],
  ['중요', '주요'],
  ['상품', '제품'],
  ['지재권', '지식재산권', '지적재산권'],
  ['가품', '짝퉁', '위조품', '모조품'],
  ['온라인', '인터넷'],
  ['최근', '요즘'],
  ['매우', '아주', '무척'],
  ['더욱', '한층'],
  ['쓰이', '쓰인', '쓰는', '썼', '사용', '이용', '활용'],
  ['보이', '선보'],
  ['맺', '체결'],
  ['내다', '전망', '예상'],
  ['개국', '나라', '국가'],
  ['맞춤', '맞춘'],
  ['company', 'firm', 'business'],
  ['purchase', 'buy', 'bought'],
  ['start', 'begin', 'began', 'begun'],
  ['help', 'support', 'assist'],
  ['show', 'display'],
  ['admin', 'administrator'],
  ['keep', 'kept', 'retain'],
  ['leave', 'left'],
  ['build', 'built'],
  ['find', 'found', 'search'],
  ['reply', 'answer', 'respon'],
];

const GROUPS_OF = new Map<string, number[]>();
GROUPS.forEach((group, index) => {
  for (const beginning of group) GROUPS_OF.set(beginning, [...(GROUPS_OF.get(beginning) ?? []), index]);
});
const LONGEST = Math.max(...[...GROUPS_OF.keys()].map((beginning) => beginning.length));

/** The groups that a folded word belongs to by its beginning; two words that share one may stand for each other. */
export function synonymGroups(word: string): ReadonlySet<number> {
  const groups = new Set<number>();
  for (let length = 1; length <= Math.min(LONGEST, word.length); length += 1)
    for (const group of GROUPS_OF.get(word.slice(0, length)) ?? []) groups.add(group);
  return groups;
}
