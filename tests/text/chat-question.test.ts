import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuestion } from '../../src/text/chat-question.ts';
import { growth, untilEnd } from '../support/growth.ts';
import { sharedPath } from '../support/shared.ts';

const KORQUAD = sharedPath('eval/KorQuAD_v1.0_dev.json');

const QUESTIONS = [
  ...['등대는 언제 켜졌나요?', '축제 언제 열려', '박람회 장소 알려줘', '도서관 예산이 얼마야', '누가 다리를 설계했어'],
  ...['빵집은 어디에 있나요', '시장은 누구인가요', '마스코트 이름이 뭐야', '왜 다리가 무너졌지', '입장료는 무료입니까'],
  ...['몇 명이 다쳤어', '어떤 회사가 배를 만들어', '올해도 열릴까요', '내일 비가 올까', '그 법안 통과됐니'],
  ...[
    '배는 어떻게 움직이는가',
    '축제 일정 좀 알려주세요',
    '언제 개막하는지 알려줘',
    '누가 이겼는지 궁금해',
    '전시회 내용 요약해 줘',
  ],
  ...['안녕하세요. 도서관은 몇 시에 문을 여나요?', '그럼 가격은?', '장소는?', '진짜 궁금합니다', '이 기사 어디서 나온 거야'],
  ...[
    '무슨 상을 받았죠',
    '다음 경기는 며칠이야',
    '<@123456> 등대 높이는 얼마예요?',
    'https://example.org/a 이거 언제 나온 기사야?',
  ],
  ...[
    'When does the museum open?',
    'who won the race',
    'what is the price of the ticket',
    'How many people came',
    'where can I find it',
  ],
  ...[
    'is there a ferry on sunday',
    'does the library close early',
    'can you tell me about the bridge',
    "what's the name of the mayor",
  ],
  ...['Tell me when the festival starts', 'and why did the bridge close', 'which team won the cup', 'what about the second one'],
  ...['how old is the lighthouse', 'Hi, when is the next match', 'What happened to the old harbor', 'I wonder how they built it'],
  ...[
    '알리바바 투자액 얼마임',
    '대회 언제부터야',
    '그거 왜 그런거임',
    '담당자가 누군가요',
    '몇 퍼센트 올랐을까',
    '표는 어디서 사',
  ],
  ...[
    '주차 되나요',
    '아이도 들어갈 수 있나',
    '무슨 뜻이야 이거',
    '자세히 설명 부탁드립니다',
    '이 회사 믿을 만해?',
    '누가 말한 거예요',
  ],
  ...[
    '기사 좀 찾아봐줘',
    '뭐가 달라졌어요',
    '언제까지 신청하면 되는지',
    '혹시 환불 가능한가요',
    '어느 팀이 우승했을까요',
    '가장 비싼 건 뭐예요',
  ],
  ...[
    '이유가 뭘까',
    '예산이 줄었다는데 맞나요',
    'did they fix the road',
    'what time does it start',
    'any idea who designed it?',
    'please explain why prices rose',
  ],
  ...[
    'whose boat is that',
    'could someone tell me what happened',
    'are tickets refundable',
    'has the mayor said anything',
    'how come the ferry stopped',
    'who is in charge here',
  ],
  ...['how far is the island', 'does anyone know the score'],
];

const OTHERS = [
  ...['안녕하세요', '안녕', '고마워요!', '오늘 날씨 좋다', '점심 먹으러 가자', 'ㅋㅋㅋㅋ', '헐 진짜', '진짜?', '네?', '뭐?!'],
  ...['도서관에 다녀왔습니다.', '나는 언제나 커피를 마셔', '누군가 문을 두드렸다', '그러니까 내일 보자', '비가 오니까 우산 챙겨'],
  ...['축하합니다!', '와 대박이다', '집에 가요', '바나나 맛있네', '어딘가 이상하다', '왜냐하면 늦었거든요', '몇몇 사람이 왔어요'],
  ...['https://example.org/what-is-this', '<@123456>', '👍👍', '😂?', '?', '...', ':smile:', '`what is this`', '<:what:123456>'],
  ...[
    '뭐든지 좋아요',
    '언제든 연락 주세요',
    '찾아줘서 고마워',
    '어제 경기 정말 재밌었어',
    '회의는 세 시입니다',
    '12345',
    '좋아요',
  ],
  ...[
    'Good morning everyone',
    'thanks a lot',
    'I like this song',
    'What a beautiful day',
    'How nice!',
    'When I was young I lived here',
  ],
  ...['Do it now', 'Have a nice evening', 'Will Smith was great', 'lol', 'really?', 'ok', 'The bridge opened on Monday.'],
  ...['see you tomorrow', 'Which is why I left early yesterday'],
  ...[
    '저는 서울에 삽니다',
    '오늘은 쉬어요',
    '이거 진짜 재밌다',
    '다들 수고하셨습니다',
    '뭐 그럴 수도 있지',
    '언젠가 가 보고 싶다',
  ],
  ...['어쨌든 끝났네', '그래서 내가 갔지', '얼마 전에 읽었어', '어떻게든 되겠지', '왠지 졸려', '누구나 할 수 있어'],
  ...['점심 뭐 먹지 고민이다', '아 맞다', '배고파', '내일 봐요', '사진 올렸어요', '굿모닝'],
  ...[
    '기사 읽었는데 좋더라',
    '감사합니다!!',
    'that was fun',
    'Let me know when you arrive',
    'I know what you mean',
    'nice work everyone',
  ],
  ...['Happy birthday!', 'there is a new article about the harbor', 'how lovely', 'so tired today', 'we should go', 'can do'],
  ...['brb', 'the one who won is my friend', 'gg'],
];

describe('a message that asks', () => {
  it.each(QUESTIONS)('is a question: %s', (message) => {
    expect(isQuestion(message)).toBe(true);
  });
});

describe('a message that does not ask', () => {
  it.each(OTHERS)('is none: %s', (message) => {
    expect(isQuestion(message)).toBe(false);
  });
});

describe.skipIf(KORQUAD === undefined)('of KorQuAD', () => {
  const text = KORQUAD === undefined ? '' : JSON.stringify(JSON.parse(readFileSync(KORQUAD, 'utf8')));
  const all = (key: string) =>
    [...text.matchAll(new RegExp(`"${key}": ?"((?:[^"\\\\]|\\\\.)*)"`, 'gu'))].map(([, value = '']) => value);

  it('nearly all questions are recognised without their mark, unless they end in a topic', () => {
    const unmarked = all('question').map((question) => question.replace(/[?？\s]+$/u, ''));
    const full = unmarked.filter((question) => !/[은는]$/u.test(question));
    expect(full.length).toBeGreaterThan(2_000);
    expect(full.filter(isQuestion).length / full.length).toBeGreaterThan(0.99);
  });

  it('nearly no statement is taken for a question', () => {
    const statements = all('context')
      .flatMap((context) => context.split(/(?<=다\.)\s+/u))
      .filter((sentence) => sentence.endsWith('다.') && !sentence.includes('?'));
    expect(statements.length).toBeGreaterThan(5_000);
    expect(statements.filter(isQuestion).length / statements.length).toBeLessThan(0.001);
  });
});

describe('any message', () => {
  it('is a question or not', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => typeof isQuestion(text) === 'boolean'));
  });

  it.each(['what ', 'which is ', 'ㅋ', '? ', '궁금', '<@1', '`', 'tell me ', '왜 ', 'how a '])('of many %s ends', (piece) => {
    for (const text of [piece.repeat(2_000), `x ${piece.repeat(2_000)}x`]) untilEnd(() => isQuestion(text));
  });

  it.each(['tell me ', 'what ', '가나다 ', '`', '?ㅋ '])('is looked at in linear time: %s', (piece) => {
    expect(growth(isQuestion, (length) => piece.repeat(length / piece.length))).toBeLessThan(32);
  });
});
