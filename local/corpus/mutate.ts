/** Pseudorandom numbers in [0, 1) that depend only on the seed (mulberry32), so that a run can be repeated. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Fragments that trip mail parsers, inserted among random bytes. */
const SPLINTERS = [
  ...["\r\n", "\r", "\n\n", "\0", "--", "=", "=?utf-8?B?", "?=", "<", ">", "(", '"', "\\", ";", ":", ",", "\u00ff"],
  ...["Content-Type: multipart/mixed\r\n", "boundary=", "charset=utf-7", "format=flowed", "base64", "&#x110000;"],
  ...["<!--", "<blockquote>", "On 1.1.2020 10:00 a wrote:\n", "> ", "\u{feff}", "*0*=", "From: ", "-- \n"],
].map((text) => Buffer.from(text));

/** The mail with one to five mutations: bytes changed, removed, doubled or moved, or fragments inserted. */
export function mutate(raw: Buffer, random: () => number): Buffer {
  let mail = raw;
  for (let changes = 1 + Math.floor(random() * 5); changes > 0; changes--) {
    const at = Math.floor(random() * (mail.byteLength + 1));
    const until = Math.min(mail.byteLength, at + Math.floor(random() ** 4 * 2_000));
    const [before, middle, after] = [mail.subarray(0, at), mail.subarray(at, until), mail.subarray(until)];
    mail = Buffer.concat(pieces(before, middle, after, random));
  }
  return mail;
}

function pieces(before: Buffer, middle: Buffer, after: Buffer, random: () => number): Buffer[] {
  const splinter = SPLINTERS[Math.floor(random() * SPLINTERS.length)] ?? Buffer.alloc(0);
  const noise = Buffer.from([random() * 256]);
  const choices = [
    [before, after],
    [before, middle, middle, after],
    [before, splinter, middle, after],
    [before, splinter, after],
    [before, noise, after.subarray(1)],
    [middle, before, after],
  ];
  return choices[Math.floor(random() * choices.length)] ?? [before, middle, after];
}
