import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { RAW_MAIL_DAYS, TEST_MAIL_PREFIX } from "../shared/aws/raw-mail-days.ts";
import type { LatchkeyFunction } from "./function.ts";
import { acknowledge, acknowledgeWildcard, nagArn } from "./nag.ts";

/** SES writes a mail to `inbound/<SES message id>`. */
export const INBOUND_PREFIX = "inbound/";

/** The mails as they arrived. */
export class RawMail extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new Bucket(this, "Bucket", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      lifecycleRules: [
        { expiration: Duration.days(RAW_MAIL_DAYS), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      // The bucket is kept even if a first deployment fails. SES has then written a test object into it, so
      // CloudFormation could not delete it and the stack would be stuck. CloudFormation generates the name, so the next
      // deployment makes another bucket.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(
      this.bucket,
      "AwsSolutions-S1",
      "Two functions read it, each logs the id of what it reads; an access log would be one more place with mail data.",
    );
  }

  allowRead(fn: LatchkeyFunction): void {
    this.allow(fn, "s3:GetObject");
  }

  /** Grants writing of the owners' test mails only. No function may write below the prefix that SES writes to. */
  allowWriteTests(fn: LatchkeyFunction): void {
    this.allow(fn, "s3:PutObject", TEST_MAIL_PREFIX);
  }

  allowDelete(fn: LatchkeyFunction): void {
    this.allow(fn, "s3:DeleteObject");
  }

  private allow(
    fn: LatchkeyFunction,
    action: "s3:GetObject" | "s3:PutObject" | "s3:DeleteObject",
    prefix = INBOUND_PREFIX,
  ): void {
    fn.allow(this.bucket.arnForObjects(`${prefix}*`), action);
    acknowledgeWildcard(
      fn,
      `${nagArn(this.bucket)}/${prefix}*`,
      "A mail's object gets its name when the mail arrives or is written, so no grant can name it.",
    );
  }
}
