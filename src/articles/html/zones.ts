/** What the name of an element says about its part of the page. */

type Attributes = Record<string, string>;

/** Elements whose text is never read. */
export const UNREAD = new Set(
  'script style template noscript select option optgroup datalist button textarea input dialog svg math canvas object embed iframe video audio map applet noframes noembed'.split(' '),
);
/** Elements that begin and end a line. */
const BLOCKS = new Set(
  'address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody tfoot thead caption tr ul title'.split(' '),
);
/** Elements around the article, whatever their names. */
const AROUND = new Set(['nav', 'aside', 'footer', 'menu', 'search']);

const WORDS = new Set(
  `nav gnb lnb snb navi navigation navbar menu menus sidemenu submenu topmenu related relate relation relnews recommend recommended recommendation ranking rank popular trending mostread mostviewed most
share shares sharing sns social comment comments reply replies disqus livere ad ads adv advert advertisement adsbygoogle adbox banner banners sponsor sponsored taboola outbrain dable newsletter subscribe subscription promo promotion
copyright copyrights breadcrumb breadcrumbs pagination paging pager sidebar widget widgets popup modal cookie cookies consent gdpr toolbar toolbox tools fontsize fontsizer print tags hashtag hashtags keywords login signin signup searchbox
skip skipnav blind sronly hiddentext footer foot bottom journalist reporter profile utility util utils headline-list bestclick best hotnews hot aside byline-card`.split(/\s+/),
);
const PAIRS = /(?:^|[\s_-])(?:sr[-_]only|visually[-_]hidden|screen[-_]reader(?:[-_]text)?|sound[-_]only|u[-_]skip|more[-_](?:news|stories|from)|read[-_]more|also[-_]read|news[-_]?letter|sign[-_]?up|most[-_](?:read|viewed|popular)|(?:font|text)[-_]?size|article[-_]?(?:tags|share|sns|relation|related|util|tools|copy|copyright)|back[-_]to[-_]top|site[-_](?:header|footer|nav)|global[-_](?:header|nav))(?:$|[\s_-])/i;
/** A page or an article may carry such words in its classes ("post tag-economy has-sidebar"): these elements are never furniture. */
const NEVER = new Set(['html', 'body', 'main', 'article', 'h1', 'p', 'em', 'b', 'strong', 'i', 'table', 'tbody', 'tr', 'td']);

const BODY =
  /(?:^|[\s_-])(?:article[-_]?(?:body|view|content|contents|text|cont|txt|story|main)s?|(?:news|read|detail|view)[-_]?(?:body|content|contents|cont|con|text|article)|dic_area|articlebodycontents|newsct_article|harmonycontainer|story[-_]?(?:body|content|text|news)|(?:post|entry|page)[-_]?(?:content|body|text)|body[-_]?(?:content|text|copy)|(?:article|view)[-_]?(?:con|area|wrap)|view_cont|cnt_view|article_view|news_view|content-body)(?:$|[\s_-])/i;

/** Inline elements that sites set on lines of their own: captions, summaries, the facts beside the headline. */
const INLINE = new Set(['span', 'em', 'strong', 'b', 'i', 'font', 'a', 'label', 'time', 'cite']);
const OWN_LINE =
  /(?:^|[\s_-])(?:caption|desc|summary|photo(?:_org)?|image|figure|sub[-_]?title|headline|byline|copyright|reporter|journalist|author)(?:$|[\s_-])/i;

export function isBlock(name: string, attributes: Attributes): boolean {
  return BLOCKS.has(name) || (INLINE.has(name) && OWN_LINE.test(namesOf(attributes)));
}

/** Whether an element is a part of the page around the article, judged by its tag, class and id. */
export function isAround(name: string, attributes: Attributes): boolean {
  if (AROUND.has(name)) return true;
  if (NEVER.has(name)) return false;
  const role = attributes['role'];
  if (role === 'navigation' || role === 'search' || role === 'contentinfo' || role === 'banner' || role === 'complementary') return true;
  const names = namesOf(attributes);
  if (names === '' || isBodyElement(name, attributes)) return false;
  return PAIRS.test(names) || names.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase().split(/[\s_-]+/).some((word) => WORDS.has(word.replace(/\d+$/, '')));
}

/** Whether an element says that it holds the body of an article. */
export function isBodyElement(name: string, attributes: Attributes): boolean {
  if (attributes['itemprop'] === 'articleBody' || name === 'article') return true;
  const names = namesOf(attributes);
  return names !== '' && name !== 'body' && name !== 'html' && !/(?:^|[\s_-])(?:header|head|title|footer|list)s?(?:$|[\s_-])/i.test(names) && BODY.test(names);
}

function namesOf(attributes: Attributes): string {
  return `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.trim().slice(0, 300);
}
