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
    const words = text.replace(/\s+/g, " ");
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
    const line = this.#line.join("").trimEnd();
    if (this.#gap !== undefined && line !== "") {
      this.#lines.push(this.#gap);
      this.#gap = undefined;
    }
    this.#lines.push((this.#mark() + line).trimEnd());
    this.#startLine();
  }

  /** What follows begins a line. */
  block(): void {
    if (this.#line.join("").trim() === "") this.#startLine();
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

  #startLine(): void {
    this.#line = [];
    this.#afterBlank = true;
    this.length++;
  }

  #mark(): string {
    return "> ".repeat(this.quotes);
  }
}
