import { expect, test } from "vitest";
import { routedMail } from "../../../local/mail/routed-mail.ts";

const received = JSON.stringify({ notificationType: "Received", mail: { messageId: "m1" } });

test("the mail of a notification is found with and without SNS's envelope", () => {
  expect(routedMail(JSON.stringify({ Type: "Notification", Message: received }))).toBe("m1");
  expect(routedMail(received)).toBe("m1");
});

test("a job, an event of a sent mail and text that is not JSON name no routed mail", () => {
  expect(routedMail('{"run_id":"r"}')).toBeUndefined();
  expect(routedMail(JSON.stringify({ Message: '{"eventType":"Send","mail":{"messageId":"m1"}}' }))).toBeUndefined();
  expect(routedMail("{")).toBeUndefined();
});
