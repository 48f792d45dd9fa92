import { SESClient } from "@aws-sdk/client-ses";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type Deps, notify } from "../../../functions/notifier/handler.ts";
import type { Notice } from "../../../shared/notices/notice.ts";
import { NoticeMarks } from "../../../shared/notices/notice-marks.ts";
import type { User } from "../../../shared/users/user.ts";
import { UserStore } from "../../../shared/users/user-store.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { type FaultServer, startFaultServer } from "../../support/providers/fault-server.ts";
import { elsewhere, SES_SENDS } from "../../support/runner-world.ts";

const AT = "2026-11-23T12:00:00.000Z";

let dynamo: TestDynamo;
let ses: FaultServer;
let users: UserStore;
let deps: Deps;
let count = 0;
beforeAll(async () => {
  const tables = { users: { partition: "user_id" }, "notice-marks": { partition: "user_id", sort: "mark" } };
  [dynamo, ses] = await Promise.all([startDynamo(tables), startFaultServer()]);
  users = new UserStore(dynamo.db, "users");
  deps = {
    users,
    marks: new NoticeMarks(dynamo.db, "notice-marks"),
    ses: new SESClient(elsewhere(ses.url)),
    from: "notices@agents.example",
    configurationSet: "replies",
    now: () => new Date(AT),
  };
});
afterAll(() => Promise.all([dynamo.stop(), ses.stop()]));
beforeEach(() => ses.say(SES_SENDS));

/** A notice to a new owner whose address is verified, unless the changes say otherwise. */
async function noticeFor(changes: Partial<User> = {}): Promise<Notice> {
  count += 1;
  const user_id = `user${count}`;
  const email = `owner${count}@people.example`;
  await users.add({ user_id, email, name: "Owner", created_at: AT, email_verified_at: AT, ...changes });
  return { kind: "key_failed", user_id, episode: "0123456789abcdef:rejected", provider: "openai", status: "rejected" };
}

test("an owner is told once, however many notices come at the same time and later", async () => {
  const notice = await noticeFor();
  await Promise.all(Array.from({ length: 10 }, () => notify(notice, deps)));
  await notify(notice, deps);
  expect(ses.calls).toBe(1);
});

test("another episode, another kind and another owner are told as well", async () => {
  const notice = await noticeFor();
  const { user_id, episode } = notice;
  await notify(notice, deps);
  await notify({ ...notice, episode: "fedcba9876543210:rejected" }, deps);
  await notify({ kind: "no_ai_config", user_id, episode, agent_name: "Support" }, deps);
  await notify(await noticeFor(), deps);
  expect(ses.calls).toBe(4);
});

test("nothing goes to an unverified address until it is verified", async () => {
  const notice = await noticeFor({ email_verified_at: undefined });
  await notify(notice, deps);
  expect(ses.calls).toBe(0);
  await users.setAddress(notice.user_id, "owner@people.example", new Date(AT));
  await notify(notice, deps);
  expect(ses.calls).toBe(1);
});

test("nobody is told about an account that is gone or being deleted, and no log names an address", async () => {
  const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await notify({ ...(await noticeFor()), user_id: "nobody" }, deps);
  await notify(await noticeFor({ deleting_at: AT }), deps);
  await notify(await noticeFor({ email_verified_at: undefined }), deps);
  const logged = said.mock.calls.join("");
  said.mockRestore();
  expect(ses.calls).toBe(0);
  expect(logged).toContain("notice_dropped");
  expect(logged).not.toContain("@");
});

test.each([
  ["says not now", { status: 400, body: sesError("Throttling") }],
  ["refuses the mail", { status: 400, body: sesError("MessageRejected") }],
])("where SES %s, the queue tries again and the owner is told once", async (_, answer) => {
  const notice = await noticeFor();
  ses.say({ ...answer, headers: { "content-type": "text/xml" } });
  await expect(notify(notice, deps)).rejects.toThrow();
  ses.say(SES_SENDS);
  await notify(notice, deps);
  await notify(notice, deps);
  expect(ses.calls).toBe(1);
});

test.each(["cut before the answer", "cut amid the answer"] as const)(
  "a notice that may have left is not sent twice: %s",
  async (fault) => {
    const notice = await noticeFor();
    ses.say(fault);
    await notify(notice, deps);
    await notify(notice, deps);
    expect(ses.calls).toBe(1);
  },
);

function sesError(code: string): string {
  return `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>No</Message></Error></ErrorResponse>`;
}
