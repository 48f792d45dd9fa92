import * as z from "zod";

const json = z.string().transform((text, context) => {
  try {
    return z.json().parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: "custom", message: "is not JSON" });
    return z.NEVER;
  }
});

const notification = json.pipe(
  z.object({ notificationType: z.literal("Received"), mail: z.object({ messageId: z.string() }) }),
);
const envelope = json.pipe(z.object({ Message: z.string() }));

/** The mail that a processed queue message was about. Undefined for a message about something else. */
export function routedMail(body: string): string | undefined {
  const inner = envelope.safeParse(body);
  return notification.safeParse(inner.success ? inner.data.Message : body).data?.mail.messageId;
}
