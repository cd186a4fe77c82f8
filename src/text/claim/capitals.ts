/** English words that are written with a capital although, in Korean, they are ordinary words; with what they are there. */
const TRANSLATED: Readonly<Record<string, readonly string[]>> = {
  ...{
    korea: ['한국', '국내', '대한민국'],
    korean: ['한국', '국내', '국산'],
    koreans: ['한국'],
    south: ['한국', '남'],
    north: ['북'],
  },
  ...{ china: ['중국'], chinese: ['중국'], japan: ['일본'], japanese: ['일본'], taiwan: ['대만', '타이완'], taiwanese: ['대만'] },
  ...{
    america: ['미국', '미주'],
    american: ['미국'],
    usa: ['미국'],
    us: ['미국'],
    britain: ['영국'],
    british: ['영국'],
    uk: ['영국'],
  },
  ...{ germany: ['독일'], german: ['독일'], france: ['프랑스'], french: ['프랑스'], spain: ['스페인'], spanish: ['스페인'] },
  ...{ russia: ['러시아'], russian: ['러시아'], india: ['인도'], indian: ['인도'], italy: ['이탈리아'], italian: ['이탈리아'] },
  ...{
    vietnam: ['베트남'],
    vietnamese: ['베트남'],
    thailand: ['태국'],
    thai: ['태국'],
    australia: ['호주'],
    australian: ['호주'],
  },
  ...{
    europe: ['유럽'],
    european: ['유럽'],
    asia: ['아시아'],
    asian: ['아시아'],
    southeast: ['동남'],
    africa: ['아프리카'],
    african: ['아프리카'],
  },
  ...{ beijing: ['베이징', '북경'], shanghai: ['상하이', '상해'], tokyo: ['도쿄'], seoul: ['서울'], pyongyang: ['평양'] },
  ...{
    olympic: ['올림픽'],
    olympics: ['올림픽'],
    paralympics: ['패럴림픽'],
    winter: ['동계', '겨울'],
    summer: ['하계', '여름'],
    youth: ['청소년', '청년'],
    games: ['올림픽', '대회', '게임'],
  },
  ...{ international: ['국제'], national: ['국립', '국가', '전국'], global: ['글로벌', '세계'], world: ['세계', '월드'] },
  ...{
    committee: ['위원회'],
    government: ['정부'],
    ministry: ['부'],
    president: ['대통령', '회장', '총재', '사장'],
    assembly: ['국회', '의회'],
  },
  ...{ korean_won: ['원'], internet: ['인터넷', '온라인'], english: ['영어', '영국'], hanja: ['한자'], hangul: ['한글'] },
  ...{
    ceo: ['최고경영자', '대표'],
    cmo: ['최고마케팅책임자'],
    ai: ['인공지능'],
    ip: ['지식재산권', '지적재산권'],
    it: ['정보기술'],
  },
  ...{ project: ['프로젝트'], clean: ['클린'], online: ['온라인'], offline: ['오프라인'], group: ['그룹'] },
};

/** Titles, offices and kinds of things: not what tells one name from another. */
const GENERIC = new Set(
  [
    'mr mrs ms dr chairman chairwoman chair head director manager officer chief marketing executive representative founder co-founder actor actress author professor spokesperson general lead',
    'company corporation corp inc ltd group firm platform store shop hotel center centre university institute association organization organizing team department division brand',
    'olympiad conference press service services program programme partner partnership sponsor city province county district',
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
    'new former official ceremony opening day days week month year today yesterday tomorrow',
  ]
    .join(' ')
    .split(' '),
);

/** Korean words for an English word with a capital; none where it is a name to be compared by its sound. */
export function translationsOf(folded: string): readonly string[] {
  return Object.hasOwn(TRANSLATED, folded) ? (TRANSLATED[folded] ?? []) : [];
}

export function isGenericCapital(folded: string): boolean {
  return GENERIC.has(folded) || GENERIC.has(folded.replace(/s$/, ''));
}
