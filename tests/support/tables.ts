/** The tables of marks and counters, as `infra/tables.ts` makes them, under the names that tests give them. */
export const MARK_TABLES = {
  usage: { partition: "user_id", sort: "day" },
  blocked: { partition: "user_id", sort: "correspondent" },
  mailboxes: { partition: "user_id", sort: "row" },
  "quiet-threads": { partition: "user_id", sort: "thread_id" },
  "denied-senders": { partition: "user_id", sort: "denied" },
  "hourly-limits": { partition: "user_id", sort: "hour" },
  "runner-marks": { partition: "user_id", sort: "mark" },
  "delivery-marks": { partition: "user_id", sort: "mark" },
  "notice-marks": { partition: "user_id", sort: "mark" },
};

/** The tables of webhooks. */
export const WEBHOOK_TABLES = {
  webhooks: { partition: "user_id", sort: "webhook_id" },
  "webhook-deliveries": { partition: "user_id", sort: "delivery" },
};

/** What `correspondentsIn` reads. */
export const CORRESPONDENT_TABLES = {
  runnerMarks: "runner-marks",
  deliveryMarks: "delivery-marks",
  blocked: "blocked",
};

/** Whom to tell that something waits; the index is the sweeper's. */
export const REMINDER_TABLE = {
  reminders: { partition: "user_id", indexes: { due: { partition: "due_shard", sort: "due_at" } } },
};
