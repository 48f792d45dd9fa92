import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SOON } from "./timeouts.ts";

/** SES's newer API, for owners' domains alone: replies leave by the older one (ses.ts). */
export function sesv2(): SESv2Client {
  return new SESv2Client({ requestHandler: SOON });
}
