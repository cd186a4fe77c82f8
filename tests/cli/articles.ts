/** Three tiny articles for tests of the command line. */
export const ARTICLES = {
  'lighthouse.md': `---
title: 솔섬 등대, 백 년 만에 새 불을 켜다
publisher: 바닷가 소식
date: 2023-09-14
url: https://example.org/lighthouse
---

솔섬 등대가 새 등명기로 불을 밝혔다.  새 등명기는 빛을 38킬로미터까지 보낸다.

등대지기 한 명이 섬에 남아 기계를 돌본다. 수리에는 12억 원이 들었다.
`,
  // The name is stored decomposed, as some file systems do.
  ['빵집/호밀빵.txt'.normalize('NFD')]: `골목 빵집이 호밀빵 대회에서 으뜸상을 받았다

골목 빵집은 ２０２２년 가을 호밀빵 대회에서 으뜸상을 받았다. 반죽을 이틀 동안 천천히 부풀린 것이 비결이라고 제빵사는 말했다.
`,
  'orchard.txt': `Valley orchard plants a thousand pear trees

The valley orchard planted a thousand pear trees in spring. Its owner expects the first harvest in four years.
`,
};

export const LIGHTHOUSE_QUESTION = '솔섬 등대 수리에는 얼마가 들었나요?';
export const BREAD_QUESTION = '골목 빵집은 어떤 대회에서 으뜸상을 받았나요?';
export const ORCHARD_QUESTION = 'How many pear trees did the valley orchard plant?';
export const UNKNOWN_QUESTION = '호밀빵을 싣고 화성에 착륙한 탐사선의 이름은 무엇인가요?';
