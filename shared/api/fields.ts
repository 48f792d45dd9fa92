import * as z from "zod/mini";
import { holdsNoKey } from "../ai-configs/key-in-text.ts";

/** Fields that several schemas share. Requests are camelCase, answers are the stored row's snake_case. */

/** An opaque id of ours. The pattern keeps every other character out of a table key. */
export const id = z.string().check(z.regex(/^[a-z0-9-]{1,80}$/));

/** ISO 8601 in UTC with milliseconds, e.g. `2026-11-23T20:45:00.000Z`. */
export const timestamp = z.string();

/** Such a time handed back as it was answered. */
export const answeredAt = z
  .string()
  .check(z.regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/, "must be a time as it was answered"));

/** A UTC day, `YYYY-MM-DD`. */
export const day = z.iso.date();

/** Lower case from here on: Cognito and our tables compare e-mail addresses byte for byte. */
export const email = z.string().check(z.trim(), z.toLowerCase(), z.email(), z.maxLength(254));

// Written out in place of \p{Cc}\p{Zl}\p{Zp}, which clients in Python, Go or Java cannot read from the OpenAPI document.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
const ONE_LINE = /^[^\x00-\x1f\x7f-\x9f\u2028\u2029]*$/;

/** One line of text for people, without a key and without control characters, so that it fits into a mail header. */
export const oneLine = (max: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(max), z.regex(ONE_LINE, "must be one line"), holdsNoKey);

/**
 * RFC 5891: an internationalized domain has an ASCII form in DNS and in mails. Other characters are left in, to be
 * refused.
 */
const asciiDomain = z.overwrite<string>((value) => {
  const at = value.lastIndexOf("@") + 1;
  const domain = value.slice(at);
  if (/^\p{ASCII}*$/u.test(domain) || !/^[\p{L}\p{M}\p{N}.-]{1,253}$/u.test(domain)) return value;
  return URL.canParse(`http://${domain}`) ? value.slice(0, at) + new URL(`http://${domain}`).hostname : value;
});

/** A domain name in lower case, as after the "@" of a mail address (RFC 5321, 4.1.2). */
export const mailDomain = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    asciiDomain,
    z.maxLength(253),
    z.regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/, "must be a domain name"),
  );

/** An opaque position in a list, handed back by the previous page. */
export const cursor = z.string().check(z.maxLength(512), z.regex(/^[A-Za-z0-9_-]+$/));

/** The page size in a query string. */
export const limit = z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 25);

/**
 * A spending limit in US dollars. JSON parses `1e999` as infinity, which is refused like any amount that is too large.
 */
export const usd = z.number().check(z.gte(0.01), z.lte(100_000));
