/** What the sentence splitter knows of Korean and English, as data. */

/** Characters that can end a sentence. */
export const TERMINATOR = /[.!?…‥。！？．]/u;

/** Quotes and brackets that close, whatever stands around them. */
export const CLOSING_MARK = /[”’」』)\]}》〉）］】〕»]/u;

/** Quotes that open or close, depending on where they stand. */
export const STRAIGHT_QUOTE = /["'＂]/u;

/** Last syllables that let a sentence end without a space behind the period ("밝혔다.이어"), or at an ellipsis. */
export const FINAL_SYLLABLE = /[다요까죠네음임함됨]/u;

/** What may begin a sentence that follows a period without a space. */
export const BEGINS_WITHOUT_SPACE = /[\p{Script=Hangul}\p{Script=Han}\p{Lu}\d"'“‘「『《〈<([◇◆▲△■□●○]/u;

/** Directly or after a space behind a closing quote: the quotation goes on into its speaker tag. */
export const QUOTATIVE =
  /(?:이?라[고며는던]|이?라면서|이?란|고|며|면서|하고|하며|던)(?![\p{Script=Hangul}])|는|이?라고[는도까]|(?:이?라|하)(?:면서|였)/uy;

/** Directly behind a closing quote, a question mark or an exclamation mark: particles and the copula. */
export const PARTICLE =
  /는|를|(?:은|이|가|을|의|에|에서|에게|에는|에도|과|와|도|만|까지|부터|로|으로|으로써|등|등의|등을|란|이란|같은|처럼|보다|조차|마저|뿐|인|임|적|식|여서|이어서|이며|이고|이나|나|이자|한|할|함)(?![\p{Script=Hangul}])|이?라|이[다었였]|였|입니|이에요|하[고며는면여였]|했|한다|할|된|됐|되/uy;

/** A list marker at the start of a sentence: 1. (2). 가. A. IV. */
export const LIST_MARKER = /^[("'“‘]?(?:제?\d{1,3}[)장절조항]?|[가나다라마바사아자차카타파하]|[A-Za-z]|[IVX]{1,5})$/u;

/** A day written with periods, up to its last number: 2024. 3. 5 or 2018.01.30 or '24. 3 */
export const DATE_BEFORE_PERIOD = /(?:(?:^|\D)\d{2}\.\s?\d{1,2}\.\s?\d{1,2}|\d{4}\.\s?\d{1,2}(?:\.\s?\d{1,2})?)$/u;

/** Names that end in an exclamation mark. */
export const EXCLAIMED_NAME = /(?:야후|Yahoo|(?:^|[\s(《])\p{Lu})$/u;

/** Abbreviations that something always follows. */
export const LEADING_ABBREVIATIONS = new Set(
  'Mr Mrs Ms Dr Prof St Mt Ft Gen Sen Rep Gov Lt Col Capt Cpt Sgt Maj Adm Rev Hon Pres vs v cf e.g i.e eg ie al approx ca feat ft fig Fig figs pp vol Vol ver Ver ch Ch ed eds op sp Messrs Mme Mlle Sr Op Art art Sec sec Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun'.split(
    ' ',
  ),
);

/** Abbreviations that may also stand at the end of a sentence. */
export const TRAILING_ABBREVIATIONS = new Set('Inc Ltd Co Corp Jr Bros etc Ave Blvd Rd Dept Est Univ Assn'.split(' '));

/** Abbreviations only before a number. */
export const NUMBERED_ABBREVIATIONS = new Set('No no Nos p P art Art'.split(' '));

/** Words that begin an English sentence even after an abbreviation. */
export const SENTENCE_OPENER =
  /(?:The|A|An|He|She|It|They|We|I|You|In|On|At|But|And|So|This|That|These|Those|However|There|His|Her|Its|Their|Our|For|If|When|While|After|As|By|From|To)(?![\p{L}\d])/uy;
