/** The known furniture of news pages, Korean and English: words that stand alone on a line or in a row. Data only; compared by `keyOf`. */

/** What a piece of furniture is for; `sections` are menu words that are furniture only among other furniture. */
export type FurnitureKind = 'navigation' | 'tool' | 'share' | 'comment' | 'related' | 'subscribe' | 'advertisement' | 'imprint' | 'sections';

/** Whole lines, or the cells of a row. Separated by '/'. */
export const WORDS: Record<FurnitureKind, string> = {
  navigation: `로그인/로그아웃/회원가입/회원가입하기/마이페이지/내정보/내 정보/회원정보/정보수정/비밀번호 찾기/아이디 찾기/메뉴/전체메뉴/전체 메뉴/전체메뉴보기/메뉴 열기/메뉴 닫기/
메뉴 보기/메뉴보기/검색/검색하기/검색창 열기/검색창 닫기/검색어 입력/검색어를 입력하세요/기사검색/통합검색/뉴스검색/상세검색/홈/홈으로/뉴스홈/본문 바로가기/본문으로 바로가기/본문으로 이동/주메뉴 바로가기/메뉴 바로가기/
바로가기 메뉴/콘텐츠 바로가기/하단 바로가기/사이트맵/지면보기/지면 보기/초판보기/PDF보기/지면PDF/전체기사/전체기사보기/전체 기사/전체보기/고객센터/모바일버전/모바일 버전/모바일웹/PC버전/PC 버전/PC화면/앱다운로드/앱 다운로드/
최종편집/한국어/영어/일본어/중국어/English/日本語/中文/中文(简体)/Español/UPDATED/로그인/회원가입/본문영역/상단메뉴/네비게이션/내비게이션/좌우로 이동/이전/다음/뉴스/뉴스스탠드/언론사/언론사별/언론사 선정/
sign in/sign up/log in/login/log out/logout/register/create account/my account/menu/main menu/open menu/close menu/search/search icon/open search/home/skip to content/skip to main content/skip navigation/skip to navigation/jump to content/
toggle navigation/site map/sitemap/accessibility links/your account/edition/live/watch live/e-paper/epaper/back to top/view all/see all`,
  tool: `글자크기/글자 크기/글자크기 설정/글자크기 조절/글자크기 조정/글자크기 변경/글자크기 변경하기/글씨크기/글씨 크기 조절/글씨크기 조절하기/폰트크기/폰트 크기/글자 크게/글자 작게/글자크게/글자작게/글자 키우기/글자 줄이기/
본문 글씨 키우기/본문 글씨 줄이기/본문글씨 크게/본문글씨 작게/글씨키우기/글씨줄이기/작게/보통/크게/아주크게/매우작게/매우크게/가장작은/작은/기본/큰/가장큰/가장 작은 크기 글자/한 단계 작은 크기 글자/기본 크기 글자/한 단계 큰 크기 글자/가장 큰 크기 글자/가/가가/가나다/가가가/
인쇄/인쇄하기/기사인쇄/프린트/프린트하기/스크랩/스크랩하기/기사스크랩/기사 스크랩/북마크/기사저장/저장/음성으로 듣기/음성듣기/음성재생/기사 듣기/기사듣기/뉴스듣기/본문듣기/본문 듣기/듣기/요약보기/요약봇/AI 요약/AI요약/자동요약/기사 요약/번역/번역하기/번역 설정/번역beta/번역 beta/
URL복사/URL 복사/url복사하기/링크복사/링크 복사/링크 복사하기/주소복사/주소 복사/기사 링크 복사/복사/복사하기/목록/목록보기/목록으로/이전기사/다음기사/이전 기사/다음 기사/이전 기사보기/다음 기사보기/이전기사보기/다음기사보기/이전글/다음글/위로/위로가기/맨위로/맨 위로/상단으로/TOP/닫기/창닫기/팝업닫기/열기/펼치기/접기/더보기/더 보기/
이미지 확대/이미지확대/이미지 확대보기/이미지 크게 보기/이미지 크게보기/사진 확대/사진확대/기사 이미지 확대 보기/확대보기/원본보기/원본 이미지 보기/사진 크게보기/도구모음/도구 모음/다크모드/다크 모드/라이트 모드/읽기 모드/읽기모드/기사원문/원문보기/기사본문/본문/본문영역/상단영역/하단영역/스크롤 이동 상태바/현재위치/내용/검색버튼/반응형/보내는 사람/받는 사람/메일 발송/메일 전송하기/텍스트 크기 조정/텍스트 크기/image caption/image source/게시글 관리/기사 상세페이지/
기자정보/기자 정보/기사등록일/기자정보 기사등록일/뷰어/동영상 뉴스/재생/일시정지/음소거/전체화면/뉴스듣기 설정/설정/레이어 닫기/레이어닫기/옵션/원클릭 번역/now in translation/translated by kakao i/
font size/text size/increase font size/decrease font size/larger text/smaller text/A+/A-/Aa/print/print this article/print article/listen/listen to this article/listen to article/save/save article/save for later/bookmark/bookmark this/read aloud/resize text/close/enlarge image/image/open image in gallery/view gallery/copy/
copy link/link copied/copied/toggle dark mode/gift article/gift this article/give this article/read in app/open in app/previous article/next article/previous/next/show more/load more/read more/continue reading/show caption/hide caption/play/pause/mute/unmute/loading`,
  share: `공유/공유하기/공유 하기/기사공유/기사공유하기/기사 공유하기/기사 공유/이 기사를 공유합니다/이 기사 공유하기/이 기사를 공유/SNS공유/SNS 공유/SNS 공유하기/sns 기사보내기/SNS기사보내기/기사보내기/기사 보내기/메일보내기/메일로 보내기/이메일 보내기/이메일로 보내기/친구에게 보내기/다른 공유 찾기/기사스크랩하기/
페이스북/페북/트위터/엑스/카카오톡/카톡/카카오스토리/카스/카카오/네이버/네이버블로그/네이버 블로그/네이버밴드/네이버 밴드/밴드/라인/텔레그램/이메일/메일/인스타그램/유튜브/블로그/핀터레스트/링크드인/구글플러스/구글/싸이월드/다음/스레드/쓰레드/구글+/X/
share/share this/share this article/share article/share this story/share on/share via/share options/facebook/twitter/x (twitter)/kakaotalk/kakao/kakaostory/naver/band/line/linkedin/whatsapp/telegram/messenger/email/e-mail/email this/email article/instagram/youtube/pinterest/reddit/flipboard/threads/bluesky/tumblr/tweet/mastodon/
share on facebook/share on twitter/share on x/share on linkedin/share by email/share via email/send by email/share on whatsapp/follow us/follow us on/follow`,
  comment: `댓글/댓글쓰기/댓글 쓰기/댓글달기/댓글 달기/댓글작성/댓글 작성/댓글등록/댓글 등록/댓글입력/댓글보기/댓글 보기/댓글더보기/댓글 더보기/전체댓글/전체 댓글/내 댓글/내댓글/내 댓글 모음/베스트 댓글/베스트댓글/의견쓰기/의견 쓰기/의견등록/독자의견/네티즌 의견/한줄의견/등록/등록하기/답글/답글쓰기/답글 쓰기/대댓글/신고/신고하기/신고사유/신고 사유/
최신순/공감순/추천순/과거순/오래된순/순공감순/공감비율순/답글순/찬성순/반대순/인기순/작성자/작성자명/닉네임/비밀번호/이름/제목/내용/댓글 정책/댓글정책/댓글 운영규정/댓글 이용규칙/댓글 0/댓글내용입력/댓글 수정/댓글수정/댓글 삭제/댓글삭제/삭제/수정/취소/확인/비밀글/자동등록방지/좋아요/슬퍼요/화나요/싫어요/훈훈해요/감동이에요/후속기사 원해요/후속기사원해요/기대돼요/놀랐어요/100자평/도움말/삭제기준/관심도순/개의 댓글/회원로그인/댓글 정렬/비회원/라이킷/
쏠쏠정보/흥미진진/공감백배/분석탁월/후속강추/유익해요/추천해요/공감/비공감/추천/비추천/응원/응원수/기뻐요/화나요/속상해요/뉴스추천/기사추천/이 기사를 추천합니다/이 기사 추천/기사에 대한 의견/이 콘텐츠에 대해 어떻게 생각하시나요/이 기사 어떻게 보셨나요/이 기사 어떠셨나요/이미 참여하셨습니다/이미 신고 접수한 게시물입니다/차단/차단하기/차단해제/
comments/comment/leave a comment/leave a reply/post a comment/add a comment/add comment/join the conversation/join the discussion/view comments/show comments/read comments/write a comment/reply/report abuse/sort by/newest/oldest/most liked/log in to comment/sign in to comment/like/dislike/likes/discussion`,
  related: `관련기사/관련 기사/관련뉴스/관련 뉴스/관련기사보기/연관기사/연관 기사/연관뉴스/관련키워드/관련 키워드/관련 태그/관련태그/관련 콘텐츠/관련 동영상/많이 본 뉴스/많이본 뉴스/많이 본 기사/많이본 기사/가장 많이 본 뉴스/가장 많이 본 기사/많이 읽은 뉴스/많이 읽은 기사/인기기사/인기 기사/인기뉴스/인기 뉴스/인기글/주요뉴스/주요 뉴스/주요기사/주요 기사/실시간 인기/실시간 인기기사/
실시간 인기 뉴스/실시간 뉴스/실시간 주요뉴스/실시간 급상승/실시간 핫뉴스/추천뉴스/추천 뉴스/추천기사/추천 기사/추천 콘텐츠/이 시각 주요뉴스/이시각 주요뉴스/이 시각 헤드라인/이시각 헤드라인/이 시간 주요뉴스/이시간 핫뉴스/오늘의 주요뉴스/오늘의 뉴스/오늘의 핫뉴스/핫이슈/핫 이슈/핫뉴스/HOT뉴스/HOT 뉴스/핫클릭/베스트클릭/베스트 클릭/BEST 뉴스/베스트 뉴스/최신뉴스/최신 뉴스/최신기사/
최신 기사/속보/랭킹뉴스/랭킹 뉴스/뉴스랭킹/뉴스 랭킹/랭킹/헤드라인/헤드라인 뉴스/탑뉴스/톱뉴스/포토뉴스/포토 뉴스/포토/화보/영상뉴스/함께 볼만한 기사/함께 보면 좋은 기사/함께 본 기사/함께 읽으면 좋은 기사/다른 기사 보기/다른기사 보기/다른기사보기/다른 기사/기자의 다른 기사/기자의 다른기사/이 기자의 다른 기사/다른 뉴스/이슈 추천/이슈추천/에디터 추천/에디터 픽/에디터픽/섹션별 많이 본 뉴스/섹션 주요뉴스/
분야별 주요뉴스/이 기사와 함께 많이 본 뉴스/당신이 좋아할 만한 기사/당신을 위한 추천/당신이 좋아할만한 콘텐츠/이 콘텐츠와 함께 많이 본/관련글/최근글/카테고리의 다른 글/related internet links/당신이 관심 있을만한 이슈/꼭 봐야할 뉴스/놓치면 안되는 뉴스/지금 뜨는 뉴스/지금 뜨는 기사/화제의 뉴스/오늘의 인기기사/오늘의 인기뉴스/오늘의 이슈/이슈/시선집중/시선 집중/뉴스 더보기/많이 본 동영상/주간 인기기사/일간/주간/월간/댓글 많은 뉴스/공감 많은 뉴스/태그/tags/tag/키워드/해시태그/#태그/이 기사의 태그/
most read/most popular/most viewed/most watched/most commented/popular/popular now/popular stories/trending/trending now/trending stories/related/related articles/related article/related stories/related news/related topics/related content/related posts/recommended/recommended for you/recommended stories/you may also like/you might also like/
you may like/more stories/more news/more from/more like this/more on this story/latest/latest news/latest stories/editor's picks/editors' picks/editor's choice/top stories/top news/what to read next/read next/up next/keep reading/topics/topic/in this article/around the web/from the web/also read/breaking news/headlines/don't miss/must read/in case you missed it`,
  subscribe: `구독/구독하기/구독신청/구독 신청/신문구독/정기구독/구독안내/뉴스레터/뉴스레터 구독/뉴스레터 구독하기/뉴스레터 신청/뉴스레터 신청하기/네이버에서 구독/네이버에서 구독하기/네이버 구독/네이버 채널 구독/네이버 채널 구독하기/채널 구독/채널구독/채널 추가/카카오톡 채널 추가/카카오 채널 추가/카카오톡 채널/기사 구독/기자 구독/기자구독/이메일 구독/알림받기/알림 받기/알림 설정/후원/후원하기/후원 하기/정기후원/
유료구독/제보하기/기사제보/기사 제보/제보/독자제보/독자투고/기자페이지/기자 페이지/기사문의/구독중/구독 중/응원하기/기자 응원하기/언론사 구독/언론사홈/언론사 홈/이 기자의 기사 더보기/
subscribe/subscribe now/subscribe today/newsletter/newsletters/sign up for our newsletter/sign up for newsletters/get the newsletter/enter your email/enter your email address/your email address/email address/donate/support us/become a member/get alerts/get notifications/already a subscriber/free trial/start free trial/unlock this article/get our app/download our app/download the app`,
  advertisement: `광고/광고 닫기/광고닫기/광고보기/스폰서/스폰서 링크/협찬/AD/ADS/ADVERTISEMENT/advertisements/advertising/sponsored/sponsored content/sponsored links/paid content/promoted/promoted content/adchoices/ad choices/powered by taboola/taboola/dable/by taboola/ads by google/article continues below advertisement/story continues below advertisement/advertisement - story continues below/
광고 후 계속/기사 중간 광고/본문 광고/remove ads/이 광고는`,
  imprint: `회사소개/매체소개/신문사 소개/신문사소개/언론사 소개/사이트 소개/인사말/오시는 길/오시는길/찾아오시는길/찾아오시는 길/광고문의/광고 문의/광고안내/광고 안내/광고/제휴문의/제휴안내/제휴·광고문의/제휴 문의/사업제휴/불편신고/개인정보처리방침/개인정보 처리방침/개인정보취급방침/청소년보호정책/청소년 보호정책/청소년보호방침/이용약관/서비스 이용약관/저작권규약/저작권 규약/저작권보호정책/저작권문의/
이메일무단수집거부/이메일 무단수집거부/이메일주소무단수집거부/고충처리인/고충처리/고충처리제도/독자권익위원회/독자위원회/시청자위원회/윤리강령/기자윤리강령/편집규약/편집방침/수집거부/기사심의규정/자율규제/정정보도/정정·반론보도/RSS/RSS 서비스/패밀리사이트/패밀리 사이트/family site/관련사이트/콘텐츠 구매/콘텐츠구매/뉴스콘텐츠 저작권/인터넷신문윤리강령/인터넷신문위원회/구독문의/기사배열 원칙/책임의 한계/보도자료/부고/인사/공지사항/공지/
about/about us/contact/contact us/careers/jobs/advertise/advertise with us/privacy/privacy policy/privacy notice/terms/terms of use/terms of service/terms and conditions/terms & conditions/cookie policy/cookies/cookie settings/manage cookies/accept/accept all/accept cookies/accept all cookies/reject all/do not sell my personal information/do not sell or share my personal information/
accessibility/accessibility help/help/help center/faq/faqs/feedback/press/media kit/corrections/correction policy/editorial policy/code of ethics/rss feeds/partners/affiliates/submit a tip/got a tip/the company/masthead/site index/archives/archive`,
  sections: `정치/경제/사회/문화/국제/세계/스포츠/연예/오피니언/사설/칼럼/기고/논설/만평/과학/IT/IT과학/IT·과학/IT/과학/테크/산업/기업/재계/금융/증권/은행/보험/카드/부동산/자동차/유통/유통업계/생활/생활경제/라이프/라이프스타일/건강/의료/헬스/교육/에듀/여행/레저/음식/책/도서/종교/날씨/운세/사주/지역/지방/전국/수도권/국방/외교/북한/청와대/대통령실/국회/행정/법원/검찰/사건사고/노동/환경/여성/인물/피플/인터뷰/
기획/기획연재/연재/특집/이슈/심층/탐사/팩트체크/포토/영상/동영상/TV/방송/라디오/만화/웹툰/게임/인터넷/방송통신/통신/모바일/반도체/전기전자/중기/벤처/스타트업/글로벌/미국/중국/일본/아시아/유럽/머니/재테크/경제일반/산업일반/사회일반/정치일반/물류항공/물류/항공/에너지/바이오/제약/뷰티/패션/공연/전시/음악/미술/영화/드라마/방송연예/축구/야구/농구/배구/골프/e스포츠/정책/플러스/한줄뉴스/지방행정/소비자/
news/world/politics/business/economy/markets/technology/tech/science/health/sports/sport/culture/entertainment/arts/opinion/editorials/columns/lifestyle/life/style/travel/food/video/videos/photos/pictures/podcasts/weather/local/national/international/asia/africa/europe/us/uk/u.s./australia/climate/environment/education/real estate/autos/money/finance/investing/books/movies/music/tv/games/puzzles/obituaries/magazine/special reports/in depth/explainers/fact check`,
};

/** Beginnings of lines that are furniture whatever follows (lines of up to 160 characters). */
export const PREFIXES: Partial<Record<FurnitureKind, string>> = {
  tool: `the bbc is not responsible/we use cookies/this site uses cookies/this website uses cookies/by continuing to use/this site is protected by recaptcha/by signing up/by subscribing/글자크기 설정 파란/글자 크기 설정 파란/이 글자크기로/(예시) 다양한 분야의/번역beta/번역중/번역 중/translated by/본문 요약봇/이 기사는 번역/글자크기를/음성 재생/해당 언어로/텍스트 음성 변환/자동 추출 기술로/전체 맥락을 이해하기/기사의 본문 내용은 이 글자크기로/본문의 검색 링크는`,
  share: `페이스북(으)로/트위터(으)로/카카오톡(으)로/카카오스토리(으)로/URL복사(으)로/네이버밴드(으)로/네이버블로그(으)로/다른 공유 찾기(으)로/기사스크랩하기(으)로/url이 복사/기사 링크가 복사/주소가 복사/click to share`,
  comment: `로그인을 해주세요/로그인을 해 주세요/로그인해 주세요/로그인 해주세요/로그인 하시겠습니까/로그인하시겠습니까/로그인 후 이용/로그인이 필요/댓글을 삭제/댓글을 입력/댓글을 작성/댓글을 남/댓글 내용을/내용을 입력/비밀번호를 입력/첫 댓글을/첫번째 댓글/등록된 댓글/작성된 댓글/댓글이 없습니다/신고접수가/신고하시겠습니까/차단해제 하시/사용자 차단/계정을 선택하시면/이 기사에 대한 댓글/삭제한 댓글은/회원로그인/비회원 로그인/이미 참여하/이미 신고/로그인·계정인증/기사 추천은 24시간/모두에게 보여주고 싶은 기사/
you must be logged in/please log in to/log in or sign up to/be the first to comment/your email address will not be published/no comments yet/comments are closed/commenting is/sign in to join`,
  related: `[관련기사]/(관련기사/관련기사:/관련기사 :/☞관련기사/▶관련기사/☞ 관련/▶ 관련/[관련뉴스]/[관련 기사]/※ 관련기사/related:/read more:/read also:/also read:/see also:/recommended:/more on:/많이 본 뉴스/가장 많이 본/이 시각 주요/이시각 주요/네이버 메인에서/당신의 관심`,
  subscribe: `이 기사는 유료/이 기사는 회원/▶ 네이버/▶네이버/▶ 카카오/▶카카오/▶ 유튜브/▶유튜브/▶ 구독/▶ 제보/▶제보/▶ 뉴스/☞ 네이버/▷ 카카오/▷ 전화/▷ 이메일/▶ 이메일/▶ 전화/☎ 제보/■ 제보/제보는 카카오톡/제보는 카톡/여러분의 제보/당신의 제보/카카오톡 제보/[구독]/네이버에서 구독/sign up for our/sign up to our/subscribe to our/get the latest news/get our newsletter/이 기사를 쓴 기자/기자의 다른기사/네이버 메인에서 구독/당신의 제보가/저작권 문의`,
  imprint: `주소:/주소 :/제호:/제호 :/등록번호/등록 번호/사업자등록번호/사업자 등록번호/대표전화/대표 전화/청소년보호책임자/청소년 보호책임자/발행인/발행·편집인/발행/편집인/통신판매업/인터넷신문등록번호/인터넷신문 등록/신문등록번호/회사명/(우)/모든 콘텐츠(기사)는/본 사이트의 모든/registered in england/매체정보/법인명/저작자표시`,
  advertisement: `advertisement `,
};

/** A count after an entry, and the entry that begins with its count. */
export const COUNT_AFTER = /[(:\s]*\d[\d,]{0,9}[)]?(?:개|건|명|회)?$/u;
export const COUNT_BEFORE = /^[\d,]{1,9}(?:개의댓글|개댓글|comments?)$/u;

/** Endings of lines of up to 60 characters that offer something to click. */
export const SUFFIXES: Partial<Record<FurnitureKind, string>> = {
  related: `기자의 다른기사 보기/기자의 다른 기사 보기/기자의 다른기사/기자의 다른 기사/의 다른 기사 더보기/기사 더보기/뉴스 더보기/기사 더 보기/많이 본 뉴스/많이 본 기사/기자의 기사 더보기/다른기사 보기/기자 기사 더보기`,
  subscribe: `구독하기/구독신청/채널 추가/채널 추가하기/앱 다운로드/친구추가/친구 추가/뉴스레터 신청/뉴스레터 신청하기/제보하기/제보하세요/구독해주세요/구독하세요/네이버에서 보기/바로가기`,
  share: `기사보내기/공유하기/으로 보내기/에 공유`,
};

/** The front matter and metadata keys of each field, Korean ones included. */
export const FRONT_MATTER_KEYS = {
  title: 'title/headline/제목',
  publisher: 'publisher/site/site_name/outlet/press/media/언론사/매체/발행처/출처',
  reporter: 'reporter/author/byline/authors/writer/기자/글쓴이/작성자',
  date: 'date/published/published_at/publishedat/publish_date/pubdate/published_time/datepublished/날짜/발행일/게시일/작성일/입력',
  url: 'url/link/canonical/canonical_url/permalink/source_url/원문/주소/링크',
} as const;

/** Sites that show the articles of others (lower case). */
export const PORTALS = `네이버/네이버 뉴스/네이버뉴스/네이버 연예/네이버 스포츠/네이버tv/naver/naver news/다음/다음뉴스/다음 뉴스/daum/daum news/v.daum.net/카카오/1boon/네이트/네이트 뉴스/nate/nate news/msn/줌/zum/google news/yahoo/yahoo news`;
