import { setTimeout as delay } from "node:timers/promises";
import type { Aws, Principal } from "./aws/aws.ts";
import { LambdaHost, MAX_INVOCATIONS } from "./functions/lambda-host.ts";
import type { SeamOptions } from "./functions/provider-seam.ts";
import type { Inbox } from "./mail/inbox.ts";
import { routedMail } from "./mail/routed-mail.ts";
import type { Mapping } from "./queues/mappings.ts";
import { Poller } from "./queues/poller.ts";
import { type Clients, clientsOf, destroy } from "./resources/clients.ts";
import { type Scheduler, startScheduler } from "./schedules/scheduler.ts";
import type { Schedule } from "./schedules/schedules.ts";
import type { FunctionSpec } from "./template/functions.ts";

type Options = {
  aws: Aws;
  functions: FunctionSpec[];
  principals: Map<string, Principal>;
  mappings: Mapping[];
  schedules: Schedule[];
  seam: SeamOptions;
  inbox: Inbox;
  onLog: (source: string, line: string) => void;
};

export type Compute = { hosts: Map<string, LambdaHost>; scheduler: Scheduler; stop(): Promise<void> };

/** Running batches get this long to finish. An aborted batch comes back from its queue. */
const GRACE_MS = 2_000;

/**
 * Starts the functions, the event source mappings that feed them from their queues, and the schedules that invoke them.
 */
export function startCompute({
  aws,
  functions,
  principals,
  mappings,
  schedules,
  seam,
  inbox,
  onLog,
}: Options): Compute {
  const principalOf = (name: string): Principal => {
    const principal = principals.get(name);
    if (!principal) throw new Error(`There is no role for ${name}.`);
    return principal;
  };
  const hosts = new Map(
    functions.map((spec) => [spec.name, new LambdaHost({ spec, principal: principalOf(spec.name), aws, seam, onLog })]),
  );

  const clients: Clients[] = [];
  const pollers = mappings.flatMap((mapping) => {
    const host = hosts.get(mapping.functionName);
    if (!host) return [];
    const own = clientsOf(aws, principalOf(mapping.functionName));
    clients.push(own);
    const concurrency = Math.min(mapping.maximumConcurrency ?? MAX_INVOCATIONS, MAX_INVOCATIONS);
    const onWorked = ({ Body = "" }): void => {
      const messageId = routedMail(Body);
      if (messageId !== undefined) inbox.markRouted(messageId);
    };
    const onNotice = (line: string): void => onLog("queues", line);
    return [new Poller({ mapping, host, sqs: own.sqs, concurrency, onWorked, onNotice })];
  });

  const scheduler = startScheduler(schedules, hosts);
  return {
    hosts,
    scheduler,
    async stop() {
      scheduler.stop();
      const stopped = Promise.all(pollers.map((poller) => poller.stop()));
      await Promise.race([stopped, delay(GRACE_MS)]);
      await Promise.all([...hosts.values()].map((host) => host.stop()));
      await stopped;
      clients.forEach(destroy);
    },
  };
}
