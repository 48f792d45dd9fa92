import type { IncomingMessage } from "node:http";
import { readBody } from "../http/read-body.ts";

/** A call of a webhook as this machine's own receiver got it. */
export type WebhookCall = { at: string; id: string; signature: string; body: string };

const MAX_BODY = 64 * 1024;
/** The newest are kept, in memory. */
const MAX_CALLS = 50;

/** A receiver of webhooks for somebody who tries them on one machine. It takes every call and checks nothing. */
export class WebhookInbox {
  readonly calls: WebhookCall[] = [];

  /** @throws BodyTooLarge */
  async take(request: IncomingMessage): Promise<void> {
    const body = (await readBody(request, MAX_BODY)).toString("utf8");
    const header = (name: string) => String(request.headers[name] ?? "");
    const at = new Date().toISOString();
    this.calls.unshift({ at, id: header("webhook-id"), signature: header("webhook-signature"), body });
    this.calls.splice(MAX_CALLS);
  }
}
