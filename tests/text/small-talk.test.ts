import { describe, expect, it } from 'vitest';
import { smallTalkTopic } from '../../src/text/small-talk.ts';

describe('smallTalkTopic', () => {
  it.each([
    ...[
      ['안녕', 'greeting'],
      ['안녕하세요!!', 'greeting'],
      ['안녕 ㅎㅎ', 'greeting'],
      ['Hello there', 'greeting'],
      ['good morning', 'greeting'],
    ],
    ...[
      ['고마워~', 'thanks'],
      ['정말 감사합니다.', 'thanks'],
      ['Thank you so much!', 'thanks'],
      ['ㄱㅅ', 'thanks'],
    ],
    ...[
      ['뭐 할 수 있어?', 'help'],
      ['너는 뭘 할 수 있니?', 'help'],
      ['도와줘', 'help'],
      ['What can you do?', 'help'],
      ['help', 'help'],
    ],
    ...[
      ['넌 누구야?', 'identity'],
      ['이름이 뭐야', 'identity'],
      ["What's your name?", 'identity'],
      ['Who made you?', 'identity'],
    ],
    ...[
      ['잘 가', 'goodbye'],
      ['bye bye', 'goodbye'],
      ['수고하세요', 'goodbye'],
    ],
    ...[
      ['잘했어', 'praise'],
      ['good bot', 'praise'],
      ['틀렸어', 'complaint'],
      ["that's wrong", 'complaint'],
    ],
  ])('takes %j for %s', (line, topic) => {
    expect(smallTalkTopic(line)).toBe(topic);
  });

  it.each([
    '안녕하세요, 알리바바 매출은?',
    '고마워 그런데 예산은?',
    '둥번훙은 누구야?',
    '마스코트 이름이 뭐야?',
    'Who made Alipay?',
    'Thank you notes of 2018',
    '',
    '도와줘 사건은 언제?',
  ])('takes %j for no small talk', (line) => {
    expect(smallTalkTopic(line)).toBeNull();
  });
});
