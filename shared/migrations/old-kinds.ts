/** The tables that marks move to, as the stack names them. */
type MarkTable = "Blocked" | "RunnerMarks" | "DeliveryMarks" | "NoticeMarks";

type Kind = { prefix: string; table: MarkTable; key: (day: string) => Record<string, string> };

const sameMark = (day: string) => ({ mark: day });
const rest = (day: string) => day.slice(day.indexOf(":") + 1);

/**
 * Rows that were in the usage table before marks had their own tables, and the key that each has now. Counters of an
 * hour or a day (`cap:`, `limit:`, `checks:`) are not moved: they start again, and the old ones expire within two days.
 */
export const OLD_KINDS: readonly Kind[] = [
  { prefix: "block:", table: "Blocked", key: (day) => ({ correspondent: rest(day) }) },
  { prefix: "seen:", table: "RunnerMarks", key: sameMark },
  { prefix: "wire:", table: "DeliveryMarks", key: sameMark },
  { prefix: "complaints:", table: "DeliveryMarks", key: sameMark },
  { prefix: "notice:", table: "NoticeMarks", key: (day) => ({ mark: rest(day) }) },
];
