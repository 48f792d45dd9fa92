type Parameters = {
  /** Set by AWS_ENDPOINT_URL and similar variables. */
  Endpoint?: string | undefined;
  Region?: string | undefined;
  UseFIPS?: boolean | undefined;
  UseDualStack?: boolean | undefined;
};

/**
 * Returns the endpoint of a regional service. An SDK client brings rules for every partition and kind of endpoint, and
 * an interpreter for them: 25 KB. A function's Region is set by AWS, so this one line replaces them.
 * @param service its name in host names, e.g. `email`
 */
export function plainEndpoint(service: string) {
  return ({ Endpoint, Region, UseFIPS, UseDualStack }: Parameters) => {
    if (UseFIPS || UseDualStack) throw new Error(`FIPS and dual-stack endpoints of ${service} are not built in`);
    const suffix = Region?.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    return { url: new URL(Endpoint ?? `https://${service}.${Region}.${suffix}`), headers: {}, properties: {} };
  };
}
