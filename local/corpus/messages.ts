import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";

/** One message of a corpus, with the reading that the corpus expects. */
export type Message = {
  file: string;
  raw: Buffer;
  /** Its new text, if the corpus has it: `trimmed/x.txt` for `emails/x.txt`. */
  reply: string | undefined;
  /** The decoded bodies of its parts by position, if the corpus has them: `x_decoded_1_2.txt` for `x.msg`. */
  parts: { place: string; body: Buffer }[];
};

const MAIL_NAMES = new Set([".eml", ".msg"]);

/** The messages under a folder: the files named as mail if there are any, otherwise all files. */
export function messagesIn(folder: string): Message[] {
  const files = filesIn(folder);
  const named = files.filter((file) => MAIL_NAMES.has(extname(file).toLowerCase()));
  const bodies = files.filter((file) => existsSync(expectedReply(file)));
  const wanted = new Set([...named, ...bodies]);
  return (wanted.size > 0 ? [...wanted] : files).map(messageOf);
}

function messageOf(file: string): Message {
  const raw = readFileSync(file);
  const expected = expectedReply(file);
  // A corpus with expected replies contains bodies without headers.
  if (existsSync(expected)) {
    const header = Buffer.from("Content-Type: text/plain; charset=utf-8\n\n");
    return { file, raw: Buffer.concat([header, raw]), reply: readFileSync(expected, "utf8"), parts: [] };
  }
  return { file, raw, reply: undefined, parts: expectedParts(file) };
}

function expectedReply(file: string): string {
  const folder = dirname(file);
  return basename(folder) === "emails" ? join(dirname(folder), "trimmed", basename(file)) : "";
}

function expectedParts(file: string): Message["parts"] {
  const name = basename(file, extname(file));
  const form = /^_decoded_([\d_]+)\.(?:txt|bin)$/;
  return readdirSync(dirname(file)).flatMap((entry) => {
    const place = entry.startsWith(name) ? form.exec(entry.slice(name.length))?.[1] : undefined;
    return place === undefined ? [] : [{ place, body: readFileSync(join(dirname(file), entry)) }];
  });
}

function filesIn(folder: string): string[] {
  if (statSync(folder).isFile()) return [folder];
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : [])).sort();
}
