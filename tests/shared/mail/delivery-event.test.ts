import { describe, expect, it } from "vitest";
import { readDeliveryEvent } from "../../../shared/mail/delivery-event.ts";

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
