import { isRecord } from './small.ts';

type Schema = Record<string, unknown>;

const isReference = (schema: Schema): boolean => typeof schema['$ref'] === 'string';

function typesOf(reference: Schema, schemas: Schema): unknown[] | null {
  const target = schemas[String(reference['$ref']).split('/').at(-1) ?? ''];
  const properties = isRecord(target) ? target['properties'] : undefined;
  const type = isRecord(properties) ? properties['type'] : undefined;
  const values: unknown = isRecord(type) ? type['enum'] : undefined;
  return Array.isArray(values) ? values : null;
}

function replaceUnion(node: Schema, key: string, union: Schema[], schemas: Schema): void {
  const references = union.filter(isReference);
  const nulls = union.filter((member) => member['type'] === 'null').length;
  if (references.length < 2 || references.length + nulls !== union.length) return;
  const types = references.map((reference) => typesOf(reference, schemas));
  const all = types.flat();
  if (types.includes(null) || new Set(all).size !== all.length) return;
  Reflect.deleteProperty(node, key);
  node['type'] = nulls ? ['object', 'null'] : 'object';
  node['required'] = ['type'];
  node['properties'] = { type: { enum: all } };
  node['allOf'] = references.map((reference, index) => ({
    if: { properties: { type: { enum: types[index] } }, required: ['type'] },
    then: reference,
  }));
}

function rewrite(node: Schema, schemas: Schema): void {
  if (Array.isArray(node['enum']) && node['enum'].length === 0) Reflect.deleteProperty(node, 'enum');
  for (const key of ['oneOf', 'anyOf']) {
    const value = node[key];
    if (!Array.isArray(value)) continue;
    const union = value.filter(isRecord);
    if (union.length === 2 && union[0]?.['type'] === 'null') {
      Reflect.deleteProperty(node, key);
      Object.assign(node, { if: { not: { type: 'null' } }, then: union[1] });
    } else replaceUnion(node, key, union, schemas);
  }
}

/**
 * Turns each oneOf/anyOf whose members differ by a `type` enum (or are "null or X") into if/then, in place, so that an
 * error names the field that is wrong instead of "matches none of 11 schemas". Drops the document's empty enums.
 */
export function discriminate(node: unknown, schemas: Record<string, unknown>): void {
  if (isRecord(node)) rewrite(node, schemas);
  const children = Array.isArray(node) ? node : isRecord(node) ? Object.values(node) : [];
  for (const child of children) discriminate(child, schemas);
}
