import * as z from "zod/mini";
import { readPattern } from "../senders/sender-pattern.ts";

/** As sender-pattern.ts reads it. What is no sender stays as it is, to be refused. */
const normalSender = z.overwrite<string>((value) => {
  const read = readPattern(value);
  return "pattern" in read ? read.pattern : value;
});

/**
 * One mailbox (`a@shop.example`), a domain with what lies below it (`shop.example`), or only what lies below it
 * (`*.shop.example`), in lower case.
 */
export const senderPattern = z.string().check(
  z.trim(),
  z.toLowerCase(),
  normalSender,
  z.maxLength(254),
  z.regex(
    /^(?:[a-z0-9!#$%&'+/=?^_`{|}~.-]{1,64}@|\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
    "must be an e-mail address, a domain name, or a domain name behind *.",
  ),
  z.refine(
    (value) => "pattern" in readPattern(value),
    "must be an e-mail address, a domain name, or a domain name behind *.",
  ),
);
