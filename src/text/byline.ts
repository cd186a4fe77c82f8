/** Who wrote and who published, as Korean and English news pages write it. */

const SURNAMES =
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용';
const NAME = `(?!기사|최초|최종|선임|수습|인턴|전문|전임|신임|현장|사진|영상)(?:(?:남궁|황보|제갈|선우|독고|사공|서문)[가-힣]{1,2}|[${SURNAMES}][가-힣]{1,3})`;
const ROLE =
  '(?:(?:선임|수습|인턴|전문|객원|시민|대|편집|사진|영상|의학전문|과학전문|온라인|기동)\\s?)?(?:기자|특파원|논설위원|통신원|리포터|에디터|PD|앵커)';
const MAIL = String.raw`[\w.+-]{1,64}@[\w.-]{1,80}`;
const OUTLET_SUFFIX =
  /(?:일보|신문|신문사|뉴스|경제|투데이|데일리|타임스|타임즈|방송|미디어|저널|통신|헤럴드|포스트|닷컴|프레스|매일|시스|미디어스|이데일리|디넷코리아|인사이트|Times|News|Herald|Post|Daily|Journal|Today|Press|Tribune|Guardian|Reuters|BBC|CNN|YTN|KBS|MBC|SBS|JTBC)$/i;

const BYLINE_BODY = new RegExp(
  String.raw`^(?:(?:글|사진|취재|글·사진|기자\s?정보)\s?[:=]?\s?)?[\[(]?(?:[가-힣A-Za-z0-9·]{2,12}[=/ ]\s?)?(${NAME})\s?${ROLE}(?:[\])])?(?:\s?님)?[\s|·/,(:<]{0,3}(?:${MAIL})?[)>]?\s?(?:구독|기자\s?페이지|기사\s?더보기|팔로우)?$`,
);
const BYLINE_BEFORE = new RegExp(
  String.raw`^(?:기자|기자명|취재기자|담당기자|작성자|글쓴이|글)\s?[:=|]?\s?(${NAME})(?:\s?${ROLE})?\s?(?:${MAIL})?$`,
);
const BYLINE_MAIL = new RegExp(String.raw`^(${NAME})[\s|·/,(<:]{0,3}${MAIL}[)>]?$`);
const BYLINE_ENGLISH = /^By:?\s((?:[A-Z][\p{L}.'-]{0,20}\s?){2,4})(?:[,|]\s?.{0,60}|[\w.+-]{1,64}@[\w.-]{1,80})?$/u;
const NAME_IN_LINE = new RegExp(String.raw`(?<![가-힣])(${NAME})\s?${ROLE}`);
const NAME_BEFORE_LABEL = new RegExp(String.raw`^(${NAME})\s?(?:입력|승인|등록|기사입력|송고)`);
const NAME_ENGLISH = /\b[Bb]y:?\s((?:[A-Z][\p{L}.'-]{0,20}\s?){2,3})/u;
const MAIL_LINE = new RegExp(String.raw`^[(<\[]?(?:e-?mail\s?[:.]?\s?)?${MAIL}[)>\]]?$`, 'i');
const BRACKETS = /^\s?[[(【]([^\])】]{2,40})[\])】]\s?(.{0,30})/;
const CAPTION_NAME = new RegExp(String.raw`[/=·\s](${NAME})\s?${ROLE}[\])]?$`);
const NOTICE =
  /(?:copyrights?|저작권자|ⓒ|©|\(c\))(?:[\s:.<)]|\((?!c\)))*(?:(?:copyrights?|저작권자|ⓒ|©|\(c\))(?:[\s:.<)]|\((?!c\)))*)*/i;
const NOTICE_END = /[,.&|()\][<>《》/·]|무단|all rights|재배포|보도용|및\s|금지|www\.|https?:/i;
const NOT_A_NAME =
  /^(?:서울|부산|대구|인천|광주|대전|울산|세종|수원|춘천|청주|전주|제주|창원|워싱턴|뉴욕|베이징|도쿄|파리|런던|현장|단독|종합|속보)$/;

export interface Byline {
  reporter: string | null;
  publisher: string | null;
}

/** The reporter of a line that is only a byline ("김하늘 기자 sky@example.com", "By Jane Roe"), an empty string for a mail address, else null. */
export function readByline(line: string): string | null {
  if (line.length > 120) return null;
  const match = BYLINE_BODY.exec(line) ?? BYLINE_BEFORE.exec(line) ?? BYLINE_MAIL.exec(line) ?? BYLINE_ENGLISH.exec(line);
  if (match) return (match[1] ?? '').trim();
  return MAIL_LINE.test(line) ? '' : null;
}

/** The reporter named in a line that also gives the day ("김하늘 기자 입력 2023.05.08", "김하늘 입력 2023. 5. 8."), or null. */
export function readNameBesideDate(line: string): string | null {
  if (line.length > 200) return null;
  const match = NAME_IN_LINE.exec(line) ?? NAME_BEFORE_LABEL.exec(line) ?? NAME_ENGLISH.exec(line);
  return match?.[1]?.trim() ?? null;
}

/** Publisher and reporter of a dateline at the start of a paragraph: "[오늘신문=김하늘 기자]", "(서울=하늘통신) 김하늘 기자 =", "[하늘경제 김하늘 기자]". */
export function readDateline(line: string): Byline {
  const brackets = BRACKETS.exec(line.slice(0, 90));
  if (!brackets) return { reporter: null, publisher: null };
  const [, inside = '', after = ''] = brackets;
  const reporter =
    new RegExp(String.raw`(${NAME})\s?${ROLE}`).exec(inside) ?? new RegExp(String.raw`^(${NAME})\s?${ROLE}\s?=?`).exec(after);
  const outlet = inside
    .split(/[=\s]/)
    .map((part) => part.trim())
    .find(
      (part) =>
        part.length >= 2 &&
        !NOT_A_NAME.test(part) &&
        part !== reporter?.[1] &&
        (OUTLET_SUFFIX.test(part) || isBefore(inside, part)),
    );
  return { reporter: reporter?.[1] ?? null, publisher: outlet ?? null };
}

/** Whether a bracket reads "part=name 기자", in which case the part is an outlet whatever its name. */
function isBefore(inside: string, part: string): boolean {
  return inside.startsWith(`${part}=`) && /기자$/.test(inside);
}

/** The reporter at the end of a caption ("…/김하늘 기자"), or null. */
export function readCaptionName(line: string): string | null {
  return line.length <= 200 ? (CAPTION_NAME.exec(line.slice(-30))?.[1] ?? null) : null;
}

/** The publisher named by a copyright notice ("ⓒ 하늘신문, 무단 전재 금지"), or null. */
export function readNoticeOwner(line: string): string | null {
  if (line.length > 300) return null;
  const match = NOTICE.exec(line);
  if (!match) return null;
  const after = line
    .slice(match.index + match[0].length)
    .replace(/^\s?(?:19|20)\d{2}(?:\s?[-–~]\s?(?:19|20)?\d{2,4})?\.?\s?/, '')
    .replace(/^\s?(?:by\s)?\s?(?:(?:copyrights?|ⓒ|©)\s?)*/i, '')
    .replace(/^['‘“"][^'’”"]{0,40}['’”"]\s?/, '');
  const name = after.split(NOTICE_END)[0]?.trim() ?? '';
  return name.length >= 2 && name.length <= 30 && !/^[\d\s]+$/.test(name) ? name : null;
}

/** Whether a name looks like that of a news outlet. */
export function looksLikeOutlet(name: string): boolean {
  return name.length <= 25 && OUTLET_SUFFIX.test(name.trim());
}
