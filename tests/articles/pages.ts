/** Pages of invented sites in the manner of real ones: what must stay and what must go. All texts are made up. */

export interface TestPage {
  name: string;
  source: string;
  content: string;
  /** Lines of the article, each of which must stay. */
  article: string[];
  /** Lines of the page that must not be in the text. */
  furniture: string[];
  metadata?: { title?: string; publisher?: string; reporter?: string; date?: string; url?: string };
}

export const HEADLINE = '솔빛시 방파제 두 해 만에 다시 열려… 어선 백 척 입항';
export const SUBHEADLINES = ['시장 "태풍 전 공사 마쳐 다행"', '어민들 위판장 확장도 요구'];
export const PARAGRAPHS = [
  '솔빛시는 지난 월요일 동쪽 방파제를 다시 열었다고 밝혔다. 두 해 동안 이어진 보강 공사에는 모두 삼백억 원이 들었다.',
  '이날 아침부터 어선 백여 척이 차례로 항구에 들어왔다. 위판장에는 오랜만에 경매를 알리는 종소리가 울렸다.',
  '한 어민은 "그동안 이웃 항구까지 가느라 기름값이 두 배로 들었다"며 "이제야 마음이 놓인다"고 말했다.',
  '솔빛시는 내년 봄까지 위판장 지붕을 고치고 주차장을 넓힐 계획이다. 관련 예산은 다음 달 시의회에 올린다.',
];
const ENGLISH = {
  headline: 'Harbour of Solbit reopens after two years of repairs',
  paragraphs: [
    'The eastern breakwater of Solbit opened again on Monday after two years of repairs, the city council said in a statement.',
    'About a hundred fishing boats entered the harbour in the morning, and the first auction drew buyers from three provinces.',
    '"We used to burn twice the fuel to reach the next port," said one of the skippers, who has fished here for thirty years.',
  ],
};

const lines = (...parts: (string | string[])[]) => parts.flat().join('\n');
const spaced = (...parts: (string | string[])[]) => parts.flat().join('\n\n');

const portalTop = ['본문 바로가기', 'NAVER', '뉴스', '엔터', '스포츠', '날씨', '프리미엄', '검색', '언론사별', '정치', '경제', '사회', '생활/문화', 'IT/과학', '세계', '랭킹'];
const portalTools = ['입력 2023.05.08. 오전 9:12', '수정 2023.05.08. 오전 11:40', '기사원문', '김하늘 기자', '추천', '댓글', '본문 요약봇', '텍스트 음성 변환 서비스 사용하기', '글자 크기 변경하기', 'SNS 보내기'];
const portalBottom = ['김하늘 기자 sky@solbit.example', '구독', '응원하기', 'Copyright ⓒ 솔빛일보. All rights reserved. 무단 전재 및 재배포 금지.', '이 기사는 언론사에서 사회 섹션으로 분류했습니다.', '기사 섹션 분류 안내', '이 기사를 추천합니다', '솔빛일보 주요뉴스', '헤드라인', '더보기', '눈 내린 고개에 차량 서른 대 고립', '쏠쏠정보', '0', '흥미진진', '0'];

export const PAGES: TestPage[] = [
  {
    name: 'a portal page pasted as text',
    source: 'portal.txt',
    content: lines(portalTop, '솔빛일보', HEADLINE, portalTools, SUBHEADLINES, PARAGRAPHS, portalBottom),
    article: [HEADLINE, ...SUBHEADLINES, ...PARAGRAPHS],
    furniture: [...portalTop, ...portalTools, ...portalBottom, '솔빛일보'],
    metadata: { title: HEADLINE, publisher: '솔빛일보', reporter: '김하늘', date: '2023-05-08' },
  },
  {
    name: 'a small local paper with share rows and an imprint',
    source: 'local.txt',
    content: spaced(
      ['상단영역', '로그인', '회원가입', '전체메뉴보기', '기사검색', '정치 경제 사회 문화 스포츠 오피니언 포토', '2023-05-09 (화)', '홈 > 뉴스 > 사회'],
      HEADLINE,
      ['김하늘 기자', '승인 2023.05.08 09:12', '댓글 0', '페이스북 트위터 카카오톡 네이버밴드 URL복사', '기사공유하기', '글씨키우기 글씨줄이기', '가'],
      SUBHEADLINES,
      '▲ 다시 열린 동쪽 방파제에 어선이 들어오고 있다. [사진=솔빛시]',
      PARAGRAPHS,
      ['저작권자 © 솔빛타임스 무단전재 및 재배포 금지', '김하늘 기자', '다른기사 보기', '관련기사', '겨울 축제에 열두만 명 다녀가', '댓글삭제', '삭제한 댓글은 다시 복구할 수 없습니다.', '그래도 삭제하시겠습니까?', '내 댓글 모음', '주요기사', '산책로 가로등 교체', '인기뉴스', '1', '새 도서관 이름 공모', '제호 : 솔빛타임스', '대표전화 : 000-000-0000', '등록번호 : 솔빛 아 00000'],
    ),
    article: [HEADLINE, ...SUBHEADLINES, '▲ 다시 열린 동쪽 방파제에 어선이 들어오고 있다. [사진=솔빛시]', ...PARAGRAPHS],
    furniture: ['상단영역', '로그인', '회원가입', '전체메뉴보기', '기사검색', '2023-05-09 (화)', '승인 2023.05.08 09:12', '댓글 0', '기사공유하기', '가', '다른기사 보기', '겨울 축제에 열두만 명 다녀가', '그래도 삭제하시겠습니까?', '산책로 가로등 교체', '새 도서관 이름 공모', '제호 : 솔빛타임스'],
    metadata: { title: HEADLINE, publisher: '솔빛타임스', reporter: '김하늘', date: '2023-05-08' },
  },
  {
    name: 'a wire page with a dateline, a related list inside and a ranking after',
    source: 'wire.txt',
    content: lines(
      ['메뉴 열기', '하늘통신', '검색', '최신기사', '정치', '북한', '경제', '산업', '사회', '전국', '세계', '문화', '건강', '연예', '스포츠', '오피니언', '사람들'],
      HEADLINE,
      ['송고시간 2023-05-08 09:12', '공유 댓글', '글자크기조정', '인쇄', '김하늘 기자', '기자 페이지'],
      `(솔빛=하늘통신) 김하늘 기자 = ${PARAGRAPHS[0]}`,
      PARAGRAPHS[1]!,
      ['관련기사', '태풍 길목의 항구들 보강 서둘러', '위판장 경매 시간 앞당긴다'],
      PARAGRAPHS.slice(2),
      ['sky@wire.example', '제보는 카카오톡 wirejebo', '<저작권자(c) 하늘통신, 무단 전재-재배포, AI 학습 및 활용 금지>', '2023/05/08 09:12 송고', '댓글쓰기', '에디터스 픽', '눈길에 멈춘 버스 승객 모두 구조', '많이 본 뉴스', '1', '섬마을 분교에 새 선생님'],
    ),
    article: [HEADLINE, `(솔빛=하늘통신) 김하늘 기자 = ${PARAGRAPHS[0]}`, ...PARAGRAPHS.slice(1)],
    furniture: ['메뉴 열기', '사람들', '송고시간 2023-05-08 09:12', '태풍 길목의 항구들 보강 서둘러', '위판장 경매 시간 앞당긴다', 'sky@wire.example', '제보는 카카오톡 wirejebo', '눈길에 멈춘 버스 승객 모두 구조', '섬마을 분교에 새 선생님', '글자크기조정'],
    metadata: { title: HEADLINE, publisher: '하늘통신', reporter: '김하늘', date: '2023-05-08' },
  },
  {
    name: 'a page whose headline stands before the tools and whose related list has no heading of ours',
    source: 'blog-portal.txt',
    content: spaced(
      HEADLINE,
      '김하늘 입력 2023. 5. 8. 09:12 수정 2023. 5. 8. 11:00 댓글 3개',
      '음성재생 설정',
      '번역beta Translated by kaka i',
      '글자크기 설정 파란원을 좌우로 움직여 보세요.',
      '인쇄하기',
      PARAGRAPHS,
      'Copyright © 솔빛경제. All rights reserved. 무단 전재, 재배포 및 이용 금지',
      ['이 시각 추천뉴스', '항구 도시의 여름 나는 법', '뉴스레터 구독하기', '전체 댓글 3', '정말 다행이네요. 그동안 고생 많으셨습니다.'],
    ),
    article: [HEADLINE, ...PARAGRAPHS],
    furniture: ['김하늘 입력 2023. 5. 8. 09:12 수정 2023. 5. 8. 11:00 댓글 3개', '음성재생 설정', '인쇄하기', '이 시각 추천뉴스', '항구 도시의 여름 나는 법', '정말 다행이네요. 그동안 고생 많으셨습니다.'],
    metadata: { title: HEADLINE, publisher: '솔빛경제', date: '2023-05-08' },
  },
  {
    name: 'an English page pasted as text',
    source: 'english.txt',
    content: lines(
      ['Skip to content', 'The Solbit Herald', 'Sign in', 'Subscribe', 'News', 'Sport', 'Business', 'Opinion', 'Culture', 'Local news'],
      ENGLISH.headline,
      ['By Jane Roe', 'Published May 8, 2023 at 9:12 AM', 'Share', 'Facebook', 'Twitter', 'Email', 'Copy link'],
      ENGLISH.paragraphs.slice(0, 2),
      ['Advertisement', 'Read more: Storm season comes early this year'],
      ENGLISH.paragraphs.slice(2),
      ['Related articles', 'Ten quiet beaches near the city', 'Most read', '1. Why the old lighthouse is for sale', 'Sign up for our newsletter', 'Enter your email address', 'Comments', 'Log in to comment', '© 2023 The Solbit Herald. All rights reserved.', 'Privacy policy', 'Terms of use'],
    ),
    article: [ENGLISH.headline, ...ENGLISH.paragraphs],
    furniture: ['Skip to content', 'Sign in', 'Local news', 'Facebook', 'Advertisement', 'Read more: Storm season comes early this year', 'Ten quiet beaches near the city', '1. Why the old lighthouse is for sale', 'Enter your email address', 'Privacy policy', 'By Jane Roe'],
    metadata: { title: ENGLISH.headline, publisher: 'The Solbit Herald', reporter: 'Jane Roe', date: '2023-05-08' },
  },
  {
    name: 'an HTML page with a marked body, JSON-LD and OpenGraph',
    source: 'marked.html',
    content: `<!doctype html><html><head><meta charset="utf-8"><title>${HEADLINE} - 솔빛신문</title>
<meta property="og:title" content="${HEADLINE}"><meta property="og:site_name" content="솔빛신문"><meta property="og:type" content="article">
<link rel="canonical" href="https://news.example/2023/05/08/1">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"x","datePublished":"2023-05-07T23:30:00Z","author":{"@type":"Person","name":"김하늘 기자"},"publisher":{"name":"솔빛신문"}}</script>
<style>.gone{display:none}</style></head><body>
<div id="header"><ul class="gnb"><li><a href="/1">정치</a></li><li><a href="/2">경제</a></li></ul><a href="/login">로그인</a></div>
<div class="view_head"><h1>${HEADLINE}</h1><h2>${SUBHEADLINES[0]}<br>${SUBHEADLINES[1]}</h2><div class="sns_share"><button>공유</button><a>페이스북</a></div><p class="date">입력 2023.05.08 08:30</p></div>
<div class="article_body" itemprop="articleBody"><figure><img src="1.jpg" alt="x"><figcaption>다시 열린 방파제. 솔빛시 제공</figcaption></figure>
<p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]!.replace('종소리', '<b>종</b>소리')}</p><div class="ad_box">광고</div><p class="gone">숨은 문장은 어디에도 나오지 않아야 한다.</p>
<div class="relation_news"><strong>관련기사</strong><ul><li><a href="/3">태풍 길목의 항구들 보강 서둘러</a></li></ul></div>
${PARAGRAPHS[2]}<br><br>${PARAGRAPHS[3]}<p class="copyright">ⓒ 솔빛신문, 무단전재 및 재배포 금지</p></div>
<div class="comment_area"><h3>댓글</h3><p>정말 다행이네요. 그동안 고생 많으셨습니다. 앞으로도 좋은 소식 부탁드립니다.</p></div>
<div class="rank"><h3>많이 본 뉴스</h3><ol><li><a href="/4">섬마을 분교에 새 선생님</a></li></ol></div><footer>회사소개 이용약관 대표전화 000</footer></body></html>`,
    article: [HEADLINE, ...SUBHEADLINES, '다시 열린 방파제. 솔빛시 제공', ...PARAGRAPHS],
    furniture: ['정치', '로그인', '페이스북', '광고', '숨은 문장은 어디에도 나오지 않아야 한다.', '태풍 길목의 항구들 보강 서둘러', '섬마을 분교에 새 선생님', '댓글', '입력 2023.05.08 08:30'],
    metadata: { title: HEADLINE, publisher: '솔빛신문', reporter: '김하늘', date: '2023-05-08', url: 'https://news.example/2023/05/08/1' },
  },
  {
    name: 'an old HTML page of tables and line breaks without any mark',
    source: 'tables.html',
    content: `<html><head><title>솔빛저널 :: ${HEADLINE}</title></head><body><table width=900><tr><td><a href=a>홈</a> | <a href=b>로그인</a> | <a href=c>회원가입</a></td></tr>
<tr><td><a href=1>정치</a><br><a href=2>경제</a><br><a href=3>사회</a><br><a href=4>문화</a></td><td>
<font size=5><b>${HEADLINE}</b></font><br>2023년 05월 08일 (월) 09:12:30 김하늘 기자 sky@journal.example<br><br>
${PARAGRAPHS.join('<br><br>')}<br><br>
<a href=p>인쇄하기</a> <a href=m>메일보내기</a><br>
ⓒ 솔빛저널(http://journal.example) 무단전재 및 재배포금지 | 저작권문의<br>
<b>많이 본 기사</b><br><a href=r>섬마을 분교에 새 선생님</a><br>
신문사소개 | 기사제보 | 광고문의 | 개인정보처리방침<br>솔빛도 솔빛시 항구로 1 | Tel 000-000-0000</td></tr></table></body></html>`,
    article: [HEADLINE, ...PARAGRAPHS],
    furniture: ['로그인', '정치', '섬마을 분교에 새 선생님', '신문사소개', '인쇄하기', 'Tel 000-000-0000'],
    metadata: { publisher: '솔빛저널', reporter: '김하늘', date: '2023-05-08' },
  },
  {
    name: 'an English HTML page with aside, newsletter form and related stories inside the article element',
    source: 'english.html',
    content: `<html lang="en"><head><title>${ENGLISH.headline} | Solbit Times</title><meta name="author" content="Jane Roe"><meta property="article:published_time" content="2023-05-08T20:00:00-05:00"></head><body>
<header><nav><a href="/">Home</a><a href="/w">World</a></nav></header><main><article class="post tag-economy has-sidebar"><header><h1>${ENGLISH.headline}</h1><div class="byline">By Jane Roe</div><time datetime="2023-05-08T20:00:00-05:00">May 8, 2023</time></header>
<p>${ENGLISH.paragraphs[0]}</p><div class="newsletter-signup"><p>Sign up for the morning briefing and never miss a story about the harbour and the sea around it.</p><form><input><button>Subscribe</button></form></div>
<p>${ENGLISH.paragraphs[1]}</p><h2>Twice the fuel</h2><p>${ENGLISH.paragraphs[2]}</p><ul><li>Depth at the pier: nine metres</li><li>Berths: one hundred and four</li></ul>
<aside class="related"><h3>Related stories</h3><a href="/x">Storm season comes early this year</a></aside><div class="tags"><a href="/t">harbour</a></div></article></main>
<footer><p>© 2023 Solbit Times. All rights reserved.</p></footer></body></html>`,
    article: [ENGLISH.headline, ...ENGLISH.paragraphs, 'Twice the fuel', 'Depth at the pier: nine metres', 'Berths: one hundred and four'],
    furniture: ['Home', 'World', 'Subscribe', 'Storm season comes early this year', 'harbour', 'By Jane Roe', 'Related stories'],
    metadata: { title: ENGLISH.headline, publisher: 'Solbit Times', reporter: 'Jane Roe', date: '2023-05-09' },
  },
];
