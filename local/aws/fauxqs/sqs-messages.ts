import * as z from "zod";
import { AwsError } from "../wire/aws-error.ts";

/**
 * fauxqs forgets the MessageGroupId of a message on a standard queue, where AWS uses it for fair queues and hands it
 * back. It travels as one more message attribute, which no receiver sees.
 */
const GROUP = "latchkey.MessageGroupId";

const attributes = z.record(z.string(), z.looseObject({ StringValue: z.string().optional() }));
const names = z.array(z.string()).default([]);

const outgoing = z.looseObject({
  MessageGroupId: z.string().optional(),
  MessageAttributes: attributes.optional(),
  DelaySeconds: z.number().optional(),
});
const batch = z.looseObject({ Entries: z.array(outgoing).default([]) });
const receive = z.looseObject({ MessageAttributeNames: names });
const visibility = z.looseObject({ VisibilityTimeout: z.number().optional() });
const visibilities = z.looseObject({ Entries: z.array(visibility).default([]) });

/** The body that fauxqs gets in place of the caller's. */
export function toFauxqs(operation: string, body: object): object {
  switch (operation) {
    case "SendMessage":
      return hideGroup(outgoing.parse(body));
    case "SendMessageBatch": {
      const { Entries, ...rest } = batch.parse(body);
      return { ...rest, Entries: Entries.map(hideGroup) };
    }
    case "ReceiveMessage": {
      const { MessageAttributeNames, ...rest } = receive.parse(body);
      // Without a name fauxqs gives every attribute, and AWS none.
      return { ...rest, MessageAttributeNames: [...MessageAttributeNames, GROUP] };
    }
    case "ChangeMessageVisibility":
      return avoidZero(visibility.parse(body));
    case "ChangeMessageVisibilityBatch": {
      const { Entries, ...rest } = visibilities.parse(body);
      return { ...rest, Entries: Entries.map(avoidZero) };
    }
    default:
      return body;
  }
}

function hideGroup({ MessageGroupId, MessageAttributes, ...message }: z.infer<typeof outgoing>): object {
  const delay = message.DelaySeconds ?? 0;
  if (delay < 0 || delay > 900) {
    const reason = "DelaySeconds must be >= 0 and <= 900.";
    throw new AwsError(
      "InvalidParameterValue",
      `Value ${delay} for parameter DelaySeconds is invalid. Reason: ${reason}`,
    );
  }
  if (MessageGroupId === undefined) return MessageAttributes ? { ...message, MessageAttributes } : message;
  const hidden = { [GROUP]: { DataType: "String", StringValue: MessageGroupId } };
  return { ...message, MessageGroupId, MessageAttributes: { ...MessageAttributes, ...hidden } };
}

/** With a file, fauxqs fails on exactly 0 ("make visible now"); a thousandth of a second is the same to a reader. */
function avoidZero(entry: z.infer<typeof visibility>): object {
  return entry.VisibilityTimeout === 0 ? { ...entry, VisibilityTimeout: 0.001 } : entry;
}

const wish = z.looseObject({ AttributeNames: names, MessageSystemAttributeNames: names });
const incoming = z.looseObject({
  Attributes: z.record(z.string(), z.string()).optional(),
  MessageAttributes: attributes.optional(),
  MD5OfMessageAttributes: z.string().optional(),
});
const received = z.looseObject({ Messages: z.array(incoming).optional() });

/** The answer to a ReceiveMessage as AWS gives it. */
export function fromFauxqs(request: object, answer: object): object {
  const { AttributeNames, MessageSystemAttributeNames } = wish.parse(request);
  const wanted = [...AttributeNames, ...MessageSystemAttributeNames];
  const wantsGroup = wanted.includes("All") || wanted.includes("MessageGroupId");
  const { Messages, ...rest } = received.parse(answer);
  return Messages ? { ...rest, Messages: Messages.map((message) => showGroup(message, wantsGroup)) } : rest;
}

function showGroup(message: z.infer<typeof incoming>, wanted: boolean): object {
  const { [GROUP]: hidden, ...MessageAttributes } = message.MessageAttributes ?? {};
  if (hidden === undefined) return message;
  // The checksum covers the attribute that is taken out here.
  const { MD5OfMessageAttributes, MessageAttributes: all, ...rest } = message;
  const Attributes = { ...rest.Attributes, ...(wanted && { MessageGroupId: hidden.StringValue ?? "" }) };
  return { ...rest, Attributes, ...(Object.keys(MessageAttributes).length > 0 && { MessageAttributes }) };
}

type Kept = { messageId: string; messageAttributes: Record<string, { StringValue?: string }> };

/** The message's group, as fauxqs stores it. A message without a group is its own group. */
export function groupOf({ messageId, messageAttributes }: Kept): string {
  return messageAttributes[GROUP]?.StringValue ?? messageId;
}
