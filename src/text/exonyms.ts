/**
 * What English and Korean call by names that do not sound alike: countries, their people, a few seas and cities, months. No list of
 * the world's names: those that sound alike need none (text/transliteration.ts).
 */
const PAIRS = `
  korea 한국 대한민국|korean 한국|koreans 한국|north korea 북한 조선|north korean 북한|south korea 한국 대한민국|south korean 한국|china 중국|chinese 중국
  japan 일본|japanese 일본|united states 미국|america 미국 아메리카|american 미국|us 미국|u.s 미국|usa 미국|united kingdom 영국|britain 영국
  british 영국|england 잉글랜드 영국|english 영어 영국|germany 독일|german 독일|germans 독일|france 프랑스|french 프랑스|russia 러시아|russian 러시아
  soviet union 소련|soviet 소련|india 인도|indian 인도|australia 호주 오스트레일리아|australian 호주|austria 오스트리아|netherlands 네덜란드
  dutch 네덜란드|holland 네덜란드|spain 스페인|spanish 스페인|switzerland 스위스|swiss 스위스|greece 그리스|greek 그리스|egypt 이집트
  egyptian 이집트|turkey 터키 튀르키예|turkish 터키|thailand 태국|thai 태국|taiwan 대만 타이완|mongolia 몽골|mongolian 몽골|vietnam 베트남
  philippines 필리핀|indonesia 인도네시아|italy 이탈리아|italian 이탈리아|portugal 포르투갈|poland 폴란드|polish 폴란드|sweden 스웨덴
  swedish 스웨덴|denmark 덴마크|danish 덴마크|norway 노르웨이|norwegian 노르웨이|finland 핀란드|finnish 핀란드|belgium 벨기에|hungary 헝가리
  czech 체코|ukraine 우크라이나|israel 이스라엘|jewish 유대인|saudi arabia 사우디아라비아|european union 유럽연합|europe 유럽|european 유럽
  asia 아시아|asian 아시아|africa 아프리카|african 아프리카|united nations 유엔 국제연합|tokyo 도쿄|beijing 베이징 북경|shanghai 상하이 상해
  hong kong 홍콩|rome 로마|roman 로마|vienna 빈|geneva 제네바|moscow 모스크바|bible 성경|christian 기독교|buddhist 불교|buddhism 불교
  january 1월|february 2월|march 3월|april 4월|may 5월|june 6월|july 7월|august 8월|september 9월|october 10월|november 11월|december 12월`;

const KOREAN = new Map(
  PAIRS.trim()
    .split(/[|\n]/u)
    .map((pair) => {
      const words = pair.trim().split(' ');
      const from = words.findIndex((word) => /[가-힣]/u.test(word));
      return [words.slice(0, from).join(''), words.slice(from)] as const;
    }),
);

/** The Korean names of what an English word or phrase names, by its letters alone ("unitedstates"); none where it sounds alike or is not known. */
export function koreanNames(letters: string): readonly string[] {
  return KOREAN.get(letters) ?? [];
}
