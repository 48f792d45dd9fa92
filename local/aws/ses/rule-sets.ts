import { AwsError } from "../wire/aws-error.ts";
import { escapeXml } from "../wire/query-protocol.ts";

/** The receipt rule sets of an account by name, and the active one. Their rules are in the template. */
export class RuleSets {
  readonly #names = new Set<string>();
  #active: string | undefined;

  /** The result of one call as XML; undefined for a call that is not about rule sets. */
  answer(form: URLSearchParams): string | undefined {
    const name = form.get("RuleSetName") ?? undefined;
    switch (form.get("Action")) {
      case "CreateReceiptRuleSet":
        if (name !== undefined) this.#names.add(name);
        return "";
      case "SetActiveReceiptRuleSet":
        if (name !== undefined && !this.#names.has(name)) {
          throw new AwsError("RuleSetDoesNotExist", `Rule set does not exist: ${name}`);
        }
        this.#active = name;
        return "";
      case "DescribeActiveReceiptRuleSet":
        return this.#active === undefined ? "" : `<Metadata><Name>${escapeXml(this.#active)}</Name></Metadata>`;
      default:
        return undefined;
    }
  }
}
