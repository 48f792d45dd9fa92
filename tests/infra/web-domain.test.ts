import { Match } from "aws-cdk-lib/assertions";
import { expect, test } from "vitest";
import { CONTENT_SECURITY_POLICY } from "../../shared/web/security-headers.ts";
import { templateWith } from "./stack-with.ts";

const webCertificate = "arn:aws:acm:us-east-1:123456789012:certificate/0b1c2d3e";
const named = { webDomain: "app.example.com", webCertificate };

test("the web app has the team's domain and certificate, with TLS 1.2 or later, and the output names the domain", () => {
  const template = templateWith(named);
  template.hasResourceProperties("AWS::CloudFront::Distribution", {
    DistributionConfig: {
      Aliases: ["app.example.com"],
      ViewerCertificate: { AcmCertificateArn: webCertificate, MinimumProtocolVersion: "TLSv1.2_2021" },
    },
  });
  expect(template.findOutputs("WebUrl")).toMatchObject({ WebUrl: { Value: "https://app.example.com" } });
  expect(template.findOutputs("DnsRecordWeb")["DnsRecordWeb"]?.["Description"]).toBe("A DNS record to set");
});

test("the hosted zone points the domain at CloudFront if it contains the domain", () => {
  const own = { Name: "app.example.com", AliasTarget: { HostedZoneId: "Z2FDTNDATAQYW2" } };
  const template = templateWith({ ...named, hostedZone: "example.com" });
  for (const Type of ["A", "AAAA"]) template.hasResourceProperties("AWS::Route53::RecordSet", { ...own, Type });
  expect(template.findOutputs("DnsRecordWeb")).toEqual({});
  for (const hostedZone of ["mail.example.com", "Z0123456789ABCDEFGHIJ"]) {
    const other = templateWith({ ...named, hostedZone });
    expect(other.findResources("AWS::Route53::RecordSet", { Properties: { AliasTarget: Match.anyValue() } })).toEqual(
      {},
    );
    expect(other.findOutputs("DnsRecordWeb")).not.toEqual({});
  }
});

test("domain and certificate are set together, and the agents' domain cannot be the web app's", () => {
  expect(() => templateWith({ webDomain: "app.example.com" })).toThrow(/The setting webCertificate is not set/);
  expect(() => templateWith({ webCertificate })).toThrow(/The setting webDomain is not set/);
  expect(() => templateWith({ ...named, webDomain: "mail.example.com" })).toThrow(/other than mailDomain/);
});

test("the headers name no host, so the app works under any domain", () => {
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/https?:|\w\.\w/);
});
