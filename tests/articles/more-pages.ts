import { HEADLINE, PARAGRAPHS, SUBHEADLINES, type TestPage } from './pages.ts';

/** More pages in the manner of real ones: portals, local papers and blogs as HTML, and pasted pages of other kinds. */

const lines = (...parts: (string | string[])[]) => parts.flat().join('\n');
const [first = '', second = '', third = '', fourth = ''] = PARAGRAPHS;
const paragraphs = (texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('');
const ENGLISH = [
  'The eastern breakwater of Solbit opened again on Monday after two years of repairs, the council said.',
  'Boats had to use the next port, which cost them twice the fuel, according to the local union.',
  'The council will widen the car park before the summer and repair the roof of the market hall.',
];
const CAPTION = '다시 열린 방파제. 솔빛시 제공';

export const MORE_PAGES: TestPage[] = [
  {
    name: 'a local paper with the site date above the headline',
    source: 'top-date.txt',
    content: lines(
      ['상단영역', 'UPDATED. 2023-05-09 18:20 (화)', '로그인', '회원가입', '전체기사', '검색', '본문영역', '이전 기사보기', '다음 기사보기'],
      HEADLINE,
      ['홈 사회', '입력 2023.05.08 09:12', '기자명 김하늘', 'SNS 기사보내기', '페이스북(으)로 기사보내기', 'URL복사(으)로 기사보내기', '바로가기', '본문 글씨 키우기', '스크롤 이동 상태바'],
      PARAGRAPHS,
      ['김하늘 sky@local.example', '저작권자 © 하늘뉴스 무단전재 및 재배포 금지', '개의 댓글', '회원로그인', '작성자', '하단영역', '법인명 : 하늘뉴스', '하늘뉴스의 모든 콘텐츠는 법의 보호를 받는 바, 무단 전재와 복사를 금합니다.'],
    ),
    article: [HEADLINE, ...PARAGRAPHS],
    furniture: ['UPDATED. 2023-05-09 18:20 (화)', '홈 사회', '기자명 김하늘', '김하늘 sky@local.example', '법인명 : 하늘뉴스'],
    metadata: { title: HEADLINE, publisher: '하늘뉴스', reporter: '김하늘', date: '2023-05-08' },
  },
  {
    name: 'a trade paper with links after the byline and a list inside',
    source: 'trade.txt',
    content: lines(
      [HEADLINE, SUBHEADLINES[0] ?? '', '방송/통신입력 :2023/05/08 09:12    수정: 2023/05/08 11:00', '김하늘 기자', '기자 페이지 구독', '기자의 다른기사 보기'],
      [first, second, third, '관련기사', '태풍 길목의 항구들 보강 서둘러2023.05.01', '위판장 경매 시간 앞당긴다2023.04.30', fourth],
      ["김하늘 기자sky@trade.example", "▶ 솔빛코리아 '홈페이지'", '▶ 네이버 채널 구독하기', '© 솔빛코리아 무단전재-재배포 금지', '지금 뜨는 기사', '섬마을 분교에 새 선생님', '이시각 헤드라인', '눈길에 멈춘 버스 승객 모두 구조'],
    ),
    article: [HEADLINE, SUBHEADLINES[0] ?? '', ...PARAGRAPHS],
    furniture: ['기자 페이지 구독', '위판장 경매 시간 앞당긴다2023.04.30', '▶ 네이버 채널 구독하기', '섬마을 분교에 새 선생님'],
    metadata: { title: HEADLINE, publisher: '솔빛코리아', reporter: '김하늘', date: '2023-05-08' },
  },
  {
    name: 'a blog pasted as text',
    source: 'blog.txt',
    content: lines(['본문 바로가기', '솔빛 산책', '홈', '태그', '방명록', '카테고리 없음'], HEADLINE, ['by 솔빛지기 2023. 5. 8.', '반응형'], PARAGRAPHS, [
      '반응형', '공유하기', '게시글 관리', '저작자표시', '태그', '#방파제', '관련글', '작은 섬 여행기', '댓글0', '비밀글', '등록', '인기글', '전체 방문자',
    ]),
    article: [HEADLINE, ...PARAGRAPHS],
    furniture: ['솔빛 산책', '반응형', '#방파제', '작은 섬 여행기', '전체 방문자'],
    metadata: { title: HEADLINE, date: '2023-05-08' },
  },
  {
    name: 'a portal page in HTML with captions in inline elements',
    source: 'portal.html',
    content: `<html><head><title>${HEADLINE} : 네이버 뉴스</title><meta property="og:title" content="${HEADLINE}"><meta property="og:site_name" content="네이버 뉴스"><meta property="og:article:author" content="솔빛일보 | 네이버"></head><body><div class="u_skip"><a href="#ct">본문 바로가기</a></div><header><a>뉴스</a><ul><li><a href="x">정치</a></li></ul></header>
<div id="ct"><div class="media_head"><h2 class="media_headline"><span>${HEADLINE}</span></h2><div>입력<span class="stamp" data-date-time="2023-05-08 09:12:00">2023.05.08. 오전 9:12</span></div><em class="journalist_name">김하늘 기자</em><div><a>추천</a><a>댓글</a></div></div>
<div class="newsct_body"><div class="newsct_article _article_body"><article id="dic_area"><strong class="media_summary">${SUBHEADLINES.join('<br>')}</strong><span class="end_photo_org"><img><em class="img_desc">${CAPTION}</em></span>${PARAGRAPHS.join('<br><br>')}</article></div><p class="byline">김하늘 기자(sky@sb.example)</p><div class="copyright">Copyright ⓒ 솔빛일보. All rights reserved. 무단 전재 및 재배포 금지.</div></div>
<div class="u_cbox"><p>${first} 이 댓글은 길게 쓴 것이다. 정말로.</p></div></div></body></html>`,
    article: [HEADLINE, ...SUBHEADLINES, CAPTION, ...PARAGRAPHS],
    furniture: ['정치', '김하늘 기자', '추천'],
    metadata: { title: HEADLINE, publisher: '솔빛일보', reporter: '김하늘', date: '2023-05-08' },
  },
  {
    name: 'a page of a local publishing system in HTML',
    source: 'local.html',
    content: `<html><head><title>${HEADLINE} < 사회 < 기사본문 - 솔빛타임즈</title></head><body><header id="user-header"><a href=l>로그인</a><a href=j>회원가입</a></header><section><header class="article-view-header"><ul class="breadcrumbs"><li>홈</li></ul><h3 class="heading">${HEADLINE}</h3><h4 class="subheading">${SUBHEADLINES.join('<br>')}</h4><ul class="infomation"><li>기자명 김하늘 기자</li><li>입력 2023.05.08 09:12</li><li>댓글 0</li></ul></header><article id="article-view-content-div" itemprop="articleBody">${paragraphs([first, second])}<div class="ad-template">광고</div>${paragraphs([third, fourth])}<figure><figcaption>항구 전경 ⓒ솔빛타임즈</figcaption></figure></article><div class="view-copyright">저작권자 © 솔빛타임즈 무단전재 및 재배포 금지</div><div class="auto-halfs">${'<a href=q>섬마을 분교에 새 선생님</a><br>'.repeat(4)}</div></section></body></html>`,
    article: [HEADLINE, ...SUBHEADLINES, ...PARAGRAPHS, '항구 전경 ⓒ솔빛타임즈'],
    furniture: ['로그인', '광고', '홈', '섬마을 분교에 새 선생님'],
    metadata: { title: HEADLINE, publisher: '솔빛타임즈', reporter: '김하늘', date: '2023-05-08' },
  },
  {
    name: 'a WordPress post',
    source: 'post.html',
    content: `<html><head><title>Harbour opens – Solbit Notes</title></head><body class="single single-post"><header class="site-header"><a href="/">Solbit Notes</a><nav><a href="/about">About</a></nav></header><div class="site-content"><article class="post type-post tag-sea category-news"><header class="entry-header"><h1>Harbour opens</h1><span>Posted on <time datetime="2023-05-08T09:12:00+09:00">May 8, 2023</time></span></header><div class="entry-content">${paragraphs(ENGLISH)}<ol><li>Rope</li><li>Nets</li></ol><div class="sharedaddy sd-sharing"><h3>Share this:</h3><a>Twitter</a></div></div><footer>Tags: sea</footer></article><nav><a href="p">Previous: Storm</a></nav><div id="comments"><h2>One thought</h2><p>${ENGLISH.join(' ')}</p></div></div><aside class="widget-area">Recent posts</aside></body></html>`,
    article: ['Harbour opens', ...ENGLISH, 'Rope', 'Nets'],
    furniture: ['About', 'Share this:', 'Tags: sea', 'One thought', 'Recent posts'],
    metadata: { title: 'Harbour opens', date: '2023-05-08' },
  },
  {
    name: 'a page of plain div elements',
    source: 'divs.html',
    content: `<html><head><title>${HEADLINE}</title></head><body><div id="top"><span>로그인</span> <span>회원가입</span> <span>구독신청</span></div><div><div>${HEADLINE}</div><div>김하늘 기자 | 승인 2023.05.08 09:12</div>${PARAGRAPHS.map((text) => `<div>${text}</div>`).join('')}<div>ⓒ 솔빛신문 무단전재 금지</div><div>관련기사</div><div><a href=1>태풍 길목의 항구들 보강 서둘러</a></div></div><div id="bt">솔빛시 항구로 1 대표전화 000 발행인 김하늘</div></body></html>`,
    article: [HEADLINE, ...PARAGRAPHS],
    furniture: ['로그인 회원가입 구독신청', '태풍 길목의 항구들 보강 서둘러'],
    metadata: { title: HEADLINE, publisher: '솔빛신문', reporter: '김하늘', date: '2023-05-08' },
  },
];
