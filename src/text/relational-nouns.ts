/**
 * Nouns that name a property, a part or a role of something else: "the price" asks "of what?". A question that names nothing else leaves
 * its subject to the question before. Names of things that stand for themselves do not belong here.
 */
const PROPERTIES = `
  이름 명칭 제목 뜻 의미 별명 정체 종류 유형 특징 성격 색 색깔 모양 크기 규모 면적 넓이 높이 길이 깊이 무게 두께 거리 속도 온도
  나이 성별 국적 고향 출신 학력 경력 가격 비용 예산 금액 요금 값 매출 수익 이익 손실 상금 연봉 임금 수수료 이용료 입장료 배송비
  할인율 비율 수 숫자 수량 개수 인원 횟수 점수 순위 성적 기록 인구 정원 용량 조회수 강수량 생산량 증가율 전환율 시청률 지지율 확률
  통계 수치 규격 사양 성능 품질 날짜 일시 일자 시각 시간 시기 시점 기간 기한 마감 마감일 일정 주기 순서 빈도 요일 장소 위치 주소
  지역 개최지 출생지 원산지 목적지 출신지 본사 본부 소재지 방향 경로 노선 이유 원인 배경 목적 목표 계기 동기 근거 결과 효과 영향
  성과 반응 평가 전망 계획 방법 방식 절차 과정 수단 조건 자격 기준 대상 범위 내용 주제 요약 핵심 결론 상황 상태 현황 차이 차이점
  공통점 장점 단점 문제점 문제 해결책 대책 사례 예시 출처 번호 전화번호 홈페이지 연락처 슬로건 구호 문구 별칭 구성 재료 성분 역할
  직책 직업 직위 소속`;
const ROLES = `
  사람 인물 주인공 담당자 책임자 관계자 창업자 설립자 창립자 발명자 진행자 신청자 이용자 저자 작가 감독 대표 회장 사장 주최 주관
  후원 상대 가족 부모 아버지 어머니 아내 남편 아들 딸 제조사 주최측 회사 업체 기관 단체 나라 도시 행사 일`;

/** Common family names: a word of three syllables that begins with one may be a person (김종일), whatever its last syllable. */
const FAMILY_NAME = '[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하주구민진지엄원천방공현함변염]';
const PARTICLE =
  '(?:들)?(?:은|는|이|가|을|를|의|에|도|만|와|과|로|으로|에서|에는|까지|부터|이나|나|이랑|랑)?(?:요|야|이야|예요|이에요|인가요?|인지|입니까|이지|지|죠|이죠|고|이고)?';

const KOREAN = new RegExp(`^(?:${`${PROPERTIES} ${ROLES}`.trim().split(/\s+/u).join('|')})${PARTICLE}$`, 'u');
/** 개최일, 매출액, 참가비, 참가자, 구입처, 판매량. */
const KOREAN_BY_ENDING = new RegExp(`^(?!${FAMILY_NAME}|.요일)[가-힣]{2}(?:일|액|료|비|률|율|량|자|처|값|점)${PARTICLE}$`, 'u');
const ENGLISH =
  /^(?:price|cost|budget|fee|fare|date|time|day|year|month|deadline|schedule|duration|hours|location|place|venue|address|name|title|meaning|reason|cause|purpose|goal|result|effect|author|director|winner|founder|owner|organizer|ceo|capacity|size|length|height|width|weight|age|population|number|amount|total|score|rank|details?|source|role|job|position|color|colour|phone|website|person|people|company|city|country|event)s?$/;

/** Whether a word of a folded text, particles and copula included, names something that belongs to something else. */
export function isRelational(word: string): boolean {
  return [KOREAN, KOREAN_BY_ENDING, ENGLISH].some((pattern) => pattern.test(word));
}
