/** What a line shows otherwise than it is written: blanks in a row, and what else counts as one. */
const RUN = /[^\S ]| {2}/;

/** Lines of text as an HTML page would show them: blanks run together, blocks begin lines, quotations are marked. */
export class TextWriter {
  /** How many quotations the text stands in; each puts "> " before its lines. */
  quotes = 0;
  /** Characters written so far. */
  length = 0;
  readonly #lines: string[] = [];
  /** In pieces: a page can come letter by letter, and looking at the end of a joined string copies it. */
  #line: string[] = [];
  #afterBlank = true;
  /** The empty line that is due before the next text, with the marks of the quotation it stands in. */
  #gap: string | undefined;

  text(text: string): void {
    const words = RUN.test(text) ? text.replace(/\s+/g, " ") : text;
    const piece = this.#afterBlank && words.startsWith(" ") ? words.slice(1) : words;
    if (piece === "") return;
    this.#add(piece);
    this.#afterBlank = piece.endsWith(" ");
  }

  /** As it stands, line breaks and blanks included. */
  verbatim(text: string): void {
    const [first = "", ...lines] = text.split(/\r\n|\r|\n/);
    this.#add(first);
    for (const line of lines) {
      this.lineBreak();
      this.#add(line);
    }
    this.#afterBlank = false;
  }

  lineBreak(): void {
    const line = this.#written().trimEnd();
    if (this.#gap !== undefined && line !== "") {
      this.#lines.push(this.#gap);
      this.#gap = undefined;
    }
    this.#lines.push(this.quotes === 0 ? line : (this.#mark() + line).trimEnd());
    this.#startLine();
  }

  /** What follows begins a line. */
  block(): void {
    if (this.#line.length === 0 || this.#written().trim() === "") this.#startLine();
    else this.lineBreak();
  }

  /** What follows begins a paragraph: one empty line above it, however many blocks begin here. */
  paragraph(): void {
    this.block();
    const mark = this.#mark().trimEnd();
    if (this.#lines.length === 0 || this.#lines.at(-1) === mark) return;
    if (this.#gap === undefined || mark.length < this.#gap.length) this.#gap = mark;
  }

  end(): string {
    this.block();
    return this.#lines.join("\n");
  }

  #add(piece: string): void {
    this.#line.push(piece);
    this.length += piece.length;
  }

  /** The line so far, which stays in one piece then: it is asked for again. */
  #written(): string {
    if (this.#line.length > 1) this.#line = [this.#line.join("")];
    return this.#line[0] ?? "";
  }

  #startLine(): void {
    if (this.#line.length > 0) this.#line = [];
    this.#afterBlank = true;
    this.length++;
  }

  #mark(): string {
    return "> ".repeat(this.quotes);
  }
}
