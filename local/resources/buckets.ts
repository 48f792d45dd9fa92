import { CreateBucketCommand, HeadBucketCommand } from "@aws-sdk/client-s3";
import { isNamed } from "../../shared/errors.ts";
import { resourcesOf } from "../template/template.ts";
import type { Making } from "./making.ts";

export async function makeBuckets({ template, resolver, admin }: Making): Promise<void> {
  for (const [id] of resourcesOf(template, "AWS::S3::Bucket")) {
    const Bucket = resolver.ref(id);
    try {
      await admin.s3.send(new HeadBucketCommand({ Bucket }));
    } catch (error) {
      if (!isNamed(error, "NotFound", "NoSuchBucket")) throw error;
      await admin.s3.send(new CreateBucketCommand({ Bucket }));
    }
  }
}
