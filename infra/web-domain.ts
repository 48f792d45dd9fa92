import { CfnOutput } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import { type Distribution, type DistributionProps, SecurityPolicyProtocol } from "aws-cdk-lib/aws-cloudfront";
import { CfnRecordSet } from "aws-cdk-lib/aws-route53";
import type { Construct } from "constructs";
import type { Settings } from "./settings.ts";

/** The hosted zone id of every distribution's alias: https://docs.aws.amazon.com/general/latest/gr/cf_region.html */
const CLOUDFRONT_ZONE = "Z2FDTNDATAQYW2";

type Named = Pick<Settings, "webDomain" | "webCertificate" | "hostedZone">;

/** The web app's domain and certificate from the settings. Without them, CloudFront's own domain is used. */
export function ownDomain(
  scope: Construct,
  { webDomain, webCertificate }: Named,
): Pick<DistributionProps, "domainNames" | "certificate" | "minimumProtocolVersion"> {
  if (webDomain === undefined || webCertificate === undefined) return {};
  return {
    domainNames: [webDomain],
    certificate: Certificate.fromCertificateArn(scope, "Certificate", webCertificate),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  };
}

/**
 * Points the domain at CloudFront in the team's hosted zone. If the zone does not contain it, an output says which
 * record to set.
 */
export function publishWebName(scope: Construct, { distributionDomainName }: Distribution, settings: Named): void {
  const { webDomain, hostedZone } = settings;
  if (webDomain === undefined) return;
  // A zone given by its id may belong to another domain, and Route 53 would refuse the record late.
  if (hostedZone === undefined || !isWithin(webDomain, hostedZone)) {
    const value = `${webDomain} CNAME ${distributionDomainName}`;
    new CfnOutput(scope, "Name", { description: "A DNS record to set", value }).overrideLogicalId("DnsRecordWeb");
    return;
  }
  for (const type of ["A", "AAAA"]) {
    new CfnRecordSet(scope, `Name${type}`, {
      hostedZoneName: `${hostedZone}.`,
      name: webDomain,
      type,
      aliasTarget: { dnsName: distributionDomainName, hostedZoneId: CLOUDFRONT_ZONE },
    });
  }
}

function isWithin(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}
