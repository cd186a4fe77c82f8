import type { ErrorObject } from 'ajv';
import type { Problem } from './api-errors.ts';

const COMBINATORS = new Set(['if', 'allOf', 'oneOf', 'anyOf', 'not']);

const text = (value: unknown): string => (Array.isArray(value) ? value.map(text).join(', ') : String(value));

type Wording = (parameters: Record<string, unknown>, choices: unknown[]) => [code: string, message: string];

const atMost: Wording = ({ limit }) => ['BASE_TYPE_MAX_LENGTH', `Must be ${text(limit)} or fewer in length.`];
const atLeast: Wording = ({ limit }) => ['BASE_TYPE_MIN_LENGTH', `Must be ${text(limit)} or more in length.`];

const WORDINGS: Record<string, Wording> = {
  required: () => ['BASE_TYPE_REQUIRED', 'This field is required'],
  maxLength: atMost,
  maxItems: atMost,
  minLength: atLeast,
  minItems: atLeast,
  maximum: ({ limit }) => ['NUMBER_TYPE_MAX', `int value should be less than or equal to ${text(limit)}.`],
  minimum: ({ limit }) => ['NUMBER_TYPE_MIN', `int value should be greater than or equal to ${text(limit)}.`],
  enum: ({ allowedValues }) => ['BASE_TYPE_CHOICES', `Value must be one of {${text(allowedValues)}}.`],
  const: (_, choices) => ['BASE_TYPE_CHOICES', `Value must be one of {${text(choices)}}.`],
  pattern: () => ['STRING_TYPE_REGEX', 'String value did not match validation regex.'],
  format: ({ format }) =>
    format === 'uri' ? ['URL_TYPE_INVALID_URL', 'Not a well formed URL.'] : ['BASE_TYPE_FORMAT', `Not a valid ${text(format)}.`],
  type: ({ type }) => ['BASE_TYPE_BAD_TYPE', `Must be of type ${text(type)}.`],
  uniqueItems: () => ['SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains this value'],
};

function pathOf(error: ErrorObject): Problem['path'] {
  const steps = error.instancePath.split('/').slice(1);
  const path = steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
  return error.keyword === 'required' ? [...path, text(error.params['missingProperty'])] : path;
}

/** What a schema validator found, in Discord's words and codes, each field and code once. */
export function problemsOf(errors: readonly ErrorObject[]): Problem[] {
  const choices = new Map<string, unknown[]>(); // enums are written as oneOf of consts: one error for all of them
  for (const error of errors.filter(({ keyword }) => keyword === 'const')) {
    choices.set(error.instancePath, [...(choices.get(error.instancePath) ?? []), error.params['allowedValue']]);
  }
  const unique = new Map<string, Problem>();
  for (const error of errors.filter(({ keyword }) => errors.length === 1 || !COMBINATORS.has(keyword))) {
    const fallback: Wording = () => [`SCHEMA_${error.keyword.toUpperCase()}`, error.message ?? error.keyword];
    const [code, message] = (WORDINGS[error.keyword] ?? fallback)(error.params, choices.get(error.instancePath) ?? []);
    const path = pathOf(error);
    const key = JSON.stringify([path, code]);
    if (!unique.has(key)) unique.set(key, { path, keyword: error.keyword, code, message });
  }
  return [...unique.values()];
}
