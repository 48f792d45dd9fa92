export type WebhookCall = { at: string; id: string; body: string };

/** The calls of webhooks that this machine's own receiver got, newest first. */
export async function readWebhookCalls(): Promise<WebhookCall[]> {
  const response = await fetch("/_local/webhooks");
  const calls: WebhookCall[] = await response.json();
  return calls;
}
