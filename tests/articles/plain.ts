/** Texts that are no news pages, though some of their lines look like furniture. Every line of each must stay. */

export interface PlainText {
  name: string;
  source: string;
  content: string;
}

const body = [
  '비밀번호는 석 달에 한 번 바꾸는 편이 좋습니다. 같은 비밀번호를 여러 곳에 쓰면 한 곳이 뚫릴 때 모두 위험해집니다.',
  '비밀번호를 잊었다면 등록한 전자우편 주소로 새 주소를 받습니다. 링크는 한 시간 동안만 열립니다.',
  '가입할 때 적은 이름과 전화번호가 맞아야 합니다. 맞지 않으면 담당자에게 물어보세요.',
];

export const PLAIN_TEXTS: PlainText[] = [
  { name: 'a poem', source: 'poem.txt', content: '돌담\n\n돌 하나에\n비가 오고\n돌 둘에\n바람이 분다\n\n담을 넘는 것은\n고양이와\n저녁뿐\n' },
  { name: 'an English poem', source: 'verse.txt', content: 'The Pier\n\nA gull, a rope, a rusted ring,\nThe tide that will not wait,\nAn old man has a song to sing\nBeside the harbour gate.\n\nHe sings it low, he sings it slow,\nThe boats go out, the boats go in,\n' },
  { name: 'a help page about logins', source: 'login.txt', content: `로그인과 비밀번호 안내\n\n로그인\n\n${body[0]}\n\n비밀번호 찾기\n\n${body[1]}\n\n회원가입\n\n${body[2]}\n\n로그인이 필요합니다라는 말이 나오면 다시 들어오세요.\n` },
  { name: 'a help page with its steps one below the other', source: 'steps.md', content: `# 로그인\n\n## 회원가입\n\n${body[2]}\n\n## 비밀번호 찾기\n\n${body[1]}\n\n- 로그인\n- 회원가입\n- 비밀번호 찾기\n` },
  {
    name: 'a text on copyright law',
    source: 'law.txt',
    content:
      '저작권 표시란 무엇인가\n\n저작물에는 흔히 ⓒ 표시와 해, 이름을 적는다. 무단 전재 및 재배포를 금지한다는 말도 자주 붙는다.\n\n"무단 전재 및 재배포 금지"라는 문구는 법이 정한 것이 아니다. 문구가 없어도 저작권은 생긴다.\n\n저작권자는 복제를 허락할 권리를 가진다. 허락 없이 베끼면 손해를 물어야 한다.\n\nCopyright © 표시를 빼먹어도 보호를 받는다. 다만 다툼이 생기면 표시가 도움이 된다.\n',
  },
  {
    name: 'an English text on copyright',
    source: 'copyright.txt',
    content:
      'What the notice means\n\n"All rights reserved" was once required by a treaty in the Americas. Today the words have no legal effect in most countries.\n\nCopyright protects a work from the moment it is written. No notice is needed.\n\nThe sign © may still help: it names the owner and the year.\n',
  },
  { name: 'short sentences', source: 'short.txt', content: '비가 온다.\n우산이 없다.\n그래도 간다.\n가게는 가깝다.\n' },
  { name: 'an interview', source: 'interview.txt', content: '다음은 등대지기와의 일문일답.\n-언제부터 일했나.\n▲스무 살에 왔다. 벌써 서른 해가 지났다. 그때는 등대에 전기도 들어오지 않았다.\n-외롭지 않은가.\n▲배가 친구다.\n-댓글은 보는가.\n▲보지 않는다. 인터넷이 느리다.\n' },
  { name: 'a list', source: 'list.txt', content: '장 볼 것\n\n- 쌀\n- 된장\n- 파 두 단\n- 두부\n1. 시장\n2. 방앗간\n' },
  { name: 'a list of menu words', source: 'sections.txt', content: '신문의 지면\n\n정치\n경제\n사회\n문화\n스포츠\n오피니언\n' },
  { name: 'a list of networks', source: 'networks.txt', content: '어디에 알릴까\n\n페이스북\n트위터\n카카오톡\n인스타그램\n\n네 곳 모두에 같은 날 알리면 좋다. 다만 글의 길이는 곳마다 다르게 해야 한다.\n' },
  { name: 'a table', source: 'table.txt', content: '연도\t입항\t출항\n2021\t120\t118\n2022\t98\t99\n2023\t140\t141\n' },
  { name: 'a time line', source: 'timeline.txt', content: '항구의 역사\n\n2018년 1월 30일 공사 승인\n2019년 3월 2일 착공\n2021년 5월 8일 완공\n2023-05-08 등록 어선 백 척\n' },
  { name: 'names', source: 'names.txt', content: '모임에 온 사람\n\n김하늘 기자\n박바다 사진가\n이솔 교사\n\n모두 열두 명이 왔다. 다음 모임은 가을에 항구에서 열기로 했다.\n' },
  { name: 'minutes', source: 'minutes.txt', content: '회의록\n\n일시: 2023년 5월 8일\n장소: 항구 사무소\n참석: 김하늘, 박바다\n\n첫째 안건은 등대의 전등을 바꾸는 일이다. 모두 찬성했다.\n둘째 안건은 다음으로 미뤘다.\n\n공지사항\n다음 회의는 6월 첫 월요일이다.\n' },
  { name: 'a paragraph', source: 'paragraph.txt', content: '방파제는 파도를 막는다. 그래서 항구가 잔잔하다.' },
  { name: 'a page about share buttons', source: 'buttons.txt', content: '버튼을 어디에 둘까\n\n공유하기\n\n공유 버튼은 글의 끝에 둔다. 읽은 사람만 누르기 때문이다.\n\n댓글\n\n댓글 창은 그 아래에 둔다. 로그인하지 않아도 쓸 수 있게 하면 글이 늘어난다.\n\n구독하기\n\n구독 버튼은 맨 위에 하나면 된다. 둘이 넘으면 아무도 누르지 않는다.\n' },
  { name: 'an English text with short lines', source: 'notes.txt', content: 'Notes\n\nBuy rope.\nCall Ann.\nHome by six.\n\nSearch\nthe attic for the old map.\n' },
  { name: 'an HTML page about logins', source: 'login.html', content: '<html><head><title>Log in</title></head><body><h1>How to log in</h1><h2>Sign in</h2><p>Open the page and type your name. The password has at least twelve characters, and is never sent by mail.</p><h2>Sign up</h2><p>A new account needs an address that works. We send one message to it and nothing else.</p><h2>Comments</h2><p>Whoever is signed in may comment. Comments are read before they are shown.</p></body></html>' },
];
