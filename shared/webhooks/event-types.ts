/**
 * Everything that a webhook can be called for, with the sentence that docs/webhooks.md and the web app show. The names
 * are stored in endpoints and known to receivers, so none is ever renamed.
 */
export const EVENT_TYPES = {
  "mail.received": "A mail arrived for one of your agents.",
  "run.replied": "An agent's reply was sent.",
  "run.drafted": "An answer waits as a draft for your approval.",
  "run.held": "A mail is on hold and waits for you. The reason says why.",
  "run.failed": "Latchkey gave up on a mail.",
  "reply.bounced": "A reply could not be delivered.",
  "reply.complained": "The receiver of a reply marked it as spam.",
  "config.rejected": "An AI key stopped working: its provider refuses it, or its account has no credit.",
  "domain.verified": "A domain of yours was proved and can be used.",
} as const satisfies Record<string, string>;

export type EventType = keyof typeof EVENT_TYPES;

/** What "Send a test event" sends. Nobody subscribes to it. */
export const TEST_EVENT = "webhook.test";
