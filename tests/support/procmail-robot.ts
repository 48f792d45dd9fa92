/**
 * A model of the procmail recipe that `tests/robots/robots/procmail-loop.sh` runs: it answers every mail that no mail system
 * sent and that does not carry its own mark, with the headers that `formail -rI"X-Loop: MARK"` makes.
 */
export type ProcmailRobot = { owner: string; mark: string };

/** What ^FROM_DAEMON looks at, without its long list of names. */
const FROM_DAEMON =
  /^(?:Mailing-List:|Precedence:.*(?:junk|bulk|list)|(?:From|Sender|Return-Path):.*(?:mailer-daemon|postmaster)@)/im;

/** @returns the raw note, or undefined where the robot keeps silent */
export function procmailNote(raw: string, { owner, mark }: ProcmailRobot): string | undefined {
  const [head = ""] = raw.split("\r\n\r\n", 1);
  const fields = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  if (fields.some((field) => FROM_DAEMON.test(field) || field.toLowerCase().startsWith(`x-loop: ${mark}`)))
    return undefined;
  const value = (name: string) =>
    fields.find((field) => field.toLowerCase().startsWith(`${name}: `))?.slice(name.length + 2);
  const id = value("message-id") ?? "";
  const lines = [
    `From: ${owner}`,
    `To: ${value("from")}`,
    `Subject: Re: ${(value("subject") ?? "").replace(/^Re: /i, "")}`,
    `References: ${value("references") ?? ""} ${id}`,
    `In-Reply-To: ${id}`,
    `X-Loop: ${mark}`,
  ];
  return `${lines.join("\r\n")}\r\n\r\nI am away until Monday.\r\n`;
}
