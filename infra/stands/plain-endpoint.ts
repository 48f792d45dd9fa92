type Parameters = {
  /** Set by AWS_ENDPOINT_URL and its kin. */
  Endpoint?: string | undefined;
  Region?: string | undefined;
  UseFIPS?: boolean | undefined;
  UseDualStack?: boolean | undefined;
};

/**
 * Where a regional service answers. A client of the SDK carries rules for every partition and way to name an endpoint, and
 * what reads them: 25 KB that come to this one line for a function, whose region AWS has set.
 * @param service its name in host names, e.g. `email`
 */
export function plainEndpoint(service: string) {
  return ({ Endpoint, Region, UseFIPS, UseDualStack }: Parameters) => {
    if (UseFIPS || UseDualStack) throw new Error(`No endpoint of ${service} with FIPS or dual stack is built in`);
    const suffix = Region?.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    return { url: new URL(Endpoint ?? `https://${service}.${Region}.${suffix}`), headers: {}, properties: {} };
  };
}
