/**
 * What a mail may be before anything reads it. Ten mails are worked at once in 512 MB. Each limit is far above what mail
 * programs write and keeps the work on one mail under two seconds and 150 MB.
 */

/** SES takes 40 MB. Ten mails of this size are 100 MB, and each is held about twice while it is read. */
export const MAX_BYTES = 10 * 1024 * 1024;

/** A hundred photos in a newsletter are a hundred parts; each part costs memory for its headers. */
export const MAX_PARTS = 1_000;

/** Forwarded, signed and alternative bodies nest five deep or so; every line of a mail is compared with each level. */
export const MAX_DEPTH = 20;

/** Of all parts together. A mail through many relays has 20 KB; the header parser needs several copies. */
export const MAX_HEADER_BYTES = 256 * 1024;

/** Fields of all parts together. Relays add some dozens; each is an object in memory. */
export const MAX_HEADERS = 5_000;

/** In From, To, Cc and the like. Beyond that it is a mailing. */
export const MAX_ADDRESSES = 1_000;

/** RFC 5322 allows 998 bytes; some programs write a whole HTML body or attachment as one line. */
export const MAX_LINE_BYTES = 8 * 1024 * 1024;

/** Of all text parts together, as sent. The prompt takes 70,000 characters of it; the rest is mostly HTML's own. */
export const MAX_TEXT_BYTES = 1024 * 1024;
