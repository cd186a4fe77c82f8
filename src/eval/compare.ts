import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { isGood } from './score.ts';
import type { SetReport } from './sets.ts';

const Former = z.array(
  z.looseObject({
    name: z.string(),
    figures: z.record(z.string(), z.unknown()),
    refusal: z.record(z.string(), z.unknown()).optional(),
    outcomes: z.array(
      z.looseObject({
        id: z.string(),
        smallTalk: z.boolean().default(false),
        answerable: z.boolean(),
        right: z.boolean(),
        level: z.string(),
      }),
    ),
  }),
);
export type FormerReport = z.infer<typeof Former>[number];

/** What changed in one set since a former report. */
export interface Comparison {
  name: string;
  /** The figures that are not the same, by their path ("best.0"). */
  figures: { name: string; before: number; after: number }[];
  /** Questions asked both times; see isGood. */
  toWrong: ComparedQuestion[];
  toRight: ComparedQuestion[];
}

export interface ComparedQuestion {
  id: string;
  question: string;
}

/** Reads what `eval --json` printed. @throws UsageError when it is something else. */
export function parseFormer(text: string, name: string): FormerReport[] {
  try {
    return Former.parse(JSON.parse(text));
  } catch {
    throw new UsageError(`--compare ${name}: not a report. Make one with npm run --silent eval -- --json > report.json`);
  }
}

/** Compares the sets that are in both reports. */
export function compareReports(before: readonly FormerReport[], after: readonly SetReport[]): Comparison[] {
  return after.flatMap((report) => {
    const former = before.find(({ name }) => name === report.name);
    return former ? [compareSet(former, report)] : [];
  });
}

function compareSet(former: FormerReport, { name, figures, refusal, outcomes }: SetReport): Comparison {
  const old = numbersOf({ ...former.figures, refusal: former.refusal });
  const now = numbersOf({ ...figures, refusal });
  const wasRight = new Map(former.outcomes.map((outcome) => [outcome.id, isGood(outcome)]));
  const changedTo = (good: boolean): ComparedQuestion[] =>
    outcomes
      .filter((outcome) => isGood(outcome) === good && wasRight.get(outcome.id) === !good)
      .map(({ id, question }) => ({ id, question }));
  return {
    name,
    figures: [...now].flatMap(([key, after]) => {
      const before = old.get(key);
      return before === undefined || before === after ? [] : [{ name: key, before, after }];
    }),
    toWrong: changedTo(false),
    toRight: changedTo(true),
  };
}

/** The numbers of a value with their paths. */
function numbersOf(value: unknown, path = ''): Map<string, number> {
  if (typeof value === 'number') return new Map([[path, value]]);
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).flatMap(([key, part]) => [...numbersOf(part, path === '' ? key : `${path}.${key}`)]));
}
