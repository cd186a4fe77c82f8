import type { ChatTopic } from '../types.ts';
import { foldText, withoutSpaces } from './normalize.ts';

/** Whole lines that are nothing but small talk, without spaces and marks. What follows a name of the bot or another line counts once more. */
const ADDRESS = '(?:야|봇아|봇|너|넌|너는|너도|당신은|네가|니가|저기요?|혹시|bot|hey|ok|okay|oh)?';
/** Loose letters (ㅎㅎ, ㄱㅅ) are those of old syllables once the text is folded. */
const END = '(?:요|용|욤|여|염|[\\u1100-\\u11ff]|bot|봇아?)*';
const KOREAN: readonly (readonly [ChatTopic, string])[] = [
  [
    'greeting',
    '(?:안녕(?:하세요|하십니까|하셔|하신가)?|하이루?|헬로우?|반가워|반갑습니다|좋은(?:아침|저녁|하루)(?:이에|입니다|이야)?|여보세)',
  ],
  [
    'thanks',
    '(?:(?:정말|진짜|너무|매우|무척|답변|알려줘서|도와줘서)*(?:고마워|고맙습니다|고맙다|감사(?:합니다|해|드립니다|하다)?)|땡큐|\\u1100\\u1109|감사)',
  ],
  [
    'help',
    '(?:(?:뭘?|뭐를?|무엇을?|어떤걸|무슨일을?)(?:할수있(?:어|니|나|는데|습니까|는거야)|도와줄수있(?:어|니|나)|해줄수있(?:어|니|나))|(?:좀|나좀|저좀)?도와(?:줘|주세)|도움말|사용법(?:알려줘|알려주세|은|이뭐야)?|어떻게(?:써|사용해|쓰는거야|사용하나))',
  ],
  [
    'identity',
    '(?:누구(?:야|니|세|냐|십니까|인가)|이름이?(?:뭐야|뭐니|뭐예|뭔데|무엇인가)|정체가?(?:뭐야|뭐니)|자기소개(?:해줘|해주세|해봐|부탁해)?|(?:사람|로봇|봇|ai|인공지능)(?:이야|이니|인가|입니까|이냐)|누가(?:널|너를|너)?만들었(?:어|니|나)|몇살이(?:야|니|에))',
  ],
  [
    'goodbye',
    '(?:잘가|잘자|잘있어|안녕히(?:계세|가세|주무세)|바이바이|바이|다음에(?:또)?(?:봐|만나)|내일(?:또)?봐|수고(?:해|하세|하셨습니다|했어))',
  ],
  [
    'praise',
    '(?:(?:정말|진짜|너무|아주|참)*(?:잘했어|잘하네|똑똑하(?:다|네)|대단(?:하다|하네|해)|최고(?:야|다|네)?|멋지다|멋져|훌륭해|착하네|귀엽다|귀여워))',
  ],
  [
    'complaint',
    '(?:(?:왜이렇게|정말|진짜|너무|이)*(?:바보(?:야|냐|니)?|멍청(?:이|해|하네|아|하니)|틀렸(?:어|잖아|는데|네)|느려|못하네|별로(?:야|네)|쓸모없(?:어|네)|그게아니(?:야|잖아|라고)))',
  ],
];
const ENGLISH: readonly (readonly [ChatTopic, string])[] = [
  ['greeting', '(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|greetings|howdy|yo|how are you(?: doing)?(?: today)?|nice to meet you|whats up|sup)(?: there| all| everyone| again)?'],
  ['thanks', '(?:many |ok |great )?(?:thanks|thank you|thx|ty|cheers)(?: (?:a lot|so much|very much|again|for (?:the|your) (?:help|answer)|you))?'],
  ['help', '(?:help(?: me)?(?: please)?|(?:so )?what (?:can|do) you do(?: for me)?|what can i ask(?: you)?|how (?:do|can|should) i use (?:you|this|it|this bot|the bot)|how does this(?: bot)? work|commands|usage)'],
  ['identity', '(?:who|what) are you(?: exactly)?|whats your name|what is your name|who (?:made|created|built|wrote|programmed) you|are you (?:an? )?(?:bot|robot|human|ai|person|real|machine|chatgpt)(?: or (?:an? )?(?:bot|robot|human|ai|person))?|introduce yourself|how old are you'],
  ['goodbye', '(?:bye(?: bye)?|good ?bye|see you(?: later| soon| tomorrow)?|good ?night|cya|farewell|take care)'],
  ['praise', '(?:good|great|nice|excellent) (?:job|work|bot|answer)|well done|you are (?:so |very |really )?(?:smart|great|awesome|the best|amazing)|i love you|awesome|amazing'],
  ['complaint', '(?:that is|thats|youre|you are|this is) (?:so |totally )?(?:wrong|useless|stupid|bad|dumb|slow)|(?:bad|stupid|dumb) bot|wrong|nonsense'],
]; // prettier-ignore

const KOREAN_LINES = KOREAN.map(([topic, line]) => [topic, new RegExp(`^${ADDRESS}${line}${END}$`, 'u')] as const);
const ENGLISH_LINES = ENGLISH.map(([topic, line]) => [topic, new RegExp(`^(?:${line})$`)] as const);
const LONGEST = 40;

/**
 * What a line of pure small talk is about; null for everything that may be more. Whole lines only: a greeting before a question is part of the
 * question. Lines in other words are found by their meaning (search/small-talk.ts), which takes a model.
 */
export function smallTalkTopic(text: string): ChatTopic | null {
  const words = foldText(text)
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (words.length > LONGEST) return null;
  const compact = withoutSpaces(words);
  return (
    ENGLISH_LINES.find(([, line]) => line.test(words))?.[0] ?? KOREAN_LINES.find(([, line]) => line.test(compact))?.[0] ?? null
  );
}
