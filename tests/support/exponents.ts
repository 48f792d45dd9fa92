import type { Fed } from "./mail-functions/feeding.ts";
import { MAIL_FUNCTIONS } from "./mail-functions.ts";

/** What a text can have too much of. A name says what; the bytes are made to any length. */
const PIECES: Record<string, string> = {
  ...Object.fromEntries(
    ["()<>_*-=[]\"\\,;:@./&%|#~`'!?+^{}$aA9"].flatMap((all) => [...all].map((char) => [char, char])),
  ),
  ...{ blank: " ", tab: "\t", CR: "\r", "no-break space": "\u00a0", "zero-width space": "\u200b", NUL: "\u0000" },
  ...{ é: "é", 漢: "漢", "combining mark": "\u0301", "half a pair": "\ud83d", "full-width colon": "：" },
  ...{
    a_: "a_",
    "*a_": "*a_",
    "> ": "> ",
    "<a ": "<a ",
    "=?u?q?": "=?u?q?",
    "?=": "?=",
    "=?utf-8?q?a?= ": "=?utf-8?q?a?= ",
  },
  ...{
    "a@b ": "a@b ",
    "<a@b>": "<a@b>",
    "a, ": "a, ",
    '"a" ': '"a" ',
    "(a)": "(a)",
    "\\(": "\\(",
    "a/": "a/",
    "a.": "a.",
  },
  ...{
    "=20": "=20",
    "= ": "= ",
    "a;b=c ": "a;b=c ",
    "/*": "/*",
    "<!--": "<!--",
    "<p>": "<p>",
    "</p>": "</p>",
    "&lt;": "&lt;",
  },
  ...{
    "**a": "**a",
    "[a](": "[a](",
    "![": "![",
    "- ": "- ",
    "Re: ": "Re: ",
    "--b": "--b",
    "--": "--",
    "http://a ": "http://a ",
  },
  ...{
    "On 1.1.2020 10:00 a <a@b": "On 1.1.2020 10:00 a <a@b",
    "From: a": "From: a",
    "Sent from my a": "Sent from my a",
  },
};

/** How a piece fills a text: as one line, before a letter, held between two, and as lines. */
const SHAPES: Record<string, (piece: string, length: number) => string> = {
  "one line": (piece, length) => run(piece, length),
  "before a letter": (piece, length) => `${run(piece, length)}b`,
  "between letters": (piece, length) => `a${run(piece, length)}b`,
  lines: (piece, length) => run(`${piece}\n`, length),
  "long lines": (piece, length) => run(`${run(piece, 60)}a\n`, length),
};

function run(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length));
}

export type Input = { piece: string; shape: string };
export type Growth = Input & { fn: string; exponent: number; ms: number };

const pieces = Object.keys(PIECES);
const shapes = Object.keys(SHAPES);
/** Each piece in each shape; the first ones have each piece once, the shapes in turn. */
export const INPUTS: Input[] = shapes.flatMap((_, turn) =>
  pieces.map((piece, at) => ({ piece, shape: shapes[(at + turn) % shapes.length] ?? "" })),
);

const texts = new Map<string, string>();

export function inputOf({ piece, shape }: Input, length: number): string {
  const name = `${shape} ${length} ${piece}`;
  const text = texts.get(name) ?? SHAPES[shape]?.(PIECES[piece] ?? "", length) ?? "";
  texts.set(name, text);
  return text;
}

const KB = 1024;
/** What takes less on 64 KB is far below a nanosecond a pair of characters: no work on pairs hides in it. */
const WORTH_FITTING_MS = 15;
/** What takes longer is not tried on more. */
const LONG_MS = 100;

/** CPU time of this thread alone, so that a busy machine changes little. */
async function cpuMs(fn: Fed, text: string): Promise<number> {
  const from = process.threadCpuUsage();
  try {
    await fn(text);
  } catch {
    // Some refuse a text of this kind, which is an answer too.
  }
  return msSince(from);
}

function msSince(from: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(from);
  return (user + system) / 1_000;
}

/**
 * The exponent with which the time of `fn` grows on this input; undefined where there is too little to measure. `isQuick`:
 * 64 KB are left out where 16 KB took no more than five times as long as 4 KB. Work on pairs that
 * brings the exponent from 16 KB to 64 KB above 1.6 is a sixth of all work on 4 KB or more, and makes that six times.
 */
async function growth(fn: Fed, input: Input, times: number, isQuick: boolean) {
  const least = async (length: number) => {
    let ms = await cpuMs(fn, inputOf(input, length));
    for (let i = 1; i < times && ms < LONG_MS; i++) ms = Math.min(ms, await cpuMs(fn, inputOf(input, length)));
    return ms;
  };
  let small = await least(4 * KB);
  // Even its square would be too little to measure on 64 KB.
  if (small < WORTH_FITTING_MS / 512) return undefined;
  const middle = await least(16 * KB);
  small = Math.min(small, await least(4 * KB));
  if (small < WORTH_FITTING_MS / 512) return undefined;
  if (isQuick && middle < small * 5) return { exponent: exponentOf(small, middle), ms: middle * 4 };
  if (middle > LONG_MS) return { exponent: exponentOf(small, middle), ms: middle };
  const large = await least(64 * KB);
  if (large < WORTH_FITTING_MS) return undefined;
  return { exponent: exponentOf(middle, large), ms: large };
}

function exponentOf(before: number, after: number): number {
  return Math.log(after / Math.max(before, 0.001)) / Math.log(4);
}

/** In milliseconds of CPU: what has taken more is not tried in further shapes. */
const ENOUGH_MS = 120;

/**
 * The worst growth of one function over all inputs; the first one that is above `limit` each time it is measured ends
 * the search. `isQuick`: a function that takes long is given each piece in one shape, and some pieces in more.
 */
export async function worstOf(name: string, fn: Fed, limit: number, isQuick = true): Promise<Growth | undefined> {
  let worst: Growth | undefined;
  const from = process.threadCpuUsage();
  for (const [at, input] of INPUTS.entries()) {
    if (isQuick && at >= pieces.length && msSince(from) > ENOUGH_MS) break;
    let found = await growth(fn, input, 1, isQuick);
    for (let tries = 0; tries < 4 && found !== undefined && found.exponent > limit; tries++) {
      const again = await growth(fn, input, 3, isQuick);
      if (again === undefined || again.exponent < found.exponent) found = again;
    }
    if (found && (worst === undefined || found.exponent > worst.exponent)) worst = { fn: name, ...input, ...found };
    if (found && found.exponent > limit) return worst;
  }
  return worst;
}

// `node tests/support/exponents.ts [text]` prints the table of docs/mail.md: of all functions, or those so named.
if (import.meta.main) {
  console.log("| function | worst exponent | on | 64 KB take |\n| --- | --- | --- | --- |");
  for (const [file, functions] of Object.entries(MAIL_FUNCTIONS)) {
    for (const [name, fn] of Object.entries(functions)) {
      if (!`${file} ${name}`.includes(process.argv[2] ?? "")) continue;
      const worst = await worstOf(name, fn, 1.2, false);
      if (worst === undefined) continue;
      const { piece, shape, exponent, ms } = worst;
      console.log(
        `| ${file} ${name} | ${exponent.toFixed(2)} | ${JSON.stringify(piece)}, ${shape} | ${ms.toFixed(0)} ms |`,
      );
    }
  }
}
