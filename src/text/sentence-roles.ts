/** Lines of an interview: who asks and who answers. */

const ANSWER_LINE = /^\s*(?:[▲△▶▷]|(?:A|답|답변)\s?[.:)])/u;
const MARKED_QUESTION = /^\s*(?:[-–—―]\s?\S|(?:Q\d*|문|질문)\s?[.:)])/u;
const ENDS_IN_QUESTION_MARK = /[?？]["'”’)\]]{0,2}\s*$/u;

/** Whether a line asks: it ends in a question mark, or it carries a question's mark ("-", "Q.") and an answer follows. */
export function isQuestionLine(line: string, nextLine: string): boolean {
  if (ENDS_IN_QUESTION_MARK.test(line)) return true;
  return MARKED_QUESTION.test(line) && ANSWER_LINE.test(nextLine);
}
