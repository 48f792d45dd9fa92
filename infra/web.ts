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

/** The web app: a private bucket behind CloudFront, with the API under the same name, so that the cookie is its own. */
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
    acknowledge(distribution, "AwsSolutions-CFR1", "Who may use it is the team's choice, not a matter of countries.");
    acknowledge(
      distribution,
      "AwsSolutions-CFR2",
      "The API counts each caller itself; a firewall against floods is for the team to add (docs/decisions/0049).",
    );
    acknowledge(
      distribution,
      "AwsSolutions-CFR3",
      "The API logs what happened without a person's address; pages hold no data.",
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
      // It holds what the repository holds. The deployment's function empties it first.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(bucket, "AwsSolutions-S1", "CloudFront alone reads it, and what it holds is public.");
    return bucket;
  }

  private pages(bucket: Bucket): BehaviorOptions {
    // A page is index.html by its address here. By CloudFront's error pages, the API's own 404 would become a page too.
    const toIndex = new EdgeFunction(this, "Pages", {
      comment: "Latchkey: every page is index.html",
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(PAGES_CODE),
    });
    if (!isOrigin(bucket)) throw new Error("The web app's bucket can be no origin");
    return {
      origin: S3BucketOrigin.withOriginAccessControl(bucket, {
        originAccessControl: new S3OriginAccessControl(this, "Access", {
          originAccessControlName: this.named("access"),
        }),
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      // It keeps to what the files say of themselves: for ever, or to be asked for each time.
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      responseHeadersPolicy: this.headers(),
      functionAssociations: [{ function: toIndex, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
  }

  /** CloudFront is one for all regions, and so are its names; the stack may stand in two of them. */
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

  /** The files go with the function that puts them into the bucket; a new fingerprint of them makes it run again. */
  private deploy(bucket: Bucket): LatchkeyFunction {
    const deployment = new LatchkeyFunction(this, "Deployment", {
      name: "web-deployment",
      seconds: 120,
      megabytes: 512,
      environment: { WEB_BUCKET: bucket.bucketName } satisfies Env,
    });
    deployment.allow(bucket.bucketArn, "s3:ListBucket");
    deployment.allow(bucket.arnForObjects("*"), "s3:PutObject", "s3:DeleteObject");
    acknowledgeWildcard(deployment, `${nagArn(bucket)}/*`, "The build names its files, by what is in them.");
    const files = new CustomResource(this, "Files", {
      serviceToken: deployment.lambda.functionArn,
      resourceType: "Custom::LatchkeyWeb",
      properties: { Fingerprint: webFingerprint() },
      serviceTimeout: Duration.minutes(5),
    });
    // Its rights come first; and when the stack goes, the files go before them.
    files.node.addDependency(deployment, bucket);
    return deployment;
  }
}

/**
 * CloudFront keeps a GET's 500, 502, 503 and 504 for ten seconds and hands them to everybody, whatever Cache-Control says.
 * A second of trouble would so be ten for all users, and one user's error another's answer.
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

/** Not cached; a cookie, a query and a token go through, and the host does not: API Gateway goes by its own. */
function api(host: string, proof: string): BehaviorOptions {
  return {
    origin: new HttpOrigin(host, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      // CloudFront writes it over one that a viewer sends.
      customHeaders: { [EDGE_HEADER]: proof },
    }),
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    compress: true,
  };
}

/** Runs at CloudFront's edge, in its own JavaScript; `isPage` is the one that serves the app on one machine. */
const PAGES_CODE = `${isPage.toString()}
function handler(event) {
  var request = event.request;
  if (isPage(request.uri)) request.uri = "/${INDEX}";
  return request;
}`;
