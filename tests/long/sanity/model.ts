import type { Removal } from './removal.ts';

const MODEL_WRITER = 'tests/answer/generative/writer.test.ts';
const ENDPOINT = 'tests/answer/generative/endpoint.test.ts';
const VERIFY = 'tests/answer/generative/verify.test.ts';

/** What a language model and its endpoint run into. */
export const MODEL: readonly Removal[] = [
  {
    ...{ row: 'L4', what: "cap of the language model's answer", file: 'src/answer/generative/endpoint.ts', test: ENDPOINT },
    ...{ find: 'if (read > bytes) controller', replace: 'if (false) controller' },
  },
  {
    ...{ row: 'L5', what: 'citations of passages that exist', file: 'src/answer/generative/verify.ts', test: VERIFY },
    ...{ find: ' && Number(marker) <= passages', replace: '' },
  },
  {
    ...{ row: 'L5', what: 'a citation in every sentence', file: 'src/answer/generative/verify.ts', test: VERIFY },
    ...{
      find: 'if (markers.length === 0 || ',
      replace: 'if (markers.length === 0) return Array.from({ length: passages }, (_, at) => at + 1);\n  if (',
    },
  },
  {
    ...{ row: 'L6', what: 'words that the source says', file: 'src/answer/generative/support.ts', test: VERIFY },
    ...{ find: 'if (!found && !(isTopic(word) &&', replace: 'if (false && !(isTopic(word) &&' },
  },
  {
    ...{ row: 'L6', what: 'what is denied must be denied there', file: 'src/answer/generative/support.ts', test: VERIFY },
    ...{ find: 'if (words.length > 0 && words.every(', replace: 'if (false && words.every(' },
  },
  {
    ...{ row: 'L7', what: 'sentences without orders, links and mentions', file: 'src/answer/generative/verify.ts', test: VERIFY },
    ...{ find: ' || isUnsafe(text)', replace: '' },
  },
  {
    ...{ row: 'L9', what: "the endpoint's own origin", file: 'src/answer/generative/endpoint.ts', test: MODEL_WRITER },
    ...{ find: "redirect: 'manual'", replace: "redirect: 'follow'" },
  },
  {
    ...{
      row: 'L6',
      what: 'support by the source',
      file: 'src/answer/generative/verify.ts',
      test: 'tests/reliability/llm-faults.test.ts',
    },
    ...{ find: 'supportProblem(again, source) === null', replace: 'again.length > 0' },
  },
  {
    ...{
      row: 'L7',
      what: 'addresses a model writes',
      file: 'src/text/claim/orders.ts',
      test: 'tests/reliability/injection.test.ts',
    },
    ...{ find: '[ADDRESS, MENTION, MARKUP, ...ORDERS]', replace: '[MENTION, MARKUP, ...ORDERS]' },
  },
  {
    ...{
      row: 'L7',
      what: 'mentions a model writes',
      file: 'src/text/claim/orders.ts',
      test: 'tests/reliability/injection.test.ts',
    },
    ...{ find: '[ADDRESS, MENTION, MARKUP, ...ORDERS]', replace: '[ADDRESS, MARKUP, ...ORDERS]' },
  },
  {
    ...{
      row: 'L7',
      what: 'what an article orders to be said',
      file: 'src/answer/generative/source.ts',
      test: 'tests/reliability/injection.test.ts',
    },
    ...{ find: 'const trusted = !isDictated &&', replace: 'const trusted =' },
  },
  {
    ...{
      row: 'L2',
      what: 'deadline over all',
      file: 'src/answer/generative/stream-text.ts',
      test: 'tests/reliability/llm-faults.test.ts',
    },
    ...{ find: "    interrupt(new ModelError('timeout', `it takes longer than ${seconds} s`));", replace: '    void 0;' },
  },
  {
    ...{
      row: 'L11',
      what: 'budget of a day',
      file: 'src/answer/generative/writer.ts',
      test: 'tests/reliability/llm-faults.test.ts',
    },
    ...{
      find: 'if (!this.#budget.take(request.person, taken)) return',
      replace: 'if (!this.#budget.take(request.person, taken) && taken < 0) return',
    },
  },
  {
    ...{
      row: 'D4',
      what: '@everyone on display',
      file: 'src/discord/render/markdown-escape.ts',
      test: 'tests/reliability/injection.test.ts',
    },
    ...{ find: '/(?<=@)(?=everyone|here)/gi', replace: '/(?<=@)(?=nobody)/gi' },
  },
  {
    ...{
      row: 'A25',
      what: 'hidden attributes',
      file: 'src/articles/html/hidden.ts',
      test: 'tests/reliability/injection.test.ts',
    },
    ...{ find: `const hidden = 'hidden' in attributes || isHiding(style) ||`, replace: 'const hidden =' },
  },
  {
    ...{
      row: 'L7',
      what: 'the fence of the prompt',
      file: 'src/answer/generative/prompt.ts',
      test: 'tests/answer/generative/writer.test.ts',
    },
    ...{ find: `text.replaceAll('<', '‹').replaceAll('>', '›')`, replace: 'text' },
  },
];
