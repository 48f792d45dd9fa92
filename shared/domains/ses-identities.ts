import {
  CreateEmailIdentityCommand,
  DeleteEmailIdentityCommand,
  GetEmailIdentityCommand,
  type GetEmailIdentityResponse,
  PutEmailIdentityFeedbackAttributesCommand,
  PutEmailIdentityMailFromAttributesCommand,
  type SESv2Client,
} from "@aws-sdk/client-sesv2";
import { isNamed } from "../errors.ts";
import { describeError, log } from "../log.ts";
import type { DomainRow } from "./domain.ts";
import { bounceNameOf } from "./records.ts";
import { CLAIM_TAG, STACK_TAG } from "./tags.ts";

type Claim = Pick<DomainRow, "domain" | "claim_id">;

/** The tokens of Easy DKIM, and what SES says about them. */
export type Identity = Pick<DomainRow, "dkim_tokens" | "signing">;

/**
 * SES's identities for owners' domains. The older API has neither tags nor an error for an identity that exists, so this
 * one class uses the newer one (decision 60).
 */
export class SesIdentities {
  readonly #ses: SESv2Client;
  readonly #stack: string;

  constructor(ses: SESv2Client, stack: string) {
    this.#ses = ses;
    this.#stack = stack;
  }

  /**
   * Makes the claim's identity if it is not there. May be repeated, and completes what a crash has left undone.
   * @returns `elsewhere` for a domain that the account has for other reasons; that one is never touched
   */
  async ensure(claim: Claim): Promise<Identity | "elsewhere"> {
    const found = await this.#get(claim.domain);
    if (found === undefined) return this.#create(claim);
    if (tagOf(found, STACK_TAG) !== this.#stack) return "elsewhere";
    if (tagOf(found, CLAIM_TAG) !== claim.claim_id) return this.restart(claim);
    if (found.MailFromAttributes?.MailFromDomain !== bounceNameOf(claim.domain)) await this.#setUp(claim.domain);
    return identityOf(found);
  }

  /** SES stops looking for DKIM records after 72 hours; a new identity makes it look again. */
  async restart(claim: Claim): Promise<Identity | "elsewhere"> {
    await this.#ses.send(new DeleteEmailIdentityCommand({ EmailIdentity: claim.domain }));
    return this.#create(claim);
  }

  /** Deletes the identity if it was made for this claim. */
  async remove({ domain, claim_id }: Claim): Promise<void> {
    const found = await this.#get(domain);
    if (found === undefined) return;
    if (tagOf(found, STACK_TAG) !== this.#stack || tagOf(found, CLAIM_TAG) !== claim_id) return;
    try {
      await this.#ses.send(new DeleteEmailIdentityCommand({ EmailIdentity: domain }));
    } catch (error) {
      if (!isNamed(error, "NotFoundException")) throw error;
    }
  }

  async #get(domain: string): Promise<GetEmailIdentityResponse | undefined> {
    try {
      return await this.#ses.send(new GetEmailIdentityCommand({ EmailIdentity: domain }));
    } catch (error) {
      if (isNamed(error, "NotFoundException")) return undefined;
      throw error;
    }
  }

  async #create({ domain, claim_id }: Claim): Promise<Identity | "elsewhere"> {
    try {
      const { DkimAttributes } = await this.#ses.send(
        new CreateEmailIdentityCommand({
          EmailIdentity: domain,
          Tags: [
            { Key: STACK_TAG, Value: this.#stack },
            { Key: CLAIM_TAG, Value: claim_id },
          ],
        }),
      );
      await this.#setUp(domain);
      return { dkim_tokens: DkimAttributes?.Tokens ?? [], signing: "pending" };
    } catch (error) {
      // Between the look and the making somebody else of the account has made it. The next check looks whose it is.
      if (isNamed(error, "AlreadyExistsException")) return { dkim_tokens: [], signing: "none" };
      throw error;
    }
  }

  /** A new tag may take some seconds until the role's condition sees it. The next check then does this. */
  async #setUp(domain: string): Promise<void> {
    const EmailIdentity = domain;
    try {
      await this.#ses.send(
        new PutEmailIdentityMailFromAttributesCommand({
          EmailIdentity,
          MailFromDomain: bounceNameOf(domain),
          // Replies leave without the owner's records for it too, and DKIM alone makes DMARC pass.
          BehaviorOnMxFailure: "USE_DEFAULT_VALUE",
        }),
      );
      // Bounces arrive as events. With forwarding they would also be mailed to the owner's address, or to the agent.
      await this.#ses.send(
        new PutEmailIdentityFeedbackAttributesCommand({ EmailIdentity, EmailForwardingEnabled: false }),
      );
    } catch (error) {
      if (!isNamed(error, "AccessDeniedException")) throw error;
      log("identity_not_set_up", describeError(error));
    }
  }
}

function tagOf({ Tags = [] }: GetEmailIdentityResponse, key: string): string | undefined {
  return Tags.find(({ Key }) => Key === key)?.Value;
}

/** A temporary failure is SES's own trouble with looking; SES goes on sending and signing meanwhile. */
function identityOf({ DkimAttributes, VerifiedForSendingStatus }: GetEmailIdentityResponse): Identity {
  const { Status, Tokens = [] } = DkimAttributes ?? {};
  const isSigned = Status === "SUCCESS" || Status === "TEMPORARY_FAILURE";
  if (VerifiedForSendingStatus && isSigned) return { dkim_tokens: Tokens, signing: "verified" };
  return { dkim_tokens: Tokens, signing: Status === "FAILED" ? "failed" : "pending" };
}
