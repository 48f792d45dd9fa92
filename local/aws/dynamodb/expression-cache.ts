type Context = {
  attrNames?: Record<string, string> | undefined;
  attrVals?: Record<string, object> | undefined;
  /** The parser takes out what an expression uses; what is left when all of a call are read is an error. */
  unusedAttrNames: Record<string, true>;
  unusedAttrVals: Record<string, true>;
  isKeyCondition?: boolean;
};

export type Parser = { parse: (expression: string, options: { context: Context }) => unknown };

/** A tree with places for its values. */
type Known = { tree: unknown; names: string[]; values: string[] };

/** More than a product has expressions; only a caller that writes values into them has more. */
const MAX_KNOWN = 2_000;

/** Where the parser looks into a value, and not only at its type. */
const LOOKS_INTO_VALUES = /between|attribute_type/i;

/**
 * Gives a parser of dynalite a memory: it reads an expression once for each set of names and types of values, and later
 * calls get the same tree with their own values. Parsing was most of what a write costs.
 */
export function rememberExpressions(parser: Parser): void {
  const { parse } = parser;
  const known = new Map<string, Known>();
  parser.parse = (expression, options) => {
    const { context } = options;
    if (LOOKS_INTO_VALUES.test(expression)) return parse(expression, options);
    const key = keyOf(expression, context);
    const found = known.get(key);
    if (found) return again(found, context);
    const { result, seen } = parseAlone(parse, expression, context);
    if (known.size >= MAX_KNOWN) known.clear();
    if (seen) known.set(key, seen);
    return result;
  };
}

function keyOf(expression: string, { attrNames, attrVals = {}, isKeyCondition }: Context): string {
  const types = Object.entries(attrVals).map(([name, value]) => [name, Object.keys(value)]);
  return JSON.stringify([expression, attrNames, types, isKeyCondition]);
}

/** Reads one expression with all names and values still unused, so that it shows which of them are its own. */
function parseAlone(parse: Parser["parse"], expression: string, context: Context) {
  const { attrNames = {}, attrVals = {} } = context;
  const alone = { ...context, unusedAttrNames: marked(attrNames), unusedAttrVals: marked(attrVals) };
  const result = parse(expression, { context: alone });
  const names = Object.keys(attrNames).filter((name) => !(name in alone.unusedAttrNames));
  const values = Object.keys(attrVals).filter((name) => !(name in alone.unusedAttrVals));
  use(context, names, values);
  // A text is what is wrong with the expression.
  if (typeof result === "string") return { result, seen: undefined };
  const places = new Map<unknown, Place>(Object.entries(attrVals).map(([name, value]) => [value, new Place(name)]));
  return { result, seen: { tree: copy(result, (value) => places.get(value)), names, values } };
}

function again({ tree, names, values }: Known, context: Context): unknown {
  use(context, names, values);
  return copy(tree, (value) => (value instanceof Place ? context.attrVals?.[value.name] : undefined));
}

function use({ unusedAttrNames, unusedAttrVals }: Context, names: string[], values: string[]): void {
  for (const name of names) delete unusedAttrNames[name];
  for (const name of values) delete unusedAttrVals[name];
}

function marked(all: object): Record<string, true> {
  return Object.fromEntries(Object.keys(all).map((name) => [name, true]));
}

/** Where a value stood. */
class Place {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Returns a copy with some parts replaced, because the caller may change the tree. */
function copy(part: unknown, replace: (part: unknown) => unknown): unknown {
  if (typeof part !== "object" || part === null) return part;
  const other = replace(part);
  if (other !== undefined) return other;
  if (Array.isArray(part)) return part.map((one) => copy(one, replace));
  const made: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(part)) made[name] = copy(value, replace);
  return made;
}
