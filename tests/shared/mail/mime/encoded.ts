/** Encodes a text in a charset that TextDecoder knows, by decoding everything that could be one of its characters. */
export function encoded(text: string, charset: string): Buffer {
  const table = tableOf(charset);
  return Buffer.concat(
    [...text].map((char) => {
      const bytes = table.get(char);
      if (bytes === undefined) throw new Error(`${charset} has no ${char}`);
      return bytes;
    }),
  );
}

const tables = new Map<string, Map<string, Buffer>>();

function tableOf(charset: string): Map<string, Buffer> {
  const known = tables.get(charset);
  if (known) return known;
  const decoder = new TextDecoder(charset);
  const table = new Map<string, Buffer>();
  const add = (bytes: Buffer) => {
    const text = decoder.decode(bytes);
    if ([...text].length === 1 && text !== "\ufffd" && !table.has(text)) table.set(text, bytes);
  };
  for (let first = 0; first < 256; first++) add(Buffer.from([first]));
  for (let first = 0x81; first < 255; first++) {
    for (let second = 0x40; second < 255; second++) add(Buffer.from([first, second]));
  }
  tables.set(charset, table);
  return table;
}
