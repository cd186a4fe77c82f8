import type { ChatTopic } from '../types.ts';

/** Lines of small talk, with which others are compared by meaning. Written for this purpose; any chat line may be added. */
export const SMALL_TALK_EXAMPLES: readonly (readonly [topic: ChatTopic, lines: readonly string[]])[] = [
  [
    'greeting',
    [
      ...[
        '안녕',
        '안녕하세요',
        '안녕하십니까, 처음 뵙겠습니다',
        '하이 반가워',
        '좋은 아침이에요',
        '오랜만이야, 잘 지냈어?',
        '여보세요 거기 있어?',
      ],
      ...[
        '오늘 기분 어때?',
        '심심한데 같이 얘기하자',
        'hello',
        'hi there, nice to meet you',
        'good morning',
        'how are you today?',
      ],
      ...['hey, are you there?', "what's up?", 'testing, one two three', '저녁은 드셨나요?'],
    ],
  ],
  [
    'thanks',
    [
      ...[
        '고마워',
        '감사합니다',
        '정말 고맙습니다, 큰 도움이 됐어요',
        '덕분에 해결했어',
        '답변 감사해요',
        '땡큐',
        'thanks',
        'thank you so much',
      ],
      ...['that helped a lot, thanks', 'much appreciated', '알려 줘서 고마워요', 'got it, thank you'],
    ],
  ],
  [
    'help',
    [
      ...[
        '뭐 할 수 있어?',
        '무엇을 도와줄 수 있나요?',
        '너는 어떻게 사용하는 거야?',
        '사용법 알려 줘',
        '도와줘',
        '도움말 보여 줘',
        '어떤 질문을 할 수 있나요?',
      ],
      ...[
        '뭘 물어보면 돼?',
        '어떤 명령어가 있어?',
        '네 기능을 설명해 줘',
        'what can you do?',
        'how do I use this bot?',
        'help me please',
      ],
      ...['what kind of questions can I ask you?', 'show me the commands', 'how does this work?', '어디서부터 시작하면 되나요?'],
    ],
  ],
  [
    'identity',
    [
      ...[
        '너는 누구야?',
        '넌 이름이 뭐야?',
        '당신은 사람인가요, 로봇인가요?',
        '누가 너를 만들었어?',
        '너 인공지능이야?',
        '자기소개 해 줘',
        '몇 살이야 너?',
      ],
      ...[
        '너 챗지피티야?',
        '답변은 어디서 가져오는 거야?',
        'who are you?',
        "what's your name?",
        'are you a bot or a human?',
        'who made you?',
      ],
      ...[
        'are you an AI?',
        'which language model are you?',
        'introduce yourself',
        'where do your answers come from?',
        '너는 어디에 살아?',
      ],
    ],
  ],
  [
    'goodbye',
    [
      ...[
        '잘 가',
        '안녕히 계세요',
        '그럼 이만, 다음에 또 봐요',
        '나 이제 자러 갈게',
        '수고하세요',
        '오늘은 여기까지 할게',
        'bye',
        'goodbye, see you later',
      ],
      ...['good night', "that's all for today", 'I have to go now'],
    ],
  ],
  [
    'praise',
    [
      ...[
        '잘했어',
        '너 정말 똑똑하다',
        '대단한데?',
        '최고야',
        '역시 믿음직해',
        '답변이 마음에 들어',
        '귀엽네',
        'good job',
        'you are so smart',
      ],
      ...['great answer', 'I love this bot', 'well done, impressive', '사랑해'],
    ],
  ],
  [
    'complaint',
    [
      ...[
        '틀렸어',
        '그게 아니잖아',
        '왜 이렇게 멍청해?',
        '답이 이상해',
        '왜 대답을 안 해?',
        '너 너무 느려',
        '바보야',
        '쓸모없네',
        '다시 제대로 대답해 줘',
      ],
      ...[
        'that is wrong',
        'you are useless',
        'this answer makes no sense',
        'why are you so slow?',
        'stupid bot',
        "you didn't answer my question",
      ],
      ...['하나도 도움이 안 돼', '실망이야'],
    ],
  ],
];

/** Lines that sound alike and ask about the world: what is nearer to one of these is no small talk. */
export const QUESTIONS_BESIDE_SMALL_TALK: readonly string[] = [
  ...[
    '오늘 날씨 어때?',
    '내일 비 와?',
    '지금 몇 시야?',
    '오늘 며칠이야?',
    '환율이 얼마야?',
    '주가 알려 줘',
    '그 회사 대표는 누구야?',
    '그 사람은 몇 살이야?',
  ],
  ...[
    '그 제품은 누가 만들었어?',
    '그 행사는 어디에서 열려?',
    '어떤 기능이 있는 제품이야?',
    '이 노래 제목이 뭐야?',
    '그 사람은 어디에서 태어났어?',
    '그 말은 무슨 뜻이야?',
    '왜 가격이 올랐어?',
    '무슨 일이 있었어?',
  ],
  ...[
    '어떤 조치를 했어?',
    '어떻게 신청해?',
    '오늘 무슨 뉴스가 있어?',
    "what's the weather like today?",
    'what time is it?',
    'who is the president?',
  ],
  ...[
    'who founded the company?',
    'how old is he?',
    'what is the name of the product?',
    'how does the system work?',
    'why did prices rise?',
  ],
  ...[
    'what happened yesterday?',
    'where is the event held?',
    'tell me the news',
    '요리법 알려 줘',
    '코드 짜 줘',
    'write me a poem',
    '번역해 줘',
  ],
];
