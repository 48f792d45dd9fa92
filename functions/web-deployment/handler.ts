import { answerCloudFormation } from "../../shared/aws/custom-resource.ts";
import { publish } from "./publish.ts";
import type { WebBucket } from "./web-bucket.ts";

export type Deps = { bucket: WebBucket; folder: string; now: () => Date; send: typeof fetch };

/**
 * Uploads the web app to its bucket. When the stack is deleted, it empties the bucket, because CloudFormation can
 * delete only an empty one.
 */
export async function answerDeployment(event: unknown, { bucket, folder, now, send }: Deps): Promise<void> {
  await answerCloudFormation(event, {
    physicalId: "web",
    failure: "The web app could not be deployed. The log of the function web-deployment says why.",
    work: (type) => (type === "Delete" ? bucket.empty() : publish(folder, bucket, now())),
    send,
  });
}
