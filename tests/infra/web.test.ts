import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import * as z from "zod";
import { SECURITY_HEADERS } from "../../shared/web/security-headers.ts";
import { readable, resourcesOf } from "./template.ts";

const only = (type: string) => {
  const [found, ...others] = resourcesOf(type);
  expect(others).toEqual([]);
  return found?.[1].Properties ?? {};
};

const DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";
const ALL_BUT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

const distribution = z
  .object({
    DefaultCacheBehavior: z.looseObject({ TargetOriginId: z.string() }),
    CacheBehaviors: z.array(z.looseObject({ PathPattern: z.string(), TargetOriginId: z.string() })),
    CustomErrorResponses: z.array(z.strictObject({ ErrorCode: z.number(), ErrorCachingMinTTL: z.number() })),
    Origins: z.array(
      z.object({
        Id: z.string(),
        DomainName: z.unknown().transform(readable),
        OriginAccessControlId: z.unknown().optional(),
        CustomOriginConfig: z.object({ OriginProtocolPolicy: z.string() }).optional(),
      }),
    ),
  })
  .parse(only("AWS::CloudFront::Distribution")["DistributionConfig"]);

test("an error of the API is not cached and not replaced by a page", () => {
  const kept = distribution.CustomErrorResponses.map(({ ErrorCode, ErrorCachingMinTTL }) => [
    ErrorCode,
    ErrorCachingMinTTL,
  ]);
  expect(kept).toEqual([500, 501, 502, 503, 504].map((status) => [status, 0]));
});

const originOf = ({ TargetOriginId }: { TargetOriginId: string }) =>
  distribution.Origins.find(({ Id }) => Id === TargetOriginId);

test("the app's files come from the bucket by signed requests over TLS, and are cached by their own headers", () => {
  expect(distribution.DefaultCacheBehavior).toMatchObject({
    CachePolicyId: OPTIMIZED,
    ViewerProtocolPolicy: "redirect-to-https",
    FunctionAssociations: [{ EventType: "viewer-request" }],
  });
  const origin = originOf(distribution.DefaultCacheBehavior);
  expect(origin?.DomainName).toBe("WebBucket.RegionalDomainName");
  expect(origin?.OriginAccessControlId).toBeDefined();
  expect(only("AWS::CloudFront::OriginAccessControl")["OriginAccessControlConfig"]).toMatchObject({
    SigningBehavior: "always",
    SigningProtocol: "sigv4",
  });
});

test("API requests are not cached and keep cookies, query and token, with the gateway's own host name", () => {
  const [api, ...others] = distribution.CacheBehaviors;
  expect(others).toEqual([]);
  expect(api).toMatchObject({
    PathPattern: "/api/*",
    CachePolicyId: DISABLED,
    OriginRequestPolicyId: ALL_BUT_HOST,
    ViewerProtocolPolicy: "https-only",
    AllowedMethods: expect.arrayContaining(["POST", "PATCH", "DELETE"]),
  });
  const origin = api && originOf(api);
  expect(origin?.DomainName).toBe("ApiHttp.execute-api.<AWS::Region>.<AWS::URLSuffix>");
  expect(origin?.CustomOriginConfig).toEqual({ OriginProtocolPolicy: "https-only" });
});

test("only this distribution may read the bucket", () => {
  const statement = z.looseObject({ Effect: z.string(), Action: z.string(), Principal: z.unknown() });
  const document = z.object({ PolicyDocument: z.object({ Statement: z.array(statement) }) });
  const policy = resourcesOf("AWS::S3::BucketPolicy").find(([id]) => id.startsWith("WebBucket"));
  const allowed = document
    .parse(policy?.[1].Properties)
    .PolicyDocument.Statement.filter(({ Effect }) => Effect === "Allow");
  expect(allowed).toMatchObject([{ Action: "s3:GetObject", Principal: { Service: "cloudfront.amazonaws.com" } }]);
  const condition = z.object({ StringEquals: z.object({ "AWS:SourceArn": z.unknown().transform(readable) }) });
  expect(condition.parse(allowed[0]?.["Condition"]).StringEquals["AWS:SourceArn"]).toBe(
    "arn:<AWS::Partition>:cloudfront::<AWS::AccountId>:distribution/WebDistribution",
  );
});

test("CloudFront and one machine send the same headers, which forbid inline scripts", () => {
  const config = z
    .object({
      SecurityHeadersConfig: z.object({
        ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string() }),
        StrictTransportSecurity: z.object({ AccessControlMaxAgeSec: z.number(), IncludeSubdomains: z.literal(true) }),
        ContentTypeOptions: z.object({ Override: z.literal(true) }),
        FrameOptions: z.object({ FrameOption: z.string() }),
        ReferrerPolicy: z.object({ ReferrerPolicy: z.string() }),
      }),
      CustomHeadersConfig: z.object({ Items: z.array(z.object({ Header: z.string(), Value: z.string() })) }),
    })
    .parse(only("AWS::CloudFront::ResponseHeadersPolicy")["ResponseHeadersPolicyConfig"]);
  const headers = config.SecurityHeadersConfig;
  const csp = headers.ContentSecurityPolicy.ContentSecurityPolicy;
  expect({
    "content-security-policy": csp,
    "strict-transport-security": `max-age=${headers.StrictTransportSecurity.AccessControlMaxAgeSec}; includeSubDomains`,
    "x-content-type-options": "nosniff",
    "x-frame-options": headers.FrameOptions.FrameOption,
    "referrer-policy": headers.ReferrerPolicy.ReferrerPolicy,
    ...Object.fromEntries(config.CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value])),
  }).toEqual(SECURITY_HEADERS);
  expect(csp).toContain("script-src 'self';");
  expect(csp).toContain("frame-ancestors 'none'");
});

test.each([
  ["/", "/index.html"],
  ["/agents/0192-ab", "/index.html"],
  ["/v1.2/keys", "/index.html"],
  ["/assets/index-abc.js", "/assets/index-abc.js"],
  ["/favicon.svg", "/favicon.svg"],
])("the edge function maps %s to %s", (uri, served) => {
  const { FunctionCode } = z.object({ FunctionCode: z.string() }).parse(only("AWS::CloudFront::Function"));
  expect(runInNewContext(`${FunctionCode}; handler({ request: { uri: ${JSON.stringify(uri)} } }).uri`)).toBe(served);
});

test("the deployment's files change with the build", () => {
  const [files] = resourcesOf("Custom::LatchkeyWeb");
  expect(files?.[1].Properties["Fingerprint"]).toMatch(/^[0-9a-f]{32,}$/);
});

test("CloudFront's account-wide names differ between Regions", () => {
  const name = z.object({ Name: z.unknown() });
  const names = [
    only("AWS::CloudFront::OriginAccessControl")["OriginAccessControlConfig"],
    only("AWS::CloudFront::ResponseHeadersPolicy")["ResponseHeadersPolicyConfig"],
    only("AWS::CloudFront::Function"),
  ].map((config) => readable(name.parse(config).Name));
  expect(names).toEqual([
    "Latchkey-access-<AWS::Region>",
    "Latchkey-headers-<AWS::Region>",
    expect.stringMatching(/^<AWS::Region>LatchkeyWebPages/),
  ]);
});
