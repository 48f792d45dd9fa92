import { describe, expect, it } from "vitest";
import { readDeliveryEvent, readRejectedReminder } from "../../../shared/mail/delivery-event.ts";

function body(eventType: string, tags: object = { user_id: ["u"], run_id: ["r"] }): string {
  return JSON.stringify({ Message: JSON.stringify({ eventType, mail: { messageId: "out-1", tags } }) });
}

describe("an event of SES", () => {
  it.each([
    ["Send", "sent"],
    ["Delivery", "delivered"],
    ["Bounce", "bounced"],
    ["Complaint", "complained"],
    ["Reject", "rejected"],
  ])("%s says that the reply was %s", (type, delivery) => {
    expect(readDeliveryEvent(body(type))).toMatchObject({
      user_id: "u",
      run_id: "r",
      sent_message_id: "out-1",
      delivery,
    });
  });

  it.each([
    ["an opened mail", body("Open")],
    ["a mail that is no run's", body("Send", {})],
    ["half of the tags", body("Send", { user_id: ["u"] })],
    [
      "SES's own try of the topic",
      JSON.stringify({ Message: "Successfully validated SNS topic for Amazon SES event publishing." }),
    ],
  ])("changes nothing for %s", (_, text) => {
    expect(readDeliveryEvent(text)).toBeUndefined();
  });

  it.each(["not JSON", "{}", JSON.stringify({ Message: "{}" }), JSON.stringify({ Message: "neither" })])(
    "that is unreadable throws, so that the queue keeps it: %s",
    (text) => {
      expect(() => readDeliveryEvent(text)).toThrow();
    },
  );
});

describe("a report on a reminder", () => {
  const report = (event: object, tags: object = { reminded_user_id: ["alice"] }) => {
    const mail = { messageId: "0100-ses", destination: ["Alice@people.example"], tags };
    return JSON.stringify({ Message: JSON.stringify({ mail, ...event }) });
  };
  const bounce = (bounceType: string) => ({ eventType: "Bounce", bounce: { bounceType } });
  const complaint = (complaintFeedbackType?: string) => ({
    eventType: "Complaint",
    complaint: { complaintFeedbackType },
  });

  it.each([
    ["bounced", bounce("Permanent")],
    ["complained", complaint()],
    ["complained", complaint("abuse")],
  ])("says that it %s: %j", (reason, event) => {
    const address = "Alice@people.example";
    expect(readRejectedReminder(report(event))).toEqual({ user_id: "alice", reason, address });
    expect(readDeliveryEvent(report(event))).toBeUndefined();
  });

  it.each([bounce("Transient"), complaint("not-spam"), { eventType: "Delivery" }, { eventType: "Open" }])(
    "is passed over: %j",
    (event) => expect(readRejectedReminder(report(event))).toBeUndefined(),
  );

  it("is none for a mail of another kind", () => {
    expect(readRejectedReminder(report(bounce("Permanent"), { user_id: ["alice"], run_id: ["r1"] }))).toBeUndefined();
    expect(readRejectedReminder(report(bounce("Permanent"), {}))).toBeUndefined();
  });
});
