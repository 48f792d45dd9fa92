/** An attribution line of a program, with the language it was seen in. */
type WroteRow = { lang: string; template: string; verbs: string[] };
type MarkerRow = { lang: string; original: string[]; forwarded: string[] };
export type LabelRow = {
  lang: string;
  from: string[];
  date: string[];
  to: string[];
  subject: string[];
  other: string[];
};

/** The lines that one mail program writes around quoted and forwarded mail. */
export type Program = {
  name: string;
  /** `sent`: its date label names the time of sending, which no form asks for. */
  dateLabels: "sent" | "dated";
  wrote: WroteRow[];
  markers: MarkerRow[];
  labels: LabelRow[];
};

type Tables = { name: string; dateLabels: "sent" | "dated"; wrote?: string; markers?: string; labels?: string };

/**
 * Reads a program's tables: one row per line, `language | column | column`; several forms in a column are separated by
 * `;`.
 * - `wrote`: the attribution line, with {date}, {time}, {name} and {address}; its verb is in brackets.
 * - `markers`: the text between dashes above a quoted mail, and above a forwarded one.
 * - `labels`: From, Date, To, Subject and the other labels of a header block.
 */
export function program({ name, dateLabels, wrote = "", markers = "", labels = "" }: Tables): Program {
  return {
    name,
    dateLabels,
    wrote: rows(wrote).map(([lang = "", template = ""]) => ({
      lang,
      template: template.replaceAll(/[[\]]/g, ""),
      verbs: [...template.matchAll(/\[([^\]]+)\]/g)].flatMap(([, verb = ""]) => verb),
    })),
    markers: rows(markers).map(([lang = "", original, forwarded]) => {
      return { lang, original: forms(original), forwarded: forms(forwarded) };
    }),
    labels: rows(labels).map(([lang = "", from, date, to, subject, other]) => {
      return {
        lang,
        from: forms(from),
        date: forms(date),
        to: forms(to),
        subject: forms(subject),
        other: forms(other),
      };
    }),
  };
}

function rows(table: string): string[][] {
  const lines = table.split("\n").filter((line) => line !== "");
  return lines.map((line) => line.split("|").map((column) => column.trim()));
}

function forms(column = ""): string[] {
  return column.split(";").filter((form) => form !== "");
}
