import * as z from "zod/mini";
import { describeError, log } from "../../shared/log.ts";
import { publish } from "./publish.ts";
import type { WebBucket } from "./web-bucket.ts";

export type Deps = { bucket: WebBucket; folder: string; now: () => Date; send: typeof fetch };

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html */
const request = z.object({
  RequestType: z.enum(["Create", "Update", "Delete"]),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
});

/**
 * What CloudFormation asks while the stack is deployed: put the web app into its bucket, or, when the stack goes, empty
 * the bucket, which CloudFormation can delete only then. It waits for the answer, so a failure is answered too.
 */
export async function answerDeployment(event: unknown, deps: Deps): Promise<void> {
  const { RequestType, ResponseURL, StackId, RequestId, LogicalResourceId } = request.parse(event);
  const failure = await work(RequestType, deps).catch((error: unknown) => {
    log("web_not_deployed", describeError(error));
    return "The web app could not be deployed. The log of the function web-deployment says why.";
  });
  const answer = {
    Status: failure === undefined ? "SUCCESS" : "FAILED",
    Reason: failure,
    // The same for ever: another one would make CloudFormation delete what the new one has just put there.
    PhysicalResourceId: "web",
    StackId,
    RequestId,
    LogicalResourceId,
  };
  // S3 signed this address for a request without a content type.
  const headers = { "content-type": "" };
  const { ok, status } = await deps.send(ResponseURL, { method: "PUT", headers, body: JSON.stringify(answer) });
  if (!ok) throw new Error(`CloudFormation did not take the answer: ${status}`);
}

async function work(type: z.infer<typeof request>["RequestType"], { bucket, folder, now }: Deps): Promise<undefined> {
  if (type === "Delete") await bucket.empty();
  else await publish(folder, bucket, now());
}
