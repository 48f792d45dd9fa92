import * as z from "zod/mini";
import { describeError, log } from "../log.ts";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html */
const request = z.object({
  RequestType: z.enum(["Create", "Update", "Delete"]),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
});
type RequestType = z.infer<typeof request>["RequestType"];

/** Stops a deployment. Its message is shown to the person who deploys. */
export class DeploymentStop extends Error {
  override name = "DeploymentStop";
}

type Work = {
  /** Must never change: with a new id, CloudFormation would delete what the new resource has just created. */
  physicalId: string;
  /** The message when `work` fails with any error other than a DeploymentStop. */
  failure: string;
  work: (type: RequestType) => Promise<void>;
  send: typeof fetch;
};

/**
 * Does what CloudFormation asks for while a stack is deployed. CloudFormation waits for an answer, so a failure is
 * answered too.
 */
export async function answerCloudFormation(event: unknown, { physicalId, failure, work, send }: Work): Promise<void> {
  const { RequestType, ResponseURL, StackId, RequestId, LogicalResourceId } = request.parse(event);
  const reason = await work(RequestType).then(
    () => undefined,
    (error: unknown) => {
      log("deployment_failed", describeError(error));
      return error instanceof DeploymentStop ? error.message : failure;
    },
  );
  const answer = {
    Status: reason === undefined ? "SUCCESS" : "FAILED",
    Reason: reason,
    PhysicalResourceId: physicalId,
    StackId,
    RequestId,
    LogicalResourceId,
  };
  // S3 signed this address for a request without a content type.
  const headers = { "content-type": "" };
  const { ok, status } = await send(ResponseURL, { method: "PUT", headers, body: JSON.stringify(answer) });
  if (!ok) throw new Error(`CloudFormation did not take the answer: ${status}`);
}
