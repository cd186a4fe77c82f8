import { describe, expect, it } from 'vitest';
import { asksForSeveral, explainsOrGoesOn, isVague, namesIn, yearsIn } from '../../src/text/question-facts.ts';

describe('the years of a question', () => {
  it.each([
    ['2002년 월드컵 감독은?', [2002]],
    ['1998년부터 2005년까지의 매출은?', [1998, 2005]],
    ['직원 2000명은 어디로 갔나?', []],
    ['1,999개의 등대', []],
    ['who won in 2010?', [2010]],
  ])('%s', (question, years) => {
    expect(yearsIn(question)).toEqual(years);
  });
});

describe('the names of a question', () => {
  it.each([
    ['손흥민은 이번 시즌에 몇 골을 넣었나요?', '손흥민'],
    ['테슬라 신형 자동차 가격은 얼마인가요?', '테슬라'],
    ['바닷가에서 백록담호를 본 사람은?', '백록담호'],
    ['Who is the captain of the Seagull?', 'Seagull'],
  ])('of %s hold %s', (question, name) => {
    expect(namesIn(question)).toContain(name);
  });

  it.each(['끓이는 법 알려 줘', '언제 열리나요?', '가격은 얼마인가요?', '그건 왜 그래?'])('of %s are none', (question) => {
    expect(namesIn(question)).toEqual([]);
  });
});

it('takes no verb before its noun for a name', () => {
  expect(namesIn('돈을 돌려받을 수 있나?')).not.toContain('돌려받');
});

describe('a question', () => {
  it.each([
    '예방 조치에는 무엇무엇이 있나요?',
    '어떤 세 가지를 하겠다고 했나요?',
    '왜 등대를 옮겼어?',
    '등대를 옮긴 이유는?',
    '소상공인을 어떻게 도왔나요?',
    'why did the city move it?',
    'how does it work?',
    'list the steps',
  ])('may take several sentences: %s', (question) => {
    expect(asksForSeveral(question)).toBe(true);
  });

  it.each(['등대는 언제 켜졌나요?', '선장은 누구인가요?', '왜가리는 몇 마리인가요?', 'how many masks did he send?', 'who won?'])(
    'takes one: %s',
    (question) => {
      expect(asksForSeveral(question)).toBe(false);
    },
  );

  it('is vague when it names nothing', () => {
    expect(['뭐야?', '가격은?', '그거 알려 줘'].map(isVague)).toEqual([true, true, true]);
    expect(['등대 가격은?', '2023년에는?'].map(isVague)).toEqual([false, false]);
  });
});

describe('a sentence', () => {
  it('explains or goes on counting', () => {
    expect(
      ['파도가 높아졌기 때문이다.', '둘째는 물류다.', '이 밖에 교육도 한다.', '▲ 결제', 'Also, it rained.'].map((text) =>
        explainsOrGoesOn(text.toLowerCase()),
      ),
    ).toEqual([...[true, true, true, true, true]]);
    expect(explainsOrGoesOn('등대가 켜졌다.')).toBe(false);
  });
});
