/** A model in one list. Prices are in USD per million tokens. */
export type Row = {
  provider: string;
  name: string;
  input: number;
  output: number;
  /** Undefined if the list has no separate price for cached input. */
  cached?: number | undefined;
  /** The day on which the model ends, e.g. `2027-01-14`, if the list has one. */
  endsOn?: string | undefined;
};

/** Our facts about a model. `offered`: owners see it in a list. */
export type OurRow = Row & { offered: boolean };

export type Kind = "price" | "dead" | "end" | "unknown" | "missing";
export type Finding = { kind: Kind; provider: string; name: string; what: string };

/** A smaller difference between two prices counts as equal, because lists round. */
const TOLERANCE = 0.01;

/** The differences between two lists for models that answer mails. @param today e.g. `2026-11-28` */
export function compareLists(ours: readonly OurRow[], theirs: readonly Row[], today: string): Finding[] {
  const known = new Map(ours.map((row) => [keyOf(row), row]));
  const others = new Map(theirs.map((row) => [keyOf(row), row]));
  const ofTheirs = [...others.values()].flatMap((row) => {
    const own = known.get(keyOf(row));
    return own ? [...pricesApart(own, row), ...endsApart(own, row, today)] : notOurs(row, today);
  });
  const alone = ours.filter((row) => row.offered && !others.has(keyOf(row)));
  return [...ofTheirs, ...alone.map((row) => finding("unknown", row, "offered here but missing from the other list"))];
}

function pricesApart(own: Row, row: Row): Finding[] {
  const apart = (["input", "output", "cached"] as const).filter((of) => differ(own[of], row[of]));
  const say = apart.map((of) => `${of} ${own[of]} here, ${row[of]} there`).join("; ");
  return apart.length === 0 ? [] : [finding("price", row, say)];
}

/** A price that one list lacks is not a difference. */
function differ(a: number | undefined, b: number | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return Math.abs(a - b) > TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}

function endsApart(own: OurRow, row: Row, today: string): Finding[] {
  if (row.endsOn === undefined || row.endsOn === own.endsOn) return [];
  if (own.offered && row.endsOn <= today) return [finding("dead", row, `offered here, ended on ${row.endsOn} there`)];
  const days = `ends ${own.endsOn ?? "on no known day"} here, ${row.endsOn} there`;
  return [finding("end", row, days)];
}

function notOurs(row: Row, today: string): Finding[] {
  const gone = row.endsOn !== undefined && row.endsOn <= today;
  return gone ? [] : [finding("missing", row, `${row.input} in, ${row.output} out there, and no price here`)];
}

function finding(kind: Kind, { provider, name }: Row, what: string): Finding {
  return { kind, provider, name, what };
}

function keyOf({ provider, name }: Row): string {
  return `${provider} ${name}`;
}
