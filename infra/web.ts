import { Aws, CustomResource, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  type ErrorResponse,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import { Construct, type IConstruct } from "constructs";
import type { Env } from "../functions/web-deployment/env.ts";
import { EDGE_HEADER } from "../shared/http/viewer.ts";
import { INDEX, isPage } from "../shared/web/files.ts";
import { CONTENT_SECURITY_POLICY, HSTS_SECONDS, OTHER_HEADERS } from "../shared/web/security-headers.ts";
import { edgeProof } from "./edge-proof.ts";
import { LatchkeyFunction } from "./function.ts";
import { acknowledge, acknowledgeWildcard, nagArn } from "./nag.ts";
import type { Settings } from "./settings.ts";
import { webFingerprint } from "./web-build.ts";
import { ownDomain, publishWebName } from "./web-domain.ts";

/**
 * The web app: a private bucket behind CloudFront. The API has the same host name, so the session's cookie is
 * first-party.
 */
export class Web extends Construct {
  readonly url: string;
  /** Every name under which it can be reached. */
  readonly hosts: string[];
  readonly deployment: LatchkeyFunction;

  constructor(scope: Construct, id: string, { apiHost, settings }: { apiHost: string; settings: Settings }) {
    super(scope, id);
    const bucket = this.bucket();
    const distribution = new Distribution(this, "Distribution", {
      comment: "Latchkey: web app and API",
      defaultRootObject: INDEX,
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: this.pages(bucket),
      additionalBehaviors: { "/api/*": api(apiHost, edgeProof(this)) },
      errorResponses: NOT_KEPT,
      ...ownDomain(this, settings),
    });
    acknowledge(distribution, "AwsSolutions-CFR1", "The team decides who may use the app; no country is excluded.");
    acknowledge(
      distribution,
      "AwsSolutions-CFR2",
      "The API counts the requests of each caller itself. A team that needs a firewall can add one (docs/decisions/0049).",
    );
    acknowledge(
      distribution,
      "AwsSolutions-CFR3",
      "The API logs its requests without a person's address, and pages hold no data.",
    );
    if (settings.webDomain === undefined) {
      acknowledge(
        distribution,
        "AwsSolutions-CFR4",
        "CloudFront's own name has its own certificate and policy; TLS 1.2 needs a domain.",
      );
    }
    publishWebName(this, distribution, settings);
    const { distributionDomainName } = distribution;
    this.hosts = [distributionDomainName, ...(settings.webDomain === undefined ? [] : [settings.webDomain])];
    this.url = `https://${settings.webDomain ?? distribution.distributionDomainName}`;
    this.deployment = this.deploy(bucket);
  }

  private bucket(): Bucket {
    const bucket = new Bucket(this, "Bucket", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // The bucket holds only files that the build makes, so nothing is lost with it. The function web-deployment
      // empties it first.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(bucket, "AwsSolutions-S1", "Only CloudFront reads it, and its files are public.");
    return bucket;
  }

  private pages(bucket: Bucket): BehaviorOptions {
    // This function maps the address of a page to index.html. CloudFront's error pages would also turn the API's own
    // 404 into a page.
    const toIndex = new EdgeFunction(this, "Pages", {
      comment: "Latchkey: every page is index.html",
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(PAGES_CODE),
    });
    if (!isOrigin(bucket)) throw new Error("The web app's bucket cannot be used as an origin");
    return {
      origin: S3BucketOrigin.withOriginAccessControl(bucket, {
        originAccessControl: new S3OriginAccessControl(this, "Access", {
          originAccessControlName: this.named("access"),
        }),
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      // CloudFront follows the Cache-Control of each file: `immutable` or `no-cache`.
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      responseHeadersPolicy: this.headers(),
      functionAssociations: [{ function: toIndex, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
  }

  /** CloudFront's resource names are global, and the stack may be deployed in two Regions of one account. */
  private named(what: string): string {
    return `${Stack.of(this).stackName}-${what}-${Aws.REGION}`;
  }

  private headers(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, "Headers", {
      responseHeadersPolicyName: this.named("headers"),
      comment: "Latchkey: shared/web/security-headers.ts",
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: CONTENT_SECURITY_POLICY, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.seconds(HSTS_SECONDS),
          includeSubdomains: true,
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      },
      customHeadersBehavior: {
        customHeaders: Object.entries(OTHER_HEADERS).map(([header, value]) => ({ header, value, override: true })),
      },
    });
  }

  /**
   * The files are in the bundle of the function that uploads them. A new fingerprint of the files makes it run again.
   */
  private deploy(bucket: Bucket): LatchkeyFunction {
    const deployment = new LatchkeyFunction(this, "Deployment", {
      name: "web-deployment",
      seconds: 120,
      megabytes: 512,
      environment: { WEB_BUCKET: bucket.bucketName } satisfies Env,
    });
    deployment.allow(bucket.bucketArn, "s3:ListBucket");
    deployment.allow(bucket.arnForObjects("*"), "s3:PutObject", "s3:DeleteObject");
    acknowledgeWildcard(deployment, `${nagArn(bucket)}/*`, "The build names its files by a hash of their content.");
    const files = new CustomResource(this, "Files", {
      serviceToken: deployment.lambda.functionArn,
      resourceType: "Custom::LatchkeyWeb",
      properties: { Fingerprint: webFingerprint() },
      serviceTimeout: Duration.minutes(5),
    });
    // The function runs after it has its rights. On deletion of the stack, the files are removed before the rights.
    files.node.addDependency(deployment, bucket);
    return deployment;
  }
}

/**
 * CloudFront caches a GET's 500, 502, 503 and 504 for ten seconds and gives them to every viewer, whatever
 * Cache-Control says. Without this, a fault of one second would last ten, and one user would get another user's error.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html
 */
const NOT_KEPT: ErrorResponse[] = [500, 501, 502, 503, 504].map((httpStatus) => ({
  httpStatus,
  ttl: Duration.seconds(0),
}));

/** CDK's own Bucket does not fit its IBucket under exactOptionalPropertyTypes. */
function isOrigin(bucket: IConstruct): bucket is IBucket {
  return bucket instanceof Bucket;
}

/**
 * Nothing is cached. Cookies, the query and the token are passed on. The Host header is not, because API Gateway routes
 * by its own host name.
 */
function api(host: string, proof: string): BehaviorOptions {
  return {
    origin: new HttpOrigin(host, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      // CloudFront overwrites a header of this name that a viewer sends.
      customHeaders: { [EDGE_HEADER]: proof },
    }),
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    compress: true,
  };
}

/** Runs at CloudFront's edge, in CloudFront's own JavaScript runtime. On one machine, `isPage` does the same. */
const PAGES_CODE = `${isPage.toString()}
function handler(event) {
  var request = event.request;
  if (isPage(request.uri)) request.uri = "/${INDEX}";
  return request;
}`;
