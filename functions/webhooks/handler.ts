import { LatchkeyError } from "../../shared/errors.ts";
import type { Handlers } from "../../shared/http/handlers.ts";
import { randomId } from "../../shared/ids.ts";
import type { Endpoint } from "../../shared/webhooks/endpoint.ts";
import { makeSecret } from "../../shared/webhooks/secrets.ts";
import { targetFault } from "../../shared/webhooks/target/target-url.ts";
import type { Deps } from "./deps.ts";
import { shownDelivery, shownWebhook } from "./rows.ts";
import { testDelivery } from "./test-delivery.ts";

/** One query reads them all, and an event makes at most so many calls. */
export const MAX_WEBHOOKS = 10;

const HOUR_MS = 3_600_000;

export function webhookHandlers(deps: Deps): Handlers<"webhooks"> {
  const { endpoints, deliveries, queue, now } = deps;
  const find = async (userId: string, id: string): Promise<Endpoint> => {
    const row = await endpoints.get(userId, id);
    if (row === undefined) throw new LatchkeyError("not_found");
    return row;
  };

  return {
    createWebhook: async ({ user, body }) => {
      refuseTarget(body.url, deps);
      await refuseAgents(user.id, body.agentIds, deps);
      if ((await endpoints.list(user.id)).length >= MAX_WEBHOOKS) throw new LatchkeyError("limit_reached");
      const webhook_id = randomId();
      const secret = makeSecret();
      const at = now().toISOString();
      const row: Endpoint = {
        user_id: user.id,
        webhook_id,
        name: body.name,
        url: body.url,
        events: body.events,
        agent_ids: body.agentIds,
        is_active: true,
        paused_reason: null,
        secrets: [{ sealed: await deps.secrets.seal(user.id, webhook_id, secret), created_at: at }],
        created_at: at,
        updated_at: at,
        in_flight: {},
        flight_version: 0,
        failures: 0,
      };
      await endpoints.add(row);
      return { status: 201, body: { ...shownWebhook(row, now()), secret: secret.reveal() } };
    },

    listWebhooks: async ({ user }) => {
      const all = await endpoints.list(user.id);
      return { status: 200, body: { webhooks: all.map((row) => shownWebhook(row, now())) } };
    },

    getWebhook: async ({ user, params }) => {
      return { status: 200, body: shownWebhook(await find(user.id, params.id), now()) };
    },

    patchWebhook: async ({ user, params, body }) => {
      const { name, url, events, agentIds: agent_ids, isActive: is_active } = body;
      if (url !== undefined) refuseTarget(url, deps);
      await find(user.id, params.id);
      await refuseAgents(user.id, agent_ids ?? null, deps);
      // Whichever way the owner sets the switch, it is the owner's choice now. A mended receiver is called at once.
      const switched = is_active === undefined ? {} : { is_active, paused_reason: null };
      const isMended = is_active === true || url !== undefined;
      const anew = isMended ? { failures: 0, quiet_until: now().toISOString() } : {};
      const changes = { name, url, events, agent_ids, ...switched, ...anew };
      const row = await endpoints.patch(user.id, params.id, changes, now());
      if (row === undefined) throw new LatchkeyError("not_found");
      return { status: 200, body: shownWebhook(row, now()) };
    },

    deleteWebhook: async ({ user, params }) => {
      if (!(await endpoints.remove(user.id, params.id))) throw new LatchkeyError("not_found");
      await queue.send({ kind: "forget", user_id: user.id, webhook_id: params.id });
      return { status: 204 };
    },

    testWebhook: async ({ user, params }) => {
      const row = await find(user.id, params.id);
      await countTry(user.id, deps);
      const delivery = testDelivery(row, now());
      await deliveries.add(delivery);
      await queue.call(delivery, now());
      return { status: 202, body: { id: delivery.delivery_id } };
    },

    rotateWebhookSecret: async ({ user, params, body }) => {
      const row = await find(user.id, params.id);
      const secret = makeSecret();
      const at = now();
      const until = new Date(at.getTime() + body.overlapHours * HOUR_MS).toISOString();
      const sealed = await deps.secrets.seal(user.id, params.id, secret);
      const [current] = row.secrets;
      // Only the last secret signs beside the new one. One that leaked must not live on by being rotated twice.
      const secrets = [{ sealed, created_at: at.toISOString() }, ...(current ? [{ ...current, until }] : [])];
      const rotated = await endpoints.replaceSecrets(row, secrets, at);
      if (rotated === undefined) throw new LatchkeyError("conflict");
      return { status: 200, body: { secret: secret.reveal(), previous_ends_at: until } };
    },

    listDeliveries: async ({ user, params, query }) => {
      await find(user.id, params.id);
      const of = { user_id: user.id, webhook_id: params.id };
      const { rows, next } = await deliveries.page(of, { after: query.cursor, limit: query.limit });
      return { status: 200, body: { deliveries: rows.map(shownDelivery), next_cursor: next ?? null } };
    },

    redeliver: async ({ user, params }) => {
      const key = { user_id: user.id, webhook_id: params.id, delivery_id: params.delivery };
      const [endpoint, row] = await Promise.all([find(user.id, params.id), deliveries.get(key)]);
      if (row === undefined) throw new LatchkeyError("not_found");
      refuseOff(endpoint, row.once);
      await countTry(user.id, deps);
      const restarted = await deliveries.restart(row, now());
      if (restarted === undefined) throw new LatchkeyError("conflict");
      await queue.call(restarted, now());
      return { status: 202, body: { id: params.delivery } };
    },

    redeliverFailed: async ({ user, params, body }) => {
      refuseOff(await find(user.id, params.id));
      await countTry(user.id, deps);
      await queue.send({ kind: "redeliver", user_id: user.id, webhook_id: params.id, since: body.since });
      return { status: 202, body: { since: body.since } };
    },
  };
}

function refuseTarget(url: string, { rules }: Deps): void {
  const message = targetFault(url, rules);
  if (message !== undefined) throw new LatchkeyError("invalid_request", { fields: [{ field: "url", message }] });
}

async function refuseAgents(userId: string, agentIds: string[] | null, { agents }: Deps): Promise<void> {
  if (agentIds === null) return;
  const own = new Set((await agents.list(userId)).map(({ agent_id }) => agent_id));
  if (agentIds.every((id) => own.has(id))) return;
  const fields = [{ field: "agentIds", message: "must be ids of your own agents" }];
  throw new LatchkeyError("invalid_request", { fields });
}

function refuseOff({ is_active }: Endpoint, once = false): void {
  if (is_active || once) return;
  throw new LatchkeyError("conflict", { detail: "The webhook is off. Switch it on first." });
}

async function countTry(userId: string, { tries, now }: Deps): Promise<void> {
  const retryAfter = await tries.take(userId, now());
  if (retryAfter !== undefined) throw new LatchkeyError("too_many_requests", { retryAfter });
}
