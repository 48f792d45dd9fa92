/**
 * Limits that are checked before a mail is parsed. Ten mails are processed at once in 512 MB. Each limit is far above
 * what mail programs write and keeps the work on one mail under two seconds and 150 MB.
 */

/** SES accepts 40 MB. Ten mails of 10 MB are 100 MB, and each is in memory about twice while it is read. */
export const MAX_BYTES = 10 * 1024 * 1024;

/** A newsletter with a hundred photos has a hundred parts. Each part costs memory for its headers. */
export const MAX_PARTS = 1_000;

/**
 * Forwarded, signed and alternative bodies nest about five deep. Every line of a mail is compared with the boundary of
 * each level.
 */
export const MAX_DEPTH = 20;

/** The total of all parts. A mail through many relays has 20 KB; the header parser needs several copies. */
export const MAX_HEADER_BYTES = 256 * 1024;

/** The total of all parts. Relays add some dozens; each field is an object in memory. */
export const MAX_HEADERS = 5_000;

/** The total of From, To, Cc and the like. A mail with more is a mailing. */
export const MAX_ADDRESSES = 1_000;

/** RFC 5322 allows 998 bytes; some programs write a whole HTML body or attachment as one line. */
export const MAX_LINE_BYTES = 8 * 1024 * 1024;

/**
 * The total of all text parts, as sent. The prompt takes 70,000 characters of it; most of the remainder is HTML
 * markup.
 */
export const MAX_TEXT_BYTES = 1024 * 1024;
