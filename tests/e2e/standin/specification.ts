import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Problem } from './api-errors.ts';
import { discriminate } from './discriminate.ts';
import { problemsOf } from './schema-errors.ts';
import { isRecord } from './small.ts';

type Json = Record<string, unknown>;

/** An operation of the document that a request belongs to. */
export interface Operation {
  template: string;
  key: string;
  requestSchema: unknown;
  responses: Json;
  queryParameters: Json[];
}

interface PathItem {
  template: string;
  item: Json;
  pattern: RegExp;
  literals: number;
}

const loaded = new Map<string, Specification>();

/** A value inside nested objects, or undefined. */
const dig = (value: unknown, ...keys: string[]): unknown =>
  keys.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);

const records = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);

function pathItem(template: string, item: Json): PathItem {
  const escaped = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '([^/]+)');
  const literals = template.split('/').filter((step) => step && !step.startsWith('{')).length;
  return { template, item, pattern: new RegExp(`^${escaped}$`), literals };
}

const NUMERIC = new Set(['default_member_permissions', 'allow', 'deny', 'permissions']);

/** The API takes permission sets as numeric strings where its document says integer. */
function withNumbers(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withNumbers);
  if (!isRecord(body)) return body;
  const convert = (key: string, value: unknown): unknown =>
    NUMERIC.has(key) && typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : withNumbers(value);
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, convert(key, value)]));
}

function queryValue(types: unknown[], name: string, query: URLSearchParams): unknown {
  const raw = query.get(name) ?? '';
  if (types.includes('integer') && /^-?\d+$/.test(raw)) return Number(raw);
  if (types.includes('boolean'))
    return (
      new Map<string, unknown>([
        ['true', true],
        ['1', true],
        ['false', false],
        ['0', false],
      ]).get(raw) ?? raw
    );
  return types.includes('array') ? query.getAll(name) : raw;
}

/** Discord's own description of its HTTP API (OpenAPI 3.1, JSON Schema 2020-12). */
export class Specification {
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true, logger: false, inlineRefs: false, code: { optimize: false } });
  readonly #compiled = new Map<string, ValidateFunction>();
  readonly #paths: PathItem[];

  /** Reads the document, once a process; null when there is no such file. */
  static load(file: string): Specification | null {
    const known = loaded.get(file);
    if (known) return known;
    if (!existsSync(file)) return null;
    const specification = new Specification(JSON.parse(readFileSync(file, 'utf8')));
    loaded.set(file, specification);
    return specification;
  }

  private constructor(document: unknown) {
    const schemas = dig(document, 'components', 'schemas');
    const paths = dig(document, 'paths');
    if (!isRecord(schemas) || !isRecord(paths)) throw new Error('The OpenAPI document has no components.schemas or no paths.');
    addFormats.default(this.#ajv);
    for (const format of ['int32', 'int64', 'double', 'snowflake', 'nonce']) this.#ajv.addFormat(format, true);
    discriminate(document, schemas);
    this.#ajv.addSchema({ $id: 'spec', components: { schemas } });
    this.#paths = Object.entries(paths)
      .flatMap(([template, item]) => (isRecord(item) ? [pathItem(template, item)] : []))
      .sort((a, b) => b.literals - a.literals);
  }

  /** The operation of a request, or null when the document has none. */
  find(method: string, path: string): Operation | null {
    for (const { template, item, pattern } of this.#paths) {
      const operation = item[method.toLowerCase()];
      if (!isRecord(operation) || !pattern.test(path)) continue;
      const parameters = [...records(item['parameters']), ...records(operation['parameters'])];
      return {
        template,
        key: String(operation['operationId']),
        requestSchema: dig(operation, 'requestBody', 'content', 'application/json', 'schema'),
        responses: isRecord(operation['responses']) ? operation['responses'] : {},
        queryParameters: parameters.filter((parameter) => parameter['in'] === 'query'),
      };
    }
    return null;
  }

  /** What is wrong with the body of a request. */
  checkBody(operation: Operation, body: unknown): Problem[] {
    return this.#check(`${operation.key}:body`, operation.requestSchema, withNumbers(body));
  }

  /** What is wrong with an answer; keeps the stand-in itself honest. */
  checkResponse(operation: Operation, status: number, body: unknown): Problem[] {
    const schema = dig(operation.responses, String(status), 'content', 'application/json', 'schema');
    return this.#check(`${operation.key}:${status}`, schema, body);
  }

  /** What is wrong with the query of a request. */
  checkQuery(operation: Operation, query: URLSearchParams): Problem[] {
    return operation.queryParameters.flatMap((parameter) => {
      const name = String(parameter['name']);
      if (!query.has(name)) {
        const missing = { path: [name], keyword: 'required', code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
        return parameter['required'] === true ? [missing] : [];
      }
      const schema = parameter['schema'] ?? {};
      const value = queryValue([dig(schema, 'type')].flat(), name, query);
      const problems = this.#check(`${operation.key}:query:${name}`, schema, value);
      return problems.map((problem) => ({ ...problem, path: [name, ...problem.path] }));
    });
  }

  /** Compiles the checks of a route ahead of time: the first use would otherwise delay an answer by up to a second. */
  warm(method: string, template: string): void {
    const operation = this.find(method, template.replaceAll(/\{[^}]+\}/g, '1'));
    if (!operation) return;
    this.checkBody(operation, {});
    for (const status of [200, 201]) this.checkResponse(operation, status, {});
  }

  #check(key: string, schema: unknown, value: unknown): Problem[] {
    if (!isRecord(schema)) return [];
    const check = this.#compiled.get(key) ?? this.#compile(key, schema);
    return check(value) ? [] : problemsOf(check.errors ?? []);
  }

  #compile(key: string, schema: Json): ValidateFunction {
    const pointed: unknown = JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"spec#/components/'));
    const check = this.#ajv.compile(isRecord(pointed) ? pointed : {});
    this.#compiled.set(key, check);
    return check;
  }
}
