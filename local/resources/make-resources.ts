import { resourcesOf } from "../template/template.ts";
import { makeBuckets } from "./buckets.ts";
import type { Making } from "./making.ts";
import { makeQueues } from "./queues.ts";
import { makeTables } from "./tables.ts";
import { makeTopics } from "./topics.ts";
import { makeUserPools } from "./user-pools.ts";

/** Creates everything that the template names. Whatever exists from an earlier start stays as it is. */
export async function makeResources(making: Making): Promise<void> {
  await makeTables(making);
  await makeQueues(making);
  await makeTopics(making);
  await makeBuckets(making);
  await makeUserPools(making);
  await makeKeys(making);
  makeSenders(making);
}

async function makeKeys({ template, resolver, aws }: Making): Promise<void> {
  for (const [id] of resourcesOf(template, "AWS::KMS::Key")) await aws.createKey(resolver.ref(id));
}

function makeSenders({ template, resolver, aws }: Making): void {
  for (const [id] of resourcesOf(template, "AWS::SES::EmailIdentity")) aws.verifyIdentity(resolver.ref(id));
  for (const [id] of resourcesOf(template, "AWS::SES::ConfigurationSet")) aws.createConfigurationSet(resolver.ref(id));
}
