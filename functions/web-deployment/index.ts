import { fileURLToPath } from "node:url";
import { readEnv } from "../../shared/aws/env.ts";
import { s3 } from "../../shared/aws/s3.ts";
import { schema } from "./env.ts";
import { answerDeployment } from "./handler.ts";
import { WebBucket } from "./web-bucket.ts";

const env = readEnv(schema);
const bucket = new WebBucket(s3(), env.WEB_BUCKET);

/** infra/web-build.ts puts the built web app beside the bundle. */
const folder = fileURLToPath(new URL("web/", import.meta.url));

export const handler = (event: unknown) =>
  answerDeployment(event, { bucket, folder, now: () => new Date(), send: fetch });
