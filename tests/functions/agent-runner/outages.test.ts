import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DisableKeyCommand, EnableKeyCommand } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { GetQueueAttributesCommand } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Deps } from "../../../functions/agent-runner/deps.ts";
import { RawMails } from "../../../shared/aws/raw-mails.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { Reservations } from "../../../shared/usage/reservations.ts";
import {
  elsewhere,
  PROVIDER_ANSWERS,
  type RunnerWorld,
  SES_SENDS,
  startRunnerWorld,
} from "../../support/runner-world.ts";
import { later } from "../../support/runs.ts";

const HOUR = 3_600;
let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
});
afterEach(() => world.aws.kms.send(new EnableKeyCommand({ KeyId: world.aws.keyArn })));

async function jobsSent(): Promise<number> {
  const { Attributes = {} } = await world.aws.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: world.queueUrl, AttributeNames: ["All"] }),
  );
  return Number(Attributes["ApproximateNumberOfMessages"]) + Number(Attributes["ApproximateNumberOfMessagesDelayed"]);
}

/** Works the run each time that it is due, until `seconds` after the mail came. */
async function throughOutage(run: Run, seconds: number, broken: Partial<Deps>): Promise<{ run: Run; waits: number[] }> {
  const waits: number[] = [];
  let at = later(0);
  let now = run;
  while (at < later(seconds)) {
    world.setClock(at);
    now = await world.work(run, broken);
    const due = new Date(now.next_check_at ?? 0);
    waits.push((due.getTime() - at.getTime()) / 1000);
    at = due;
  }
  world.setClock(at);
  return { run: now, waits };
}

/** The parts that break for six hours, as the runner sees them. */
const OUTAGES: [string, () => Promise<Partial<Deps>>][] = [
  [
    "the KMS key disabled",
    async () => {
      await world.aws.kms.send(new DisableKeyCommand({ KeyId: world.aws.keyArn }));
      return {};
    },
  ],
  [
    "the provider down",
    async () => {
      world.provider.say({ status: 500, body: { error: { message: "down" } } });
      return {};
    },
  ],
  [
    "the mails' bucket down",
    async () => {
      world.service.say({
        status: 503,
        headers: { "content-type": "text/xml" },
        body: "<Error><Code>SlowDown</Code></Error>",
      });
      return { mails: new RawMails(new S3Client({ ...elsewhere(world.service.url), forcePathStyle: true }), "mails") };
    },
  ],
  [
    "the usage table throttled",
    async () => {
      const type = "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException";
      world.service.say({ status: 400, body: { __type: type, message: "slow down" } });
      return {
        usage: new Reservations(DynamoDBDocumentClient.from(new DynamoDBClient(elsewhere(world.service.url))), "usage"),
      };
    },
  ],
  [
    "SES paused",
    async () => {
      const body = "<ErrorResponse><Error><Code>AccountSendingPausedException</Code></Error></ErrorResponse>";
      world.ses.say({ status: 400, headers: { "content-type": "text/xml" }, body });
      return {};
    },
  ],
];

describe.each(OUTAGES)("with %s for six hours", (name, breakIt) => {
  it("a mail waits, at most a quarter of an hour at a time, and is then answered, counted and sent once", async () => {
    const arrived = await world.arrive(name.replaceAll(/\W/g, "-").toLowerCase());
    const before = { jobs: await jobsSent(), usage: await world.usageOf("2026-11-23") };
    const { run, waits } = await throughOutage(arrived, 6 * HOUR, await breakIt());
    expect(["received", "generated"]).toContain(run.state);
    expect(run.attempts).toBe(waits.length);
    expect(await jobsSent()).toBe(before.jobs + waits.length);
    expect(Math.max(...waits)).toBeLessThanOrEqual(900);
    expect(waits.length).toBeLessThan(80);

    world.provider.say(PROVIDER_ANSWERS);
    world.ses.say(SES_SENDS);
    await world.aws.kms.send(new EnableKeyCommand({ KeyId: world.aws.keyArn }));
    const done = await world.work(arrived);
    expect(done).toMatchObject({ state: "replied", calls_lost: 0, sent_message_id: "out-1" });
    expect(world.provider.calls).toBe(run.answer === undefined ? 1 : 0);
    expect(world.ses.calls).toBe(1);
    const usage = await world.usageOf("2026-11-23");
    expect(mailsCounted(usage) - mailsCounted(before.usage)).toBe(1);
    expect(usage).toMatchObject({ in_flight: 0 });
  }, 120_000);
});

function mailsCounted(usage: Record<string, unknown>): number {
  return Number(Object.entries(usage).find(([counter]) => /^c:.*:mails$/.test(counter))?.[1] ?? 0);
}

describe("while a provider is down", () => {
  it("one mail probes for all mails of the key, and all are answered when it is back", async () => {
    const arrived = [await world.arrive("first"), await world.arrive("second"), await world.arrive("third")];
    world.provider.say({ status: 500, body: { error: { message: "down" } } });
    world.setClock(later(0));
    for (const run of arrived) expect(await world.work(run)).toMatchObject({ state: "received", attempts: 1 });
    expect(world.provider.calls).toBe(1);

    // Every one is due by then, and the pause is over.
    world.setClock(later(60));
    for (const run of arrived) expect(await world.work(run)).toMatchObject({ state: "received", attempts: 2 });
    expect(world.provider.calls).toBe(2);

    world.provider.say(PROVIDER_ANSWERS);
    world.setClock(later(300));
    for (const run of arrived) expect(await world.work(run)).toMatchObject({ state: "replied", calls_lost: 0 });
  });

  it("a mail that its owner reopens is tried at once", async () => {
    const [held, other] = [await world.arrive("held"), await world.arrive("other")];
    world.setClock(later(0));
    world.provider.say({ status: 400, body: { error: { message: "no", code: "unknown_parameter" } } });
    const run = await world.work(held);
    expect(run).toMatchObject({ state: "held", reason: "bad_call" });
    world.provider.say({ status: 500, body: { error: { message: "down" } } });
    expect(await world.work(other)).toMatchObject({ state: "received" });

    world.provider.say(PROVIDER_ANSWERS);
    world.setClock(later(2));
    expect(await world.deps.runs.apply(run, { type: "reopen" }, later(2))).toBeDefined();
    expect(await world.work(held)).toMatchObject({ state: "replied" });
  });
});

describe("a mail that nobody could answer for 48 hours", () => {
  it("is held, even if everything fails that can fail, and is answered when its owner reopens it", async () => {
    const arrived = await world.arrive("old");
    await world.aws.kms.send(new DisableKeyCommand({ KeyId: world.aws.keyArn }));
    world.setClock(later(48 * HOUR));
    expect(await world.work(arrived)).toMatchObject({ state: "received", attempts: 1 });
    world.setClock(later(49 * HOUR));
    const run = await world.work(arrived);
    expect(run).toMatchObject({ state: "held", reason: "too_old" });
    expect(run).not.toHaveProperty("reserved_on");

    await world.aws.kms.send(new EnableKeyCommand({ KeyId: world.aws.keyArn }));
    const at = later(50 * HOUR);
    world.setClock(at);
    expect(await world.deps.runs.apply(run, { type: "reopen" }, at)).toBeDefined();
    expect(await world.work(arrived)).toMatchObject({ state: "replied" });
  });
});

describe("an invocation that has little time left", () => {
  it("makes no call, cancels the reservation, and the mail waits for another invocation", async () => {
    const arrived = await world.arrive("late");
    const run = await world.work(arrived, {}, 49);
    expect(run).toMatchObject({ state: "received", call_open: false });
    expect(run.timeline.at(-1)?.event).toBe("wait:no_time_left");
    expect(world.provider.calls).toBe(0);
    expect(await world.usageOf("2026-11-23")).toMatchObject({ in_flight: 0 });
    world.setClock(new Date(run.next_check_at ?? 0));
    expect(await world.work(arrived, {}, 51)).toMatchObject({ state: "replied" });
  });
});
