import { readEnv } from "../../shared/aws/env.ts";
import { ses } from "../../shared/aws/ses.ts";
import { schema } from "./env.ts";
import { answerActivation } from "./handler.ts";

const env = readEnv(schema);
const client = ses();

export const handler = (event: unknown) => answerActivation(event, { ses: client, ours: env.RULE_SET, send: fetch });
