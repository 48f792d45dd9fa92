import {
  type CloudFormationClient,
  DescribeStacksCommand,
  paginateListStackResources,
  type StackResourceSummary,
} from "@aws-sdk/client-cloudformation";
import * as z from "zod";

/** A stack as CloudFormation describes it. */
export type DeployedStack = {
  name: string;
  status: string;
  /** By logical id. */
  outputs: Map<string, { value: string; description: string }>;
  /** The settings of the last deployment. Undefined for a stack of an older release, which did not record them. */
  settings: Record<string, unknown> | undefined;
  resources: StackResourceSummary[];
};

/** @returns undefined if there is no stack of this name */
export async function findStack(client: CloudFormationClient, name: string): Promise<DeployedStack | undefined> {
  const found = await describe(client, name);
  if (found === undefined) return undefined;
  const outputs = new Map(
    (found.Outputs ?? []).map(({ OutputKey = "", OutputValue = "", Description = "" }) => [
      OutputKey,
      { value: OutputValue, description: Description },
    ]),
  );
  return {
    name,
    status: found.StackStatus ?? "",
    outputs,
    settings: settingsIn(outputs.get("Settings")?.value),
    resources: await resourcesOf(client, name),
  };
}

/** The resources of a stack. For a deleted stack, give its id. */
export async function resourcesOf(client: CloudFormationClient, StackName: string): Promise<StackResourceSummary[]> {
  const found: StackResourceSummary[] = [];
  for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName }))
    found.push(...StackResourceSummaries);
  return found;
}

/** True if there is no stack, or one without resources, as a failed or only previewed first deployment leaves it. */
export function isEmpty(stack: DeployedStack | undefined): boolean {
  return stack === undefined || ["ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "REVIEW_IN_PROGRESS"].includes(stack.status);
}

async function describe(client: CloudFormationClient, StackName: string) {
  try {
    return (await client.send(new DescribeStacksCommand({ StackName }))).Stacks?.[0];
  } catch (error) {
    // CloudFormation reports a missing stack as a ValidationError.
    if (error instanceof Error && /does not exist/.test(error.message)) return undefined;
    throw error;
  }
}

function settingsIn(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined) return undefined;
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}
