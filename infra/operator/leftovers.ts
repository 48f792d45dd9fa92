import { type CloudFormationClient, paginateListStacks } from "@aws-sdk/client-cloudformation";
import { resourcesOf } from "./deployed-stack.ts";

/** A resource that outlived its stack. */
export type Leftover = { logicalId: string; type: string; physicalId: string };

/**
 * Returns the resources that the last destroyed stack of this name left. CloudFormation remembers a deleted stack for
 * 90 days.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListStacks.html
 */
export async function findLeftovers(client: CloudFormationClient, stackName: string): Promise<Leftover[]> {
  const deleted: { id: string; at: number }[] = [];
  const query = { StackStatusFilter: ["DELETE_COMPLETE" as const] };
  for await (const { StackSummaries = [] } of paginateListStacks({ client }, query)) {
    for (const { StackName, StackId = "", DeletionTime } of StackSummaries) {
      if (StackName === stackName) deleted.push({ id: StackId, at: DeletionTime?.getTime() ?? 0 });
    }
  }
  // A failed first deployment also leaves a deleted stack, but no resources.
  for (const { id } of deleted.sort((a, b) => b.at - a.at)) {
    const left = (await resourcesOf(client, id)).filter(({ ResourceStatus }) => ResourceStatus === "DELETE_SKIPPED");
    const found = left.map(({ LogicalResourceId = "", ResourceType = "", PhysicalResourceId = "" }) => ({
      logicalId: LogicalResourceId,
      type: ResourceType,
      physicalId: PhysicalResourceId,
    }));
    if (found.some(({ type }) => type === "AWS::DynamoDB::Table")) return found;
  }
  return [];
}
