import { expect, test } from "vitest";
import { FairShare } from "../../../../local/aws/fauxqs/fair-share.ts";

/** `counts` messages of each group in flight, received at 0 and hidden for an hour. */
function shareOf(counts: Record<string, number>): FairShare {
  const share = new FairShare();
  for (const [group, count] of Object.entries(counts)) {
    for (let index = 0; index < count; index++) share.take(`${group}${index}`, { group, since: 0, until: 3_600_000 });
  }
  return share;
}

test("a group with 30 messages and more than a tenth of all messages in flight is noisy", () => {
  expect(shareOf({ alice: 30, others: 269 }).noisyGroups(0)).toEqual(new Set(["alice", "others"]));
  expect(shareOf({ alice: 30, others: 270 }).noisyGroups(0)).toEqual(new Set(["others"]));
  expect(shareOf({ alice: 29, bob: 29 }).noisyGroups(0)).toEqual(new Set());
});

test("a group that uses more than a tenth of the consumers' time is noisy, even with few messages", () => {
  const share = shareOf({ alice: 1 });
  for (let index = 0; index < 10; index++)
    share.take(`r${index}`, { group: `quiet${index}`, since: 900, until: 5_000 });
  expect(share.noisyGroups(1_000)).toEqual(new Set(["alice"]));
  share.finish("alice0", 1_000);
  expect(share.noisyGroups(1_001)).toEqual(new Set(["alice"]));
  expect(share.noisyGroups(62_000).has("alice")).toBe(false);
});

test("a message whose visibility timeout has passed is not in flight", () => {
  expect(shareOf({ alice: 50 }).noisyGroups(3_600_000)).toEqual(new Set());
});
