/** The keywords of JSON Schema 2020-12 that the report's schema uses; every other keyword is an error, so that none is ignored. */
interface Schema {
  readonly [keyword: string]: unknown;
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
}

const annotations = ['$schema', '$id', '$defs', 'title', 'description'];
const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger
};

/** Returns the errors of `value` according to `schema`, each with its path; none when it is valid. */
export function validate(value: unknown, schema: Schema, root: Schema = schema, path = '$'): string[] {
  const checks: Record<string, () => string[]> = {
    $ref: () => validate(value, (root['$defs'] as Record<string, Schema>)[String(schema['$ref']).replace('#/$defs/', '')]!, root, path),
    type: () => (types[schema.type ?? '']?.(value) ? [] : [`${path} is no ${schema.type}`]),
    const: () => (value === schema['const'] ? [] : [`${path} is not ${String(schema['const'])}`]),
    enum: () => (schema.enum?.includes(value) ? [] : [`${path} is none of ${String(schema.enum)}`]),
    minimum: () => (Number(value) >= Number(schema['minimum']) ? [] : [`${path} is too small`]),
    required: () => (schema.required ?? []).filter((name) => !(name in Object(value))).map((name) => `${path}.${name} is missing`),
    additionalProperties: () =>
      Object.keys(Object(value))
        .filter((name) => !schema.properties?.[name])
        .map((name) => `${path}.${name} is unknown`),
    properties: () =>
      Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
        name in Object(value) ? validate((value as Record<string, unknown>)[name], inner, root, `${path}.${name}`) : []
      ),
    items: () => (Array.isArray(value) ? value.flatMap((item, index) => validate(item, schema.items!, root, `${path}[${index}]`)) : [])
  };
  return Object.keys(schema)
    .filter((keyword) => !annotations.includes(keyword))
    .flatMap((keyword) => checks[keyword]?.() ?? [`${path}: the validator does not know "${keyword}"`]);
}
