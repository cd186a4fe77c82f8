const LAST_YEAR = /지난해|작년|\blast year\b/iu;
const NEXT_YEAR = /내년|이듬해|\bnext year\b/iu;
const THIS_YEAR = /올해|금년|\bthis year\b/iu;
const DATE_WITHOUT_YEAR = /\d{1,2}월|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b/iu;
const WITH_YEAR = /\d{4}년|\b(?:19|20)\d{2}\b/u;

/** The years that a sentence means without writing them, in an article of this year. */
export function impliedYears(text: string, year: number): number[] {
  return [
    ...(LAST_YEAR.test(text) ? [year - 1] : []),
    ...(NEXT_YEAR.test(text) ? [year + 1] : []),
    ...(THIS_YEAR.test(text) || (DATE_WITHOUT_YEAR.test(text) && !WITH_YEAR.test(text)) ? [year] : []),
  ];
}
