import type { Aws } from "../aws/aws.ts";
import type { Resolver } from "../template/resolver.ts";
import type { Template } from "../template/template.ts";
import type { Clients } from "./clients.ts";

/** The inputs of the functions that create resources. */
export type Making = { template: Template; resolver: Resolver; aws: Aws; admin: Clients };
