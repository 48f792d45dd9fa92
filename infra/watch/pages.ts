/**
 * The sections of docs/alarms.md, as GitHub's anchors of their headings. Each alarm names one in its sentence, and a test
 * checks that each section has an alarm.
 */
export const PAGES = [
  "work-has-failed-five-times",
  "work-waits-too-long",
  "a-function-fails",
  "a-function-is-throttled",
  "the-api-answers-with-errors",
  "the-api-is-slow",
  "ses-does-not-check-mail",
  "ses-takes-no-mail",
  "ses-reputation-falls",
  "all-replies-are-used-up",
  "all-codes-are-used-up",
  "a-provider-takes-no-calls-from-here",
  "a-provider-fails-for-many-owners",
  "the-kms-key-cannot-be-used",
  "the-sweeper-did-not-run",
  "mails-are-held-by-our-fault",
] as const;
export type Page = (typeof PAGES)[number];
