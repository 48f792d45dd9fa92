/** A mail that a robot puts on the wire. */
export type RobotMail = {
  envelope_from: string;
  headers: Record<string, string>;
  body?: string;
  /** A forged mail: no check proves its sender. */
  forged?: boolean;
};

/** Our reply, as its recipient gets it. */
export type Received = { message_id: string; references: string; subject: string; raw: string };

export type Robot = {
  /** The mailbox that it writes from and is answered at. */
  address: string;
  /** True for one whose mails say, in one way or another, that a machine or a list sent them. */
  isMarked: boolean;
  /** It begins by itself every so many minutes; once, where this is left out. */
  everyMinutes?: number;
  begin(count: number): RobotMail;
  /** What it sends back for a reply of ours, a minute later. */
  react(reply: Received, count: number): RobotMail | undefined;
};

const DAY = 24 * 60;

function from(address: string, headers: Record<string, string> = {}, more: Partial<RobotMail> = {}): RobotMail {
  return { envelope_from: address, headers: { From: address, Subject: "Hello", ...headers }, ...more };
}

function answering(reply: Received): Record<string, string> {
  const { message_id } = reply;
  return {
    Subject: `Re: ${reply.subject}`,
    "In-Reply-To": message_id,
    References: `${reply.references} ${message_id}`,
  };
}

/** A multipart/report of that kind (RFC 6522). */
function report(kind: string): Pick<RobotMail, "headers" | "body"> {
  return {
    headers: { "Content-Type": `multipart/report; report-type=${kind}; boundary=b` },
    body: `--b\r\n\r\nA report.\r\n--b\r\nContent-Type: message/${kind}\r\n\r\nX: y\r\n--b--\r\n`,
  };
}

/** A person writes once; the robot answers what comes back. */
function behindPerson(address: string, react: Robot["react"]): Robot {
  return { address, isMarked: true, begin: () => from(address), react };
}

/** Kinds of correspondent that answer by themselves, the polite ones first. */
export const ROBOTS: Record<string, Robot> = {
  "vacation responder": behindPerson("vacation@a.example", (reply) =>
    from("vacation@a.example", { ...answering(reply), "Auto-Submitted": "auto-replied" }),
  ),
  bouncer: behindPerson("full@b.example", () => ({
    ...report("delivery-status"),
    envelope_from: "",
    headers: { ...report("delivery-status").headers, From: "MAILER-DAEMON@b.example", Subject: "Undelivered Mail" },
  })),
  "read-receipt sender": behindPerson("reader@c.example", (reply) => {
    const { headers, body = "" } = report("disposition-notification");
    return from("reader@c.example", { ...answering(reply), ...headers }, { body });
  }),
  "forwarding loop": behindPerson("forward@d.example", ({ raw }) => {
    const [head = "", body = ""] = raw.split("\r\n\r\n", 2);
    const fields = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
    const headers = Object.fromEntries(
      fields.map((line) => [line.split(":", 1)[0] ?? "", line.replace(/^[^:]*: */, "")]),
    );
    return { envelope_from: "srs0=x=agents.example=help@d.example", headers, body };
  }),
  "mailing list": {
    address: "list@e.example",
    isMarked: true,
    everyMinutes: DAY,
    begin: () => ({
      envelope_from: "list-bounces@e.example",
      headers: { From: "member@e.example", Subject: "[list] Hello", "List-Id": "<list.e.example>" },
    }),
    react: () => undefined,
  },
  "no-reply box": {
    address: "noreply@f.example",
    isMarked: true,
    everyMinutes: DAY,
    begin: () => from("noreply@f.example"),
    react: () => from("noreply@f.example"),
  },
  "another agent of ours": {
    address: "other@agents.example",
    isMarked: true,
    everyMinutes: DAY,
    begin: () => from("other@agents.example"),
    react: (reply) => from("other@agents.example", answering(reply)),
  },
  "spam trap that somebody forges": {
    address: "trap@g.example",
    isMarked: true,
    everyMinutes: DAY,
    begin: () => from("trap@g.example", {}, { forged: true }),
    react: () => undefined,
  },
  "auto-acknowledger": {
    address: "thanks@h.example",
    isMarked: false,
    everyMinutes: 3 * DAY,
    begin: () => from("thanks@h.example"),
    react: (reply) => from("thanks@h.example", answering(reply)),
  },
  "challenge-response filter": {
    address: "guarded@i.example",
    isMarked: false,
    everyMinutes: 3 * DAY,
    begin: () => from("guarded@i.example"),
    react: (reply) => from("guarded@i.example", { Subject: "Please confirm", "In-Reply-To": reply.message_id }),
  },
  "ticket system whose subject grows": {
    address: "tickets@j.example",
    isMarked: false,
    everyMinutes: 3 * DAY,
    begin: () => from("tickets@j.example"),
    react: ({ subject }) => from("tickets@j.example", { Subject: `Ticket received - ${subject}` }),
  },
  "help desk with a fresh subject each time": {
    address: "desk@k.example",
    isMarked: false,
    everyMinutes: DAY / 4,
    begin: (count) => from("desk@k.example", { Subject: `Your request, number ${count}` }),
    react: (_, count) => from("desk@k.example", { Subject: `Your request, number ${count}, is being looked at` }),
  },
};
