import { CfnOutput } from "aws-cdk-lib";
import { CfnRecordSet } from "aws-cdk-lib/aws-route53";
import { Construct } from "constructs";

/** `value` as in a zone file: the priority before an MX host, quotes around a TXT. */
export type DnsRecord = { id: string; type: "MX" | "TXT" | "CNAME"; name: string; value: string };

/** Sets the records in the team's hosted zone. If there is none, the stack's outputs list them for a person to set. */
export function publishDnsRecords(scope: Construct, hostedZone: string | undefined, records: DnsRecord[]): void {
  const dns = new Construct(scope, "Dns");
  for (const { id, type, name, value } of records) {
    if (hostedZone === undefined) {
      const output = new CfnOutput(dns, id, { description: "A DNS record to set", value: `${name} ${type} ${value}` });
      output.overrideLogicalId(`DnsRecord${id}`);
    } else {
      new CfnRecordSet(dns, id, { ...zoneOf(hostedZone), name, type, ttl: "1800", resourceRecords: [value] });
    }
  }
}

// CloudFormation finds the zone by its name, so the synthesis needs no lookup.
function zoneOf(hostedZone: string) {
  return hostedZone.includes(".") ? { hostedZoneName: `${hostedZone}.` } : { hostedZoneId: hostedZone };
}
