import { withParticle } from '../../src/text/particles.ts';
import { seededRandom } from '../support/vectors.ts';

/** Changes whenever the same seed would give another text. */
export const TEXT_VERSION = 1;

const list = (words: string): readonly string[] => words.split(' ');

/** Most frequent first: a word's rank decides how often it is drawn (Zipf). */
const NOUNS = list(
  '정부 사업 시장 회사 지역 기업 서비스 문제 계획 기술 조사 결과 경제 교육 사회 지원 투자 생산 정책 연구 산업 행사 환경 제품 개발 ' +
    '시설 안전 관리 학교 학생 주민 의원 위원회 대회 선수 경기 방송 영화 작품 음악 역사 문화 전통 축제 관광 교통 도로 철도 공항 항만 ' +
    '지하철 버스 요금 예산 세금 금리 대출 보험 은행 주식 수출 수입 무역 협정 외교 회담 대표 장관 국회 법안 개정 헌법 재판 판결 검찰 ' +
    '경찰 사건 사고 화재 구조 소방 병원 환자 의사 간호 질병 백신 치료 건강 운동 식품 농업 농가 쌀 과일 채소 축산 어업 바다 해양 섬 ' +
    '강 하천 호수 산림 나무 공원 도시 주택 아파트 건설 건축 토지 전기 전력 발전 에너지 태양 원자력 석유 가스 온실 기후 날씨 태풍 홍수 ' +
    '가뭄 지진 위성 우주 로켓 물리 화학 생물 유전자 세포 수학 컴퓨터 인터넷 전화 반도체 배터리 자동차 로봇 인공지능 데이터 보안 게임 ' +
    '소설 시인 작가 화가 그림 조각 박물관 도서관 미술관 극장 공연 무대 배우 감독 노래 가수 악기 축구 야구 농구 배구 수영 육상 올림픽 ' +
    '월드컵 우승 기록 군대 전쟁 전투 장군 왕조 임금 귀족 종교 교회 사찰 철학 사상 언어 문자 한글 번역 신문 잡지 기자 출판 광고 소비자 ' +
    '가격 품질 할인 판매 매출 이익 손실 고용 일자리 임금 노동 노조 파업 복지 연금 노인 청년 아동 여성 가족 결혼 출산 인구 이민 난민',
);
const MODIFIERS = list(
  '새로운 다른 여러 주요 일부 전체 최근 기존 공식 국내 해외 공동 추가 특별 초기 현대 오래된 유명한 중요한 가장 매우 다시 함께',
);
const VERBS = list(
  '발표 시작 추진 지원 확대 강화 개최 운영 설립 참여 결정 선정 공개 제공 도입 조사 검토 요청 체결 완료 중단 연기 변경',
);
const ENDINGS = list(
  '했다 하고|있다 할|계획이다 하기로|했다 한|것으로|나타났다 했다고|밝혔다 하게|됐다 했으며|이후|다시|확대됐다 해야|한다고|말했다 하지|않았다',
);
const QUESTION_PARTICLES = list('에서 의 에 와 이 측 관련 등');
const CONNECTORS = list('관련해 대신 따라 위해 통해 이후 이전 처럼 등과 가운데 옆에 쪽에 아래 사이에 안에 밖에');
const PLACE_ENDINGS = list('시 군 구 동 읍 면 도 역 항 산');
const BODY_ENDINGS = list('전자 은행 대학교 재단 연구소 그룹 건설 화학 병원 협회 신문 공사');
const SURNAMES = list('김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 홍');
const UNITS = list('명 개 곳 회 년 퍼센트 원 대 건 가구');
const ASKED = list('언제부터|시작되나요? 얼마나|늘어났나요? 어디에서|열리나요? 누가|맡았나요? 무엇인가요? 몇|명이나|참여했나요?');

/** Syllables of invented names. */
const SYLLABLES = list(
  '진 현 성 영 정 수 민 지 원 상 동 경 기 재 호 태 승 도 선 주 대 용 인 한 유 종 광 미 희 은 연 준 우 창 석 화 남 천 산 강 규 철 신 서 ' +
    '일 문 명 덕 국 복 순 길 옥 봉 평 청 백 안 양 구 월 포 송 림 곡 라 마 로 나 두 리 보 소 조 하 세 시 예 온 완 욱 윤 의 이 익 자 전 제 중 찬 ' +
    '채 초 춘 충 택 학 해 혁 형 홍 환 황 효 훈 가 건 고 관 권 노 단 려 록 만 모 목 무 바 반 배 범 부 오',
);
/** Flattens the start of Zipf's law, as that of nouns is flatter than that of particles. */
const NOUN_FLATNESS = 25;
const SYLLABLE_FLATNESS = 40;

const TOPIC_NOUNS = 12;
const TOPIC_SHARE = 0.45;
const ARTICLE_NAMES = 8;

/** What an article is about: words that return in it. */
export interface Topic {
  nouns: readonly string[];
  names: readonly string[];
}

/**
 * Korean news-like text from a seed: nouns drawn by Zipf's law and put together to compounds, invented names that return within an
 * article, particles and verb endings of real Korean. Not a copy of anything, and of no meaning; what matters is how often which
 * bigram occurs.
 */
export class TextGenerator {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  /** A number in [0, 1) of the same sequence. */
  random(): number {
    return this.#random();
  }

  topic(): Topic {
    return { nouns: times(TOPIC_NOUNS, () => this.#pick(NOUNS)), names: this.names() };
  }

  names(): string[] {
    return times(ARTICLE_NAMES, () => this.#name());
  }

  title(topic: Topic): string {
    return `${this.#pick(topic.names)} ${this.#compound(topic)} ${this.#noun(topic)} ${this.#pick(VERBS)}`;
  }

  /** A sentence of 8 to 20 words. */
  sentence(topic: Topic): string {
    const words = [withParticle(this.#subject(topic), this.#random() < 0.6 ? '은/는' : '이/가')];
    if (this.#random() < 0.4) words.push(this.#quantity());
    if (this.#random() < 0.4) words.push(`${this.#pick(topic.names)}에서`);
    if (this.#random() < 0.4) words.push(this.#zipf(MODIFIERS));
    if (this.#random() < 0.8) words.push(withParticle(this.#name(), '과/와'), this.#name() + this.#noun(topic), this.#quantity());
    words.push(`${this.#compound(topic)}${this.#random() < 0.5 ? '의' : ''}`);
    if (this.#random() < 0.4) words.push(withParticle(this.#noun(topic), '과/와'), this.#compound(topic));
    words.push(withParticle(this.#compound(topic), '을/를'));
    if (this.#random() < 0.6) words.push(`${this.#name()}${this.#random() < 0.5 ? '' : '의'}`, this.#pick(CONNECTORS));
    if (this.#random() < 0.5) words.push(withParticle(this.#compound(topic), '으로/로'));
    words.push(this.#zipf(VERBS) + this.#pick(ENDINGS).replaceAll('|', ' '));
    return `${words.join(' ')}.`;
  }

  /** A question of 12 to 20 tokens on a topic. */
  question(topic: Topic): string {
    const subject = withParticle(this.#noun(topic), '은/는');
    return `${this.#pick(topic.names) + this.#pick(QUESTION_PARTICLES)} ${this.#compound(topic)}의 ${subject} ${this.#pick(ASKED).replaceAll('|', ' ')}`;
  }

  #subject(topic: Topic): string {
    return this.#random() < 0.5 ? this.#pick(topic.names) : `${this.#noun(topic)} ${this.#noun(topic)}`;
  }

  #noun(topic: Topic): string {
    return this.#random() < TOPIC_SHARE ? this.#pick(topic.nouns) : this.#zipf(NOUNS, NOUN_FLATNESS);
  }

  #compound(topic: Topic): string {
    return this.#random() < 0.5 ? this.#noun(topic) + this.#noun(topic) : this.#noun(topic);
  }

  #name(): string {
    const kind = this.#random();
    if (kind < 0.4) return this.#pick(SURNAMES) + this.#syllable() + this.#syllable();
    return this.#syllable() + this.#syllable() + this.#pick(kind < 0.7 ? PLACE_ENDINGS : BODY_ENDINGS);
  }

  #quantity(): string {
    const value = Math.ceil(10 ** (this.#random() * 3.3));
    return this.#random() < 0.4 ? `${1950 + (value % 75)}년` : `${value}${this.#pick(UNITS)}`;
  }

  #syllable(): string {
    return this.#zipf(SYLLABLES, SYLLABLE_FLATNESS);
  }

  /** Any element, all alike. */
  #pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.#random() * items.length)]!;
  }

  /** An element with a chance of about 1 ÷ (rank + flatness): Zipf's law as Mandelbrot corrected it. */
  #zipf<Item>(items: readonly Item[], flatness = 0): Item {
    const first = flatness + 1;
    return items[Math.floor(first * ((items.length + first) / first) ** this.#random() - first)]!;
  }
}

function times<Item>(count: number, make: () => Item): Item[] {
  return Array.from({ length: count }, make);
}
