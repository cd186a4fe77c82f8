import { entriesOf, entryFor } from '../english-entries.ts';

/**
 * What English news words are in Korean news: beginnings of Korean words. An English word that is listed must have one of them in the
 * Korean sentence it is said to retell; a word that is not listed cannot be checked this way.
 */
const ENTRIES = `
announc 발표 밝히 밝혔 선언 공개 | open 열 개설 개최 세우 세웠 세운 개막 문을 | clos 닫 폐쇄 폐점 종료 마감 | invest 투자 들여 | donat 기부 기증 내놓 | sponsor 후원
support 지원 후원 돕 뒷받침 | help 돕 도왔 도움 지원 | buy 사 구매 구입 인수 샀 바이어 | bought 샀 구매 구입 인수 산 | acquir 인수 매입 | sell 팔 판매 | sold 팔 판매 | sale 매출 판매 세일 팔
cancel 취소 철회 | stop 중단 멈 그만 | halt 중단 멈 | suspend 중단 정지 유예 | reject 거부 거절 부인 | refus 거부 거절 | refuse 거부 거절 | deni 부인 부정 | fail 실패 못 | succeed 성공 | success 성공
criticis 비판 비난 | criticiz 비판 비난 | complain 불만 항의 민원 | apolog 사과 | sue 소송 고소 제소 | court 법원 법정 소송 | lawsuit 소송 | approv 승인 허가 | ban 금지 | bann 금지 차단
doubl 두 2배 갑절 | triple 세 3배 | increas 늘 증가 확대 높 오르 | rais 늘리 올리 높 모금 | rise 오르 상승 늘 증가 | rose 올 상승 늘 증가 | grow 성장 크 컸 늘 | grew 성장 컸 늘 커 | fell 떨어 하락 줄 감소 | fall 떨어 하락 줄 감소
cut 줄 단축 삭감 감축 자르 | reduc 줄 단축 감소 | lower 내리 내렸 낮 인하 | postpon 늦 미루 연기 | delay 늦 지연 연기 | extend 연장 늘리 넓 | expand 넓 확대 확장 키우 | shorten 단축 줄
hir 채용 고용 기용 뽑 | employ 직원 고용 채용 임직원 기용 사원 | fire 해고 불 화재 | fired 해고 | dismiss 해고 기각 | lay 해고 놓 | resign 사임 사퇴 물러 | appoint 임명 선임 | train 교육 훈련 실습 연수 | educat 교육
sign 맺 체결 서명 계약 | agree 합의 동의 맺 약속 | partner 파트너 제휴 협력 | cooperat 협력 | join 참여 합류 가입 | merg 합병 | leav 떠나 퇴사 탈퇴 남기 | quit 그만 퇴사
launch 출시 시작 출범 선보 내놓 | start 시작 출발 착수 들어가 | began 시작 | begin 시작 | end 끝 종료 마치 | complet 완료 완성 마치 | finish 끝 마치 완료 | introduc 도입 소개 선보
remov 삭제 제거 없애 | delet 삭제 | ad 광고 | advertis 광고 | protect 보호 지키 | strengthen 강화 | weaken 약화 | violat 침해 위반 | infring 침해 | suspect 의심 혐의 | refund 환불 | return 반품 반환 돌아
plan 계획 방침 예정 구상 방안 | intend 계획 방침 의향 뜻 하려 | aim 목표 | goal 목표 | hope 바라 바란 희망 기대 | want 원하 바라 바란 싶 하려 할 | propos 제안 | suggest 제안 | consider 검토 고려 | review 검토 평가 | discuss 논의 협의 | talk 논의 협의 이야기
attend 참석 | visit 찾 방문 | hold 열 연 개최 차지 보유 | held 열 연 개최 | rank 순위 위 | win 이기 수상 우승 받 따 | won 원 이기 우승 받 | lose 지 잃 패 | lost 잃 패 졌 | beat 이기 꺾 | lead 이끌 이끄 선두 | celebrat 기념 축하
offer 제공 제안 적용 내놓 주 | provid 제공 | discount 할인 | deliver 배송 배달 전달 | ship 배송 선적 | export 수출 | import 수입 | produc 생산 제작 | mak 만들 제작 | made 만들 제작 만든 | build 세우 짓 지 건설 구축 | develop 개발 발전
customer 고객 소비자 | consumer 소비자 고객 | employee 직원 임직원 사원 | intern 인턴 | government 정부 | expert 전문가 | competitor 경쟁 | rival 경쟁 라이벌 | investor 투자자 | shareholder 주주 | police 경찰 | prosecutor 검찰 | student 학생 대학생
mask 마스크 | vaccine 백신 | product 상품 제품 물건 | brand 브랜드 | payment 결제 지불 | logistic 물류 | education 교육 | cloud 클라우드 | market 시장 마케팅 | store 스토어 매장 상점 가게 | shop 쇼핑 매장 가게 상점 | hotel 호텔 | mall 쇼핑몰 몰 | platform 플랫폼 | language 언어 | country 나라 국가 개국 현지 | countri 개국 나라 국가
loan 대출 | interest 이자 관심 이익 | price 가격 값 | cost 비용 원가 | profit 이익 수익 흑자 | loss 손실 적자 | revenue 매출 수익 | tax 세금 과세 | fine 벌금 과징금 | contract 계약 | partnership 파트너십 제휴 | conference 간담회 회견 컨퍼런스 회의 대회 | press 기자 간담회 언론 | ceremony 개막식 행사 식
slogan 슬로건 구호 | mascot 마스코트 | doll 인형 | badge 배지 | clothing 의류 옷 | clothe 의류 옷 | actor 배우 | actress 배우 | survey 조사 설문 | report 보도 보고 신고 | station 역 주유소 방송 | gas 주유소 가스 | startup 스타트업 | intellectual 지식재산 지적재산 | property 재산 부동산 | fake 가품 짝퉁 가짜 위조 | document 서류 문서 | period 기간
first 첫 처음 최초 1위 먼저 첫째 | last 마지막 지난 최근 | largest 최대 가장 | biggest 최대 가장 | smallest 최소 가장 | highest 최고 가장 | lowest 최저 가장 | only 유일 만 뿐 | third 3위 세 셋째 3분의 | second 2위 두 둘째 | local 현지 지역 국내 | official 공식 관계자 | foreign 해외 외국 | domestic 국내 | free 무료 공짜 자유 | young 청년 젊 | old 늙 오래 옛 | new 새 신 | former 전 옛 | small 작 중소 소규모 | big 큰 대형 | great 훌륭 위대 큰 | public 공공 대중 공개 | private 민간 개인 비공개
`;

/** All of them. */
export const NEWS_WORDS = entriesOf(ENTRIES);

/** Beginnings of Korean words for a folded English word; undefined when it is not listed. */
export function koreanFor(word: string): readonly string[] | undefined {
  return entryFor(NEWS_WORDS, word);
}
