import { once } from "node:events";
import { SMTPServer } from "smtp-server";
import { readBody } from "../../local/http/read-body.ts";
import { MAX_MAIL } from "../../local/mail/max-mail.ts";
import type { Arrived } from "./judge.ts";

/** A mail server at a free port of this machine, which keeps what it gets until somebody takes it. */
export async function startReceiver() {
  const kept: Arrived[] = [];
  const waiting: ((mail: Arrived) => void)[] = [];
  const take = (mail: Arrived): void => {
    const next = waiting.shift();
    if (next === undefined) kept.push(mail);
    else next(mail);
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    closeTimeout: 500,
    onData(stream, { envelope, hostNameAppearsAs }, callback) {
      const from = envelope.mailFrom ? envelope.mailFrom.address : "";
      const to = envelope.rcptTo.map(({ address }) => address);
      readBody(stream, MAX_MAIL)
        .then((raw) => take({ from, to, helo: hostNameAppearsAs, raw }))
        .then(() => callback(null, "Ok"), callback);
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    /** The next mail that arrives. @throws when none has come within a minute */
    async next(): Promise<Arrived> {
      const mail = kept.shift();
      if (mail !== undefined) return mail;
      const { promise, resolve, reject } = Promise.withResolvers<Arrived>();
      waiting.push(resolve);
      const timer = setTimeout(() => reject(new Error("The mail servers passed nothing on within a minute.")), 60_000);
      return promise.finally(() => clearTimeout(timer));
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
