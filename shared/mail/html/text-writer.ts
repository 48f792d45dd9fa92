/** Whitespace that HTML collapses: repeated blanks, and other characters that count as a blank. */
const RUN = /[^\S ]| {2}/;

/** Writes lines as an HTML page shows them: blanks are collapsed, blocks start lines, and quotations are marked. */
export class TextWriter {
  /** The number of quotations around the text; each adds "> " before a line. */
  quotes = 0;
  /** Characters written so far. */
  length = 0;
  readonly #lines: string[] = [];
  /**
   * The line is kept in pieces: a page can arrive letter by letter, and checking the end of a joined string copies it.
   */
  #line: string[] = [];
  #afterBlank = true;
  /** The empty line due before the next text, with the quote marks around it. */
  #gap: string | undefined;

  text(text: string): void {
    const words = RUN.test(text) ? text.replace(/\s+/g, " ") : text;
    const piece = this.#afterBlank && words.startsWith(" ") ? words.slice(1) : words;
    if (piece === "") return;
    this.#add(piece);
    this.#afterBlank = piece.endsWith(" ");
  }

  /** Writes text unchanged, including line breaks and blanks. */
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

  /** Starts a new line. */
  block(): void {
    if (this.#line.length === 0 || this.#written().trim() === "") this.#startLine();
    else this.lineBreak();
  }

  /** Starts a paragraph with one empty line above it, however many blocks begin here. */
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

  /** Joins the pieces of the current line and keeps the result, since it is asked for again. */
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
