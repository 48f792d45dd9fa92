// Made from docs/openapi.json by `npm run openapi`. A test fails when it is stale.
export interface paths {
    "/api/auth/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an account; 202 and no token if the deployment requires e-mail confirmation
         * @description Create an account; 202 and no token if the deployment requires e-mail confirmation. An e-mail that already has an account gets 409 `email_taken`. If the deployment requires confirmation, a new and a taken e-mail both get 202. Tries are counted per caller's address and per e-mail: 429 with `Retry-After`.
         */
        post: operations["signup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get an access token, and a refresh token as a cookie
         * @description Get an access token, and a refresh token as a cookie. A wrong password, an unknown e-mail and an address that is not confirmed yet get the same 401. Tries are counted per caller's address and per e-mail: 429 with `Retry-After`.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange the refresh cookie for a new access token and a new cookie
         * @description Exchange the refresh cookie for a new access token and a new cookie. A refresh cookie works once. A second use within ten seconds continues the same session.
         */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke the refresh cookie's session and clear the cookie
         * @description Revoke the refresh cookie's session and clear the cookie.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove the e-mail address with the code sent to it, and log in
         * @description Prove the e-mail address with the code sent to it, and log in.
         */
        post: operations["confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a new code to prove the e-mail address
         * @description Send a new code to prove the e-mail address. At most five codes an hour are mailed to one e-mail. Further requests get the same answer without a mail.
         */
        post: operations["resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a code to set a new password; the answer is the same whether or not the account exists
         * @description Send a code to set a new password; the answer is the same whether or not the account exists. At most five codes an hour are mailed to one e-mail. Further requests get the same answer without a mail.
         */
        post: operations["forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password with the code
         * @description Set a new password with the code. Every session ends, and so does every API token: whoever knew the old password may have made one.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account that the token belongs to
         * @description The account that the token belongs to. No API token may do this. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password; all other sessions end, and this one continues with the new cookie of the answer
         * @description Set a new password; all other sessions end, and this one continues with the new cookie of the answer. No API token may do this. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End every session; access tokens that were issued before work until they expire, for at most 15 minutes
         * @description End every session; access tokens that were issued before work until they expire, for at most 15 minutes. No API token may do this. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["logoutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai-config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The default key's row at the top, and all rows, masked
         * @description The default key's row at the top, and all rows, masked. An API token needs the scope `keys:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["listConfigs"];
        put?: never;
        /**
         * Store or replace a provider's key, after a check at the provider unless `verify` is false; `isDefault` true makes it the default, false does not change the default
         * @description Store or replace a provider's key, after a check at the provider unless `verify` is false; `isDefault` true makes it the default, false does not change the default. 201 where there was no row of the provider, 200 where it was replaced. A key that the provider refuses is 422, and nothing is stored. At most 20 checks an hour. An API token needs the scope `keys:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["saveConfig"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai-config/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The models of a provider that can answer mails, with prices and end dates: the models that your stored key may use, or else those of the price lists
         * @description The models of a provider that can answer mails, with prices and end dates: the models that your stored key may use, or else those of the price lists. An API token needs the scope `keys:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai-config/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The providers whose keys can be stored, with their names and web pages
         * @description The providers whose keys can be stored, with their names and web pages. An API token needs the scope `keys:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["listProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai-config/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One row, masked
         * @description One row, masked. An API token needs the scope `keys:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["getConfig"];
        put?: never;
        post?: never;
        /**
         * Delete one row and its key
         * @description Delete one row and its key. An API token needs the scope `keys:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        delete: operations["deleteConfig"];
        options?: never;
        head?: never;
        /**
         * Change any field of one row; a new key is checked at the provider first unless `verify` is false; `isDefault` false makes the oldest row the default
         * @description Change any field of one row; a new key is checked at the provider first unless `verify` is false; `isDefault` false makes the oldest row the default. The body changes the fields that it names. At most 20 checks of keys an hour. An API token needs the scope `keys:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        patch: operations["patchConfig"];
        trace?: never;
    };
    "/api/ai-config/{provider}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check the stored key again; the row's `status` and `checked_at` show the result
         * @description Check the stored key again; the row's `status` and `checked_at` show the result. An API token needs the scope `keys:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["verifyConfig"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automation/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All of the user's agents, oldest first
         * @description All of the user's agents, oldest first. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["listAgents"];
        put?: never;
        /**
         * Create an agent; the answer has its e-mail address
         * @description Create an agent; the answer has its e-mail address. An `address` that is taken, reserved or misleading is 409 with `address_taken`, `address_reserved` or `address_misleading`, and no agent is made. At most 20 chosen addresses an hour. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["createAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automation/agents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One agent
         * @description One agent. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["getAgent"];
        put?: never;
        post?: never;
        /**
         * Delete one agent; its addresses end, and nobody else ever gets them
         * @description Delete one agent; its addresses end, and nobody else ever gets them. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        delete: operations["deleteAgent"];
        options?: never;
        head?: never;
        /**
         * Change any field of one agent
         * @description Change any field of one agent. Only the fields in the body are changed. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        patch: operations["patchAgent"];
        trace?: never;
    };
    "/api/automation/agents/{id}/blocked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Correspondents that the agent does not answer, because a reply bounced permanently or was reported as spam
         * @description Correspondents that the agent does not answer, because a reply bounced permanently or was reported as spam. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["listBlocked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automation/agents/{id}/blocked/{correspondent}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Answer this correspondent again
         * @description Answer this correspondent again. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        delete: operations["unblock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automation/agents/{id}/denied": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Senders whose mails the agent passes over
         * @description Senders whose mails the agent passes over. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["listDenied"];
        put?: never;
        /**
         * Add senders whose mails the agent passes over: addresses, domains, or `*.domain`
         * @description Add senders whose mails the agent passes over: addresses, domains, or `*.domain`. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["deny"];
        /**
         * Empty the list of denied senders
         * @description Empty the list of denied senders. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        delete: operations["allowAllAgain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automation/agents/{id}/denied/{sender}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take one sender off the list
         * @description Take one sender off the list. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        delete: operations["allowAgain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automation/agents/{id}/mailboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The mailboxes that forward to the agent, and the codes of services that ask whether they may
         * @description The mailboxes that forward to the agent, and the codes of services that ask whether they may. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["listMailboxes"];
        put?: never;
        /**
         * Write a test mail to a mailbox and watch whether it comes back through the agent's address
         * @description Write a test mail to a mailbox and watch whether it comes back through the agent's address. A mailbox that is connected already is tested again. At most 12 tests an hour, and 8 a day of one mailbox whoever asks: 429 with `Retry-After`. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["connectMailbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automation/agents/{id}/mailboxes/{mailbox}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test a mailbox again
         * @description Test a mailbox again. At most 12 tests an hour, and 8 a day of one mailbox whoever asks: 429 with `Retry-After`. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["testMailbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automation/agents/{id}/mailboxes/{mailbox}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forget a mailbox; its seal no longer proves anything to this agent
         * @description Forget a mailbox; its seal no longer proves anything to this agent. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        delete: operations["disconnectMailbox"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automation/addresses/{address}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the user could have this address for an agent, and if not, why
         * @description Whether the user could have this address for an agent, and if not, why. `form`: the name cannot stand in an address; `domain`: it is not on a domain of yours; `reserved`: it would speak for whoever runs the mail domain; `taken` and `misleading`: it is, or looks like, an address that somebody else has or had; `yours`: an agent of yours has it. At most 120 looks an hour at other people's names; what the name itself says is not counted. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["checkAddress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automation/agents/{id}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An agent's addresses, the primary one first
         * @description An agent's addresses, the primary one first. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["listAddresses"];
        put?: never;
        /**
         * Give an agent one more address, chosen or random
         * @description Give an agent one more address, chosen or random. Without `address` a random one. Ten addresses an agent, with those about to end. Refused like the address of a new agent. At most 20 chosen addresses an hour. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["addAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automation/agents/{id}/addresses/{address}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End an address at once; nobody else ever gets it
         * @description End an address at once; nobody else ever gets it. Not the primary one. What is waiting for an answer is answered from the primary one. You can take the address again later; nobody else can. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        delete: operations["deleteAddress"];
        options?: never;
        head?: never;
        /**
         * Make an address the primary one, or set when it ends
         * @description Make an address the primary one, or set when it ends. `endsInDays` says for how many days the address still works; it cannot be given to the primary one. Mail that comes after the end gets no answer and is not kept. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        patch: operations["patchAddress"];
        trace?: never;
    };
    "/api/automation/agents/{id}/addresses/{address}/replace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a new address in the place of one, which goes on for a chosen time
         * @description Put a new address in the place of one, which goes on for a chosen time. `keepDays`: for how many days the old address still works; 0 ends it at once, null lets it go on. The new one is the primary one if the old one was. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["replaceAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs (one mail at one agent), newest first. A filtered page may be short and still have a cursor
         * @description Runs (one mail at one agent), newest first. A filtered page may be short and still have a cursor. Give `agent_id` or `thread_id`, not both. An API token needs the scope `conversations:read`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One run with its mail, its answer, its cost and its timeline
         * @description One run with its mail, its answer, its cost and its timeline. An API token needs the scope `conversations:read`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the text of a draft; 409 unless it is drafted
         * @description Change the text of a draft; 409 unless it is drafted. Only a run in state `drafted` takes it; any other is 409. An API token needs the scope `drafts:decide`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        patch: operations["editRun"];
        trace?: never;
    };
    "/api/conversations/{id}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The mail as it arrived
         * @description The mail as it arrived. An API token needs the scope `conversations:read`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["getRawMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a held or skipped mail now, whatever rule stopped it, or send the stored answer again; 409 unless `may_retry`
         * @description Answer a held or skipped mail now, whatever rule stopped it, or send the stored answer again; 409 unless `may_retry`. An API token needs the scope `drafts:decide`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["retryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drop a held or drafted mail, so that it gets no answer; 409 for any other
         * @description Drop a held or drafted mail, so that it gets no answer; 409 for any other. An API token needs the scope `drafts:decide`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["dropRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a draft, with the given text if there is one; 409 unless it is drafted
         * @description Send a draft, with the given text if there is one; 409 unless it is drafted. An API token needs the scope `drafts:decide`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["approveRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/regenerate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Regenerate the answer of a drafted mail, or of a held mail that has one; this costs another call
         * @description Regenerate the answer of a drafted mail, or of a held mail that has one; this costs another call. An API token needs the scope `drafts:decide`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["regenerateRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/quiet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that you answer in this mail's thread yourself: the agent keeps silent in it
         * @description Say that you answer in this mail's thread yourself: the agent keeps silent in it. Its later mails are held as `owner_answers` until this is taken back. An API token needs the scope `drafts:decide`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["quietRun"];
        /**
         * Let the agent answer in this mail's thread again; mails that were held meanwhile stay held
         * @description Let the agent answer in this mail's thread again; mails that were held meanwhile stay held. An API token needs the scope `drafts:decide`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        delete: operations["unquietRun"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automation/agents/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the agent a test mail; the answer is paid for and shown, but not sent
         * @description Send the agent a test mail; the answer is paid for and shown, but not sent. An API token needs the scope `agents:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["sendTestMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All domains that the user has added, with their DNS records
         * @description All domains that the user has added, with their DNS records. An API token needs the scope `domains:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["listDomains"];
        put?: never;
        /**
         * Add a domain; the answer has the DNS record that proves it
         * @description Add a domain; the answer has the DNS record that proves it. At most five domains for an account. Two accounts may add the same domain, each with a record of its own; whoever's record is found first has it. Public suffixes, mailbox providers and the operators' own domains are 400. An API token needs the scope `domains:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["claimDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/domains/{domain}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One domain, and what the last check found of each record
         * @description One domain, and what the last check found of each record. An API token needs the scope `domains:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["getDomain"];
        put?: never;
        post?: never;
        /**
         * Remove a domain; addresses on it stop working, and whoever proves it next gets none of its mails
         * @description Remove a domain; addresses on it stop working, and whoever proves it next gets none of its mails. An API token needs the scope `domains:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        delete: operations["removeDomain"];
        options?: never;
        head?: never;
        /**
         * Choose which agent gets mails to addresses of the domain that no agent has
         * @description Choose which agent gets mails to addresses of the domain that no agent has. An API token needs the scope `domains:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        patch: operations["patchDomain"];
        trace?: never;
    };
    "/api/domains/{domain}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at the domain's DNS records now; up to 30 times an hour
         * @description Look at the domain's DNS records now; up to 30 times an hour. The domain is proven when two checks, 30 seconds apart or more, find its record at every name server. It is checked without this call, too. An API token needs the scope `domains:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["checkDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Usage and cost of the user's keys, by day, agent, provider, model or payer; as CSV with `Accept: text/csv`
         * @description Usage and cost of the user's keys, by day, agent, provider, model or payer; as CSV with `Accept: text/csv`. `from` must not be after `to`, and the range has at most 366 days. `Accept: text/csv` returns the groups as a table. An API token needs the scope `conversations:read`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account, its budget, and what its keys have paid in this UTC month
         * @description The account, its budget, and what its keys have paid in this UTC month. An API token needs the scope `account:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the name or the monthly budget
         * @description Change the name or the monthly budget. An API token needs the scope `account:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        patch: operations["patchAccount"];
        trace?: never;
    };
    "/api/account/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that is stored about the account, page by page; keys only masked
         * @description Everything that is stored about the account, page by page; keys only masked. Go on with `next_cursor` until it is null; a section without rows comes as an empty page. An API token needs the scope `account:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["exportAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete the account and all of its data: keys at once, the rest within minutes; this cannot be undone
         * @description Delete the account and all of its data: keys at once, the rest within minutes; this cannot be undone. No API token may do this. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["deleteAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How often the owner is told by mail that something waits, and whether a bounce has stopped that
         * @description How often the owner is told by mail that something waits, and whether a bounce has stopped that. An API token needs the scope `account:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["getReminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change how often the owner is told that something waits
         * @description Change how often the owner is told that something waits. An API token needs the scope `account:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        patch: operations["patchReminders"];
        trace?: never;
    };
    "/api/reminders/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page behind the link in a reminder: it asks, and changes nothing
         * @description The page behind the link in a reminder: it asks, and changes nothing.
         */
        get: operations["askUnsubscribe"];
        put?: never;
        /**
         * End an owner's reminders in one click (RFC 8058); the body is not looked at
         * @description End an owner's reminders in one click (RFC 8058); the body is not looked at.
         */
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All API tokens, oldest first, with their last use and their end
         * @description All API tokens, oldest first, with their last use and their end. An API token needs the scope `tokens:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Make an API token; the answer shows it, and nothing shows it again
         * @description Make an API token; the answer shows it, and nothing shows it again. The answer shows the token, and nothing shows it again. A token that makes another gives it no scope, no agent and no later end than its own, and revoking the one revokes the other. A repetition with the same Idempotency-Key is 409 `repeat_of_secret`. An API token needs the scope `tokens:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API token at once
         * @description Revoke an API token at once. It is refused from this moment on, and so are the tokens that were made with it. An API token needs the scope `tokens:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All of the user's webhooks with their health, oldest first
         * @description All of the user's webhooks with their health, oldest first. An API token needs the scope `webhooks:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Add a webhook; the answer has its signing secret, which is shown only here
         * @description Add a webhook; the answer has its signing secret, which is shown only here. At most ten. The address is `https` on port 443 or 8443, with a name or address of the public Internet; what the name leads to is checked again at each call. An API token needs the scope `webhooks:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One webhook with its health
         * @description One webhook with its health. An API token needs the scope `webhooks:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook with its log; what waits for it is not sent
         * @description Delete a webhook with its log; what waits for it is not sent. An API token needs the scope `webhooks:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change any field of one webhook, or switch it on or off
         * @description Change any field of one webhook, or switch it on or off. The body changes the fields that it names. Switching on, or another address, sets the count of failures back. An API token needs the scope `webhooks:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        patch: operations["patchWebhook"];
        trace?: never;
    };
    "/api/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event, once, also to a webhook that is off; the log shows what came of it
         * @description Send a test event, once, also to a webhook that is off; the log shows what came of it. At most 60 test events and deliveries anew an hour. An API token needs the scope `webhooks:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new signing secret, shown only here; the old one signs beside it for some hours
         * @description Make a new signing secret, shown only here; the old one signs beside it for some hours. During the overlap each call has two signatures, and a receiver accepts it if either is right. `overlapHours: 0` ends the old secret at once. An API token needs the scope `webhooks:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events of the last 30 days for one webhook, newest first, with every call
         * @description The events of the last 30 days for one webhook, newest first, with every call. An API token needs the scope `webhooks:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries/{delivery}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver one event again, under its old id; 409 while the webhook is off
         * @description Deliver one event again, under its old id; 409 while the webhook is off. At most 60 test events and deliveries anew an hour. An API token needs the scope `webhooks:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver again what has failed since a time, oldest first; 409 while the webhook is off
         * @description Deliver again what has failed since a time, oldest first; 409 while the webhook is off. At most 60 test events and deliveries anew an hour. An API token needs the scope `webhooks:manage`. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["redeliverFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This API as an OpenAPI 3.1 document
         * @description This API as an OpenAPI 3.1 document.
         */
        get: operations["openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mcp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Always 405: there is no stream of the server's own messages
         * @description Always 405: there is no stream of the server's own messages. Any API token may call; what it may do by that depends on its scopes. Sees and changes what belongs to the token's owner; all else is 404.
         */
        get: operations["streamMcp"];
        put?: never;
        /**
         * One message of the Model Context Protocol, for assistants; 202 for one that has no answer
         * @description One message of the Model Context Protocol, for assistants; 202 for one that has no answer. Any API token may call; what it may do by that depends on its scopes. Sees and changes what belongs to the token's owner; all else is 404.
         */
        post: operations["callMcp"];
        /**
         * Always 405: there is no session to end
         * @description Always 405: there is no session to end. Any API token may call; what it may do by that depends on its scopes. Sees and changes what belongs to the token's owner; all else is 404.
         */
        delete: operations["endMcp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "mail.received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A mail arrived for one of your agents.
         * @description Signed as the Standard Webhooks specification says. No text of a mail is in it.
         */
        post: operations["on-mail.received"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "run.replied": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An agent's reply was sent.
         * @description Signed as the Standard Webhooks specification says. No text of a mail is in it.
         */
        post: operations["on-run.replied"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "run.drafted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An answer waits as a draft for your approval.
         * @description Signed as the Standard Webhooks specification says. No text of a mail is in it.
         */
        post: operations["on-run.drafted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "run.held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A mail is on hold and waits for you. The reason says why.
         * @description Signed as the Standard Webhooks specification says. No text of a mail is in it.
         */
        post: operations["on-run.held"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "run.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Latchkey gave up on a mail.
         * @description Signed as the Standard Webhooks specification says. No text of a mail is in it.
         */
        post: operations["on-run.failed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "reply.bounced": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A reply could not be delivered.
         * @description Signed as the Standard Webhooks specification says. No text of a mail is in it.
         */
        post: operations["on-reply.bounced"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "reply.complained": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The receiver of a reply marked it as spam.
         * @description Signed as the Standard Webhooks specification says. No text of a mail is in it.
         */
        post: operations["on-reply.complained"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "config.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An AI key stopped working: its provider refuses it, or its account has no credit.
         * @description Signed as the Standard Webhooks specification says. No text of a mail is in it.
         */
        post: operations["on-config.rejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "domain.verified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A domain of yours was proved and can be used.
         * @description Signed as the Standard Webhooks specification says. No text of a mail is in it.
         */
        post: operations["on-domain.verified"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The owner asked for a test event. It is tried once.
         * @description Signed as the Standard Webhooks specification says. No text of a mail is in it.
         */
        post: operations["on-webhook.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail: string;
            errors?: {
                field: string;
                message: string;
            }[];
        };
        GatewayRefusal: {
            message: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    signup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Surrounding spaces are removed, and it is compared in lower case.
                     */
                    email: string;
                    password: string;
                    /** @description One line. Surrounding spaces are removed, and it must not contain an AI key. */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Create an account; 202 and no token if the deployment requires e-mail confirmation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        expires_in: number;
                        user: {
                            id: string;
                            email: string;
                            email_verified: boolean;
                            name: string;
                            created_at: string;
                        };
                    };
                };
            };
            /** @description Create an account; 202 and no token if the deployment requires e-mail confirmation */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                    };
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Surrounding spaces are removed, and it is compared in lower case.
                     */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Get an access token, and a refresh token as a cookie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        expires_in: number;
                        user: {
                            id: string;
                            email: string;
                            email_verified: boolean;
                            name: string;
                            created_at: string;
                        };
                    };
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Exchange the refresh cookie for a new access token and a new cookie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        expires_in: number;
                    };
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Surrounding spaces are removed, and it is compared in lower case.
                     */
                    email: string;
                    password: string;
                    code: string;
                };
            };
        };
        responses: {
            /** @description Prove the e-mail address with the code sent to it, and log in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        expires_in: number;
                        user: {
                            id: string;
                            email: string;
                            email_verified: boolean;
                            name: string;
                            created_at: string;
                        };
                    };
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    resend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Surrounding spaces are removed, and it is compared in lower case.
                     */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Send a new code to prove the e-mail address */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                    };
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    forgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Surrounding spaces are removed, and it is compared in lower case.
                     */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Send a code to set a new password; the answer is the same whether or not the account exists */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                    };
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Surrounding spaces are removed, and it is compared in lower case.
                     */
                    email: string;
                    code: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account that the token belongs to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string;
                        email_verified: boolean;
                        name: string;
                        created_at: string;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    /** @description Passwords known from leaks may be refused as `weak_password`. */
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    logoutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    listConfigs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The default key's row at the top, and all rows, masked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id?: string;
                        user_id?: string;
                        /** @enum {string} */
                        provider?: "openai" | "gemini" | "anthropic";
                        api_key?: string;
                        key_fingerprint?: string;
                        model_name?: string;
                        temperature?: number;
                        max_tokens?: number;
                        model_ends_on?: string | null;
                        model_successor?: string | null;
                        owner_price?: {
                            model: string;
                            usd_per_million_input: number;
                            usd_per_million_cached?: number;
                            usd_per_million_output: number;
                        } | null;
                        is_default?: boolean;
                        /** @enum {string} */
                        status?: "unverified" | "active" | "rejected" | "no_credit" | "model_unavailable" | "lacks_rights" | "address_blocked" | "service_disabled" | "account_suspended" | "verification_needed";
                        created_at?: string;
                        updated_at?: string;
                        last_used_at?: string | null;
                        checked_at?: string | null;
                        warnings?: string[];
                        configs: {
                            id: string;
                            user_id: string;
                            /** @enum {string} */
                            provider: "openai" | "gemini" | "anthropic";
                            api_key: string;
                            key_fingerprint: string;
                            model_name: string;
                            temperature: number;
                            max_tokens: number;
                            model_ends_on: string | null;
                            model_successor: string | null;
                            owner_price: {
                                model: string;
                                usd_per_million_input: number;
                                usd_per_million_cached?: number;
                                usd_per_million_output: number;
                            } | null;
                            is_default: boolean;
                            /** @enum {string} */
                            status: "unverified" | "active" | "rejected" | "no_credit" | "model_unavailable" | "lacks_rights" | "address_blocked" | "service_disabled" | "account_suspended" | "verification_needed";
                            created_at: string;
                            updated_at: string;
                            last_used_at: string | null;
                            checked_at: string | null;
                            warnings: string[];
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    saveConfig: {
        parameters: {
            query?: {
                /** @description `false` stores the key without a check at the provider. */
                verify?: "true" | "false";
            };
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    provider: "openai" | "gemini" | "anthropic";
                    /**
                     * @description Text around the key (quotes, `Bearer`, a variable's name) is removed. An empty value keeps the stored key. Otherwise the key has at least 8 characters. A masked key is refused.
                     * @default
                     */
                    apiKey?: string;
                    /** @description One line. Surrounding spaces are removed, and it must not contain an AI key. */
                    modelName?: string;
                    /** @default 0.7 */
                    temperature?: number;
                    /** @default 500 */
                    maxTokens?: number;
                    /** @description Used while no price list has the model, and only for this model. Null removes it. */
                    ownerPrice?: {
                        usdPerMillionInput: number;
                        usdPerMillionCached?: number;
                        usdPerMillionOutput: number;
                    } | null;
                    /**
                     * @description If no row was chosen, the oldest row is the default.
                     * @default false
                     */
                    isDefault?: boolean;
                };
            };
        };
        responses: {
            /** @description Store or replace a provider's key, after a check at the provider unless `verify` is false; `isDefault` true makes it the default, false does not change the default */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        user_id: string;
                        /** @enum {string} */
                        provider: "openai" | "gemini" | "anthropic";
                        api_key: string;
                        key_fingerprint: string;
                        model_name: string;
                        temperature: number;
                        max_tokens: number;
                        model_ends_on: string | null;
                        model_successor: string | null;
                        owner_price: {
                            model: string;
                            usd_per_million_input: number;
                            usd_per_million_cached?: number;
                            usd_per_million_output: number;
                        } | null;
                        is_default: boolean;
                        /** @enum {string} */
                        status: "unverified" | "active" | "rejected" | "no_credit" | "model_unavailable" | "lacks_rights" | "address_blocked" | "service_disabled" | "account_suspended" | "verification_needed";
                        created_at: string;
                        updated_at: string;
                        last_used_at: string | null;
                        checked_at: string | null;
                        warnings: string[];
                    };
                };
            };
            /** @description Store or replace a provider's key, after a check at the provider unless `verify` is false; `isDefault` true makes it the default, false does not change the default */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        user_id: string;
                        /** @enum {string} */
                        provider: "openai" | "gemini" | "anthropic";
                        api_key: string;
                        key_fingerprint: string;
                        model_name: string;
                        temperature: number;
                        max_tokens: number;
                        model_ends_on: string | null;
                        model_successor: string | null;
                        owner_price: {
                            model: string;
                            usd_per_million_input: number;
                            usd_per_million_cached?: number;
                            usd_per_million_output: number;
                        } | null;
                        is_default: boolean;
                        /** @enum {string} */
                        status: "unverified" | "active" | "rejected" | "no_credit" | "model_unavailable" | "lacks_rights" | "address_blocked" | "service_disabled" | "account_suspended" | "verification_needed";
                        created_at: string;
                        updated_at: string;
                        last_used_at: string | null;
                        checked_at: string | null;
                        warnings: string[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    listModels: {
        parameters: {
            query: {
                provider: "openai" | "gemini" | "anthropic";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The models of a provider that can answer mails, with prices and end dates: the models that your stored key may use, or else those of the price lists */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        provider: "openai" | "gemini" | "anthropic";
                        default_model: string;
                        /** @enum {string} */
                        known_from: "key" | "list";
                        models: {
                            name: string;
                            usd_per_million_input: number | null;
                            usd_per_million_output: number | null;
                            context_window: number | null;
                            ends_on: string | null;
                            successor: string | null;
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    listProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The providers whose keys can be stored, with their names and web pages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        providers: {
                            /** @enum {string} */
                            id: "openai" | "gemini" | "anthropic";
                            name: string;
                            /** Format: uri */
                            keys_page: string;
                            /** Format: uri */
                            billing_page: string;
                            mend_pages: {
                                [key: string]: string;
                            };
                            key_looks_like: string;
                            demo_key: string;
                            default_model: string;
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    getConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: "openai" | "gemini" | "anthropic";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One row, masked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        user_id: string;
                        /** @enum {string} */
                        provider: "openai" | "gemini" | "anthropic";
                        api_key: string;
                        key_fingerprint: string;
                        model_name: string;
                        temperature: number;
                        max_tokens: number;
                        model_ends_on: string | null;
                        model_successor: string | null;
                        owner_price: {
                            model: string;
                            usd_per_million_input: number;
                            usd_per_million_cached?: number;
                            usd_per_million_output: number;
                        } | null;
                        is_default: boolean;
                        /** @enum {string} */
                        status: "unverified" | "active" | "rejected" | "no_credit" | "model_unavailable" | "lacks_rights" | "address_blocked" | "service_disabled" | "account_suspended" | "verification_needed";
                        created_at: string;
                        updated_at: string;
                        last_used_at: string | null;
                        checked_at: string | null;
                        warnings: string[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    deleteConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: "openai" | "gemini" | "anthropic";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    patchConfig: {
        parameters: {
            query?: {
                /** @description `false` stores the key without a check at the provider. */
                verify?: "true" | "false";
            };
            header?: never;
            path: {
                provider: "openai" | "gemini" | "anthropic";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Text around the key (quotes, `Bearer`, a variable's name) is removed. An empty value keeps the stored key. Otherwise the key has at least 8 characters. A masked key is refused. */
                    apiKey?: string;
                    /** @description One line. Surrounding spaces are removed, and it must not contain an AI key. */
                    modelName?: string;
                    temperature?: number;
                    maxTokens?: number;
                    /** @description Used while no price list has the model, and only for this model. Null removes it. */
                    ownerPrice?: {
                        usdPerMillionInput: number;
                        usdPerMillionCached?: number;
                        usdPerMillionOutput: number;
                    } | null;
                    /** @description If no row was chosen, the oldest row is the default. */
                    isDefault?: boolean;
                };
            };
        };
        responses: {
            /** @description Change any field of one row; a new key is checked at the provider first unless `verify` is false; `isDefault` false makes the oldest row the default */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        user_id: string;
                        /** @enum {string} */
                        provider: "openai" | "gemini" | "anthropic";
                        api_key: string;
                        key_fingerprint: string;
                        model_name: string;
                        temperature: number;
                        max_tokens: number;
                        model_ends_on: string | null;
                        model_successor: string | null;
                        owner_price: {
                            model: string;
                            usd_per_million_input: number;
                            usd_per_million_cached?: number;
                            usd_per_million_output: number;
                        } | null;
                        is_default: boolean;
                        /** @enum {string} */
                        status: "unverified" | "active" | "rejected" | "no_credit" | "model_unavailable" | "lacks_rights" | "address_blocked" | "service_disabled" | "account_suspended" | "verification_needed";
                        created_at: string;
                        updated_at: string;
                        last_used_at: string | null;
                        checked_at: string | null;
                        warnings: string[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    verifyConfig: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path: {
                provider: "openai" | "gemini" | "anthropic";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Check the stored key again; the row's `status` and `checked_at` show the result */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    listAgents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of the user's agents, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        agents: {
                            id: string;
                            user_id: string;
                            name: string;
                            /** @enum {string} */
                            type: "email_inbound" | "email_digest" | "unknown";
                            address: string;
                            other_addresses: {
                                address: string;
                                ends_at?: string;
                            }[];
                            answer_from: string | null;
                            /** @enum {string} */
                            mode: "auto_reply" | "draft";
                            instructions: string;
                            provider: ("openai" | "gemini" | "anthropic") | null;
                            fallback_provider: ("openai" | "gemini" | "anthropic") | null;
                            max_mails_per_day: number;
                            max_usd_per_day: number | null;
                            max_replies_per_correspondent_per_hour: number;
                            max_replies_per_correspondent_per_day: number;
                            max_replies_per_domain_per_hour: number;
                            form_domains: string[];
                            answer_only: string[];
                            draft_first_mails: boolean;
                            office_hours: {
                                ranges: {
                                    /** @enum {string} */
                                    day: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
                                    from: string;
                                    to: string;
                                }[];
                                holidays: string[];
                                /** @enum {string} */
                                outside: "hold" | "draft" | "note";
                                note: string;
                            } | null;
                            quote_original: boolean;
                            quiet_threads: boolean;
                            summary_hour: number;
                            time_zone: string;
                            is_active: boolean;
                            paused_reason: "complaints" | null;
                            warnings?: string[];
                            created_at: string;
                            updated_at: string;
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    createAgent: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One line. Surrounding spaces are removed, and it must not contain an AI key. */
                    name: string;
                    /** @enum {string} */
                    type: "email_inbound" | "email_digest";
                    /** @description A name or a whole address of lower-case letters, digits, dots, hyphens and underscores, 3 to 64 of them before the @. Upper case is folded. */
                    address?: string;
                    /**
                     * @default auto_reply
                     * @enum {string}
                     */
                    mode?: "auto_reply" | "draft";
                    /**
                     * @description Must not contain an AI key.
                     * @default
                     */
                    instructions?: string;
                    /** @default null */
                    provider?: ("openai" | "gemini" | "anthropic") | null;
                    /** @default null */
                    fallbackProvider?: ("openai" | "gemini" | "anthropic") | null;
                    /** @default 1000 */
                    maxMailsPerDay?: number;
                    /** @default null */
                    maxUsdPerDay?: number | null;
                    /** @default 6 */
                    maxRepliesPerCorrespondentPerHour?: number;
                    /** @default 20 */
                    maxRepliesPerCorrespondentPerDay?: number;
                    /** @default 60 */
                    maxRepliesPerDomainPerHour?: number;
                    /**
                     * @description Domains whose mails may name another address in Reply-To. A domain in letters of its own is stored in its ASCII form; a public mailbox provider's is refused.
                     * @default []
                     */
                    formDomains?: string[];
                    /**
                     * @description Mailboxes, domains or `*.domain`; empty for everybody. A domain includes what lies below it; behind `*.` it is only that.
                     * @default []
                     */
                    answerOnly?: string[];
                    /** @default false */
                    draftFirstMails?: boolean;
                    /**
                     * @description Times by the clock of `timeZone`. A `to` that is not after its `from` is on the next day. Times may not overlap, last 15 minutes or more, and the week has at least one. `note` must hold text where `outside` is `note`.
                     * @default null
                     */
                    officeHours?: {
                        ranges: {
                            /** @enum {string} */
                            day: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
                            from: string;
                            to: string;
                        }[];
                        /** @default [] */
                        holidays?: string[];
                        /** @enum {string} */
                        outside: "hold" | "draft" | "note";
                        /** @default  */
                        note?: string;
                    } | null;
                    /** @default false */
                    quoteOriginal?: boolean;
                    /** @default true */
                    quietThreads?: boolean;
                    /** @default 8 */
                    summaryHour?: number;
                    /** @default UTC */
                    timeZone?: string;
                };
            };
        };
        responses: {
            /** @description Create an agent; the answer has its e-mail address */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        user_id: string;
                        name: string;
                        /** @enum {string} */
                        type: "email_inbound" | "email_digest" | "unknown";
                        address: string;
                        other_addresses: {
                            address: string;
                            ends_at?: string;
                        }[];
                        answer_from: string | null;
                        /** @enum {string} */
                        mode: "auto_reply" | "draft";
                        instructions: string;
                        provider: ("openai" | "gemini" | "anthropic") | null;
                        fallback_provider: ("openai" | "gemini" | "anthropic") | null;
                        max_mails_per_day: number;
                        max_usd_per_day: number | null;
                        max_replies_per_correspondent_per_hour: number;
                        max_replies_per_correspondent_per_day: number;
                        max_replies_per_domain_per_hour: number;
                        form_domains: string[];
                        answer_only: string[];
                        draft_first_mails: boolean;
                        office_hours: {
                            ranges: {
                                /** @enum {string} */
                                day: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
                                from: string;
                                to: string;
                            }[];
                            holidays: string[];
                            /** @enum {string} */
                            outside: "hold" | "draft" | "note";
                            note: string;
                        } | null;
                        quote_original: boolean;
                        quiet_threads: boolean;
                        summary_hour: number;
                        time_zone: string;
                        is_active: boolean;
                        paused_reason: "complaints" | null;
                        warnings?: string[];
                        created_at: string;
                        updated_at: string;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    getAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One agent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        user_id: string;
                        name: string;
                        /** @enum {string} */
                        type: "email_inbound" | "email_digest" | "unknown";
                        address: string;
                        other_addresses: {
                            address: string;
                            ends_at?: string;
                        }[];
                        answer_from: string | null;
                        /** @enum {string} */
                        mode: "auto_reply" | "draft";
                        instructions: string;
                        provider: ("openai" | "gemini" | "anthropic") | null;
                        fallback_provider: ("openai" | "gemini" | "anthropic") | null;
                        max_mails_per_day: number;
                        max_usd_per_day: number | null;
                        max_replies_per_correspondent_per_hour: number;
                        max_replies_per_correspondent_per_day: number;
                        max_replies_per_domain_per_hour: number;
                        form_domains: string[];
                        answer_only: string[];
                        draft_first_mails: boolean;
                        office_hours: {
                            ranges: {
                                /** @enum {string} */
                                day: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
                                from: string;
                                to: string;
                            }[];
                            holidays: string[];
                            /** @enum {string} */
                            outside: "hold" | "draft" | "note";
                            note: string;
                        } | null;
                        quote_original: boolean;
                        quiet_threads: boolean;
                        summary_hour: number;
                        time_zone: string;
                        is_active: boolean;
                        paused_reason: "complaints" | null;
                        warnings?: string[];
                        created_at: string;
                        updated_at: string;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    deleteAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    patchAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One line. Surrounding spaces are removed, and it must not contain an AI key. */
                    name?: string;
                    answerFrom?: string | null;
                    /** @enum {string} */
                    mode?: "auto_reply" | "draft";
                    /** @description Must not contain an AI key. */
                    instructions?: string;
                    provider?: ("openai" | "gemini" | "anthropic") | null;
                    fallbackProvider?: ("openai" | "gemini" | "anthropic") | null;
                    maxMailsPerDay?: number;
                    maxUsdPerDay?: number | null;
                    maxRepliesPerCorrespondentPerHour?: number;
                    maxRepliesPerCorrespondentPerDay?: number;
                    maxRepliesPerDomainPerHour?: number;
                    /** @description Domains whose mails may name another address in Reply-To. A domain in letters of its own is stored in its ASCII form; a public mailbox provider's is refused. */
                    formDomains?: string[];
                    /** @description Mailboxes, domains or `*.domain`; empty for everybody. A domain includes what lies below it; behind `*.` it is only that. */
                    answerOnly?: string[];
                    draftFirstMails?: boolean;
                    /** @description Times by the clock of `timeZone`. A `to` that is not after its `from` is on the next day. Times may not overlap, last 15 minutes or more, and the week has at least one. `note` must hold text where `outside` is `note`. */
                    officeHours?: {
                        ranges: {
                            /** @enum {string} */
                            day: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
                            from: string;
                            to: string;
                        }[];
                        /** @default [] */
                        holidays?: string[];
                        /** @enum {string} */
                        outside: "hold" | "draft" | "note";
                        /** @default  */
                        note?: string;
                    } | null;
                    quoteOriginal?: boolean;
                    quietThreads?: boolean;
                    summaryHour?: number;
                    timeZone?: string;
                    isActive?: boolean;
                };
            };
        };
        responses: {
            /** @description Change any field of one agent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        user_id: string;
                        name: string;
                        /** @enum {string} */
                        type: "email_inbound" | "email_digest" | "unknown";
                        address: string;
                        other_addresses: {
                            address: string;
                            ends_at?: string;
                        }[];
                        answer_from: string | null;
                        /** @enum {string} */
                        mode: "auto_reply" | "draft";
                        instructions: string;
                        provider: ("openai" | "gemini" | "anthropic") | null;
                        fallback_provider: ("openai" | "gemini" | "anthropic") | null;
                        max_mails_per_day: number;
                        max_usd_per_day: number | null;
                        max_replies_per_correspondent_per_hour: number;
                        max_replies_per_correspondent_per_day: number;
                        max_replies_per_domain_per_hour: number;
                        form_domains: string[];
                        answer_only: string[];
                        draft_first_mails: boolean;
                        office_hours: {
                            ranges: {
                                /** @enum {string} */
                                day: "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
                                from: string;
                                to: string;
                            }[];
                            holidays: string[];
                            /** @enum {string} */
                            outside: "hold" | "draft" | "note";
                            note: string;
                        } | null;
                        quote_original: boolean;
                        quiet_threads: boolean;
                        summary_hour: number;
                        time_zone: string;
                        is_active: boolean;
                        paused_reason: "complaints" | null;
                        warnings?: string[];
                        created_at: string;
                        updated_at: string;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    listBlocked: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Correspondents that the agent does not answer, because a reply bounced permanently or was reported as spam */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        blocked: {
                            id: string;
                            address: string;
                            /** @enum {string} */
                            reason: "bounced" | "complained";
                            run_id: string;
                            blocked_at: string;
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    unblock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                correspondent: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    listDenied: {
        parameters: {
            query?: {
                /** @description Looked for in sender and subject, upper or lower case. */
                q?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Senders whose mails the agent passes over */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        denied: {
                            id: string;
                            sender: string;
                            added_at: string;
                        }[];
                        total: number;
                        matching: number;
                    };
                    "text/csv": string;
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    deny: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One a line, or between commas, semicolons, tabs or spaces; with names; or CSV whose head names the column. Each entry is added, or is in `refused` with its line. A list holds 10,000. */
                    senders: string;
                };
            };
        };
        responses: {
            /** @description Add senders whose mails the agent passes over: addresses, domains, or `*.domain` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: number;
                        already: number;
                        refused: {
                            line: number;
                            text: string;
                            message: string;
                        }[];
                        total: number;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    allowAllAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    allowAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                sender: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    listMailboxes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mailboxes that forward to the agent, and the codes of services that ask whether they may */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mailboxes: {
                            id: string;
                            agent_id: string;
                            address: string;
                            /** @enum {string} */
                            state: "waiting" | "connected" | "changed" | "not_arrived" | "disconnected";
                            title: string;
                            answered: string[];
                            held: string[];
                            advice: string[];
                            tested_at: string;
                            result: {
                                at: string;
                                /** @enum {string} */
                                outcome: "connected" | "changed" | "answered";
                                /** @enum {string} */
                                way: "google_group" | "gmail" | "microsoft" | "fastmail" | "zoho" | "yahoo" | "icloud" | "sieve" | "cpanel" | "srs" | "resent" | "list" | "alias";
                                from_kept: boolean;
                                subject_kept: boolean;
                                /** @enum {string} */
                                dkim: "pass" | "fail";
                                /** @enum {string} */
                                arc: "none" | "pass" | "fail";
                                sealer?: string;
                                envelope_rewritten: boolean;
                                /** @enum {string} */
                                spf: "pass" | "fail" | "none";
                                /** @enum {string} */
                                dmarc: "pass" | "fail" | "none";
                                way_name: string;
                            } | null;
                        }[];
                        confirmations: {
                            run_id: string;
                            service: string;
                            code: string | null;
                            link: string | null;
                            asked_by: string | null;
                            received_at: string;
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    connectMailbox: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description A name or a whole address of lower-case letters, digits, dots, hyphens and underscores, 3 to 64 of them before the @. Upper case is folded.
                     */
                    address: string;
                };
            };
        };
        responses: {
            /** @description Write a test mail to a mailbox and watch whether it comes back through the agent's address */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        agent_id: string;
                        address: string;
                        /** @enum {string} */
                        state: "waiting" | "connected" | "changed" | "not_arrived" | "disconnected";
                        title: string;
                        answered: string[];
                        held: string[];
                        advice: string[];
                        tested_at: string;
                        result: {
                            at: string;
                            /** @enum {string} */
                            outcome: "connected" | "changed" | "answered";
                            /** @enum {string} */
                            way: "google_group" | "gmail" | "microsoft" | "fastmail" | "zoho" | "yahoo" | "icloud" | "sieve" | "cpanel" | "srs" | "resent" | "list" | "alias";
                            from_kept: boolean;
                            subject_kept: boolean;
                            /** @enum {string} */
                            dkim: "pass" | "fail";
                            /** @enum {string} */
                            arc: "none" | "pass" | "fail";
                            sealer?: string;
                            envelope_rewritten: boolean;
                            /** @enum {string} */
                            spf: "pass" | "fail" | "none";
                            /** @enum {string} */
                            dmarc: "pass" | "fail" | "none";
                            way_name: string;
                        } | null;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    testMailbox: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                mailbox: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Test a mailbox again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        agent_id: string;
                        address: string;
                        /** @enum {string} */
                        state: "waiting" | "connected" | "changed" | "not_arrived" | "disconnected";
                        title: string;
                        answered: string[];
                        held: string[];
                        advice: string[];
                        tested_at: string;
                        result: {
                            at: string;
                            /** @enum {string} */
                            outcome: "connected" | "changed" | "answered";
                            /** @enum {string} */
                            way: "google_group" | "gmail" | "microsoft" | "fastmail" | "zoho" | "yahoo" | "icloud" | "sieve" | "cpanel" | "srs" | "resent" | "list" | "alias";
                            from_kept: boolean;
                            subject_kept: boolean;
                            /** @enum {string} */
                            dkim: "pass" | "fail";
                            /** @enum {string} */
                            arc: "none" | "pass" | "fail";
                            sealer?: string;
                            envelope_rewritten: boolean;
                            /** @enum {string} */
                            spf: "pass" | "fail" | "none";
                            /** @enum {string} */
                            dmarc: "pass" | "fail" | "none";
                            way_name: string;
                        } | null;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    disconnectMailbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                mailbox: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    checkAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the user could have this address for an agent, and if not, why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        available: boolean;
                        reason: ("form" | "domain" | "reserved" | "taken" | "misleading" | "yours") | null;
                        message: string | null;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    listAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An agent's addresses, the primary one first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addresses: {
                            address: string;
                            is_primary: boolean;
                            /** @enum {string} */
                            state: "active" | "ending" | "ended";
                            ends_at: string | null;
                        }[];
                        most: number;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    addAddress: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A name or a whole address of lower-case letters, digits, dots, hyphens and underscores, 3 to 64 of them before the @. Upper case is folded. */
                    address?: string;
                    /** @default false */
                    isPrimary?: boolean;
                };
            };
        };
        responses: {
            /** @description Give an agent one more address, chosen or random */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addresses: {
                            address: string;
                            is_primary: boolean;
                            /** @enum {string} */
                            state: "active" | "ending" | "ended";
                            ends_at: string | null;
                        }[];
                        most: number;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    deleteAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    patchAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                address: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    isPrimary?: true;
                    endsInDays?: number | null;
                };
            };
        };
        responses: {
            /** @description Make an address the primary one, or set when it ends */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addresses: {
                            address: string;
                            is_primary: boolean;
                            /** @enum {string} */
                            state: "active" | "ending" | "ended";
                            ends_at: string | null;
                        }[];
                        most: number;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    replaceAddress: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                address: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A name or a whole address of lower-case letters, digits, dots, hyphens and underscores, 3 to 64 of them before the @. Upper case is folded. */
                    address?: string;
                    keepDays: number | null;
                };
            };
        };
        responses: {
            /** @description Put a new address in the place of one, which goes on for a chosen time */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addresses: {
                            address: string;
                            is_primary: boolean;
                            /** @enum {string} */
                            state: "active" | "ending" | "ended";
                            ends_at: string | null;
                        }[];
                        most: number;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                agent_id?: string;
                thread_id?: string;
                state?: "received" | "claimed" | "generated" | "sending" | "replied" | "drafted" | "held" | "skipped" | "failed" | "observed" | "kept" | "needs_owner";
                /** @description Looked for in sender and subject, upper or lower case. */
                q?: string;
                /** @description `next_cursor` of the page before, as it came. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Runs (one mail at one agent), newest first. A filtered page may be short and still have a cursor */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        runs: {
                            id: string;
                            agent_id: string;
                            thread_id: string | null;
                            /** @enum {string} */
                            state: "received" | "claimed" | "generated" | "sending" | "replied" | "drafted" | "held" | "skipped" | "failed" | "observed" | "kept";
                            reason: string | null;
                            reason_text: string | null;
                            from: string;
                            subject: string;
                            is_test: boolean;
                            has_attachments: boolean;
                            received_at: string;
                            updated_at: string;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One run with its mail, its answer, its cost and its timeline */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        agent_id: string;
                        thread_id: string | null;
                        /** @enum {string} */
                        state: "received" | "claimed" | "generated" | "sending" | "replied" | "drafted" | "held" | "skipped" | "failed" | "observed" | "kept";
                        reason: string | null;
                        reason_text: string | null;
                        from: string;
                        subject: string;
                        is_test: boolean;
                        has_attachments: boolean;
                        received_at: string;
                        updated_at: string;
                        recipient: string;
                        tag: string | null;
                        came_through: {
                            address: string;
                            way_name: string;
                        } | null;
                        thread_quiet: {
                            /** @enum {string} */
                            because: "copy" | "reply" | "asked";
                            since: string;
                        } | null;
                        verdicts: {
                            /** @enum {string} */
                            spam: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            virus: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            spf: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            dkim: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            dmarc: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                        };
                        may_retry: boolean;
                        text: string | null;
                        attachments: {
                            filename: string;
                            mime_type: string;
                            size: number;
                        }[];
                        answer_to: string | null;
                        answer: string | null;
                        answer_cut: boolean;
                        answer_broken: boolean;
                        draft: {
                            text: string;
                            edited: boolean;
                        } | null;
                        draft_reason: string | null;
                        opens_at: string | null;
                        is_note: boolean;
                        provider: ("openai" | "gemini" | "anthropic") | null;
                        fallback_from: ("openai" | "gemini" | "anthropic") | null;
                        model_name: string | null;
                        key_fingerprint: string | null;
                        paid_by: ("owner" | "platform") | null;
                        answered_by: string | null;
                        service_tier: string | null;
                        inference_geo: string | null;
                        usage_doubt: ("unknown" | "clamped" | "partial") | null;
                        tokens_in: number | null;
                        tokens_out: number | null;
                        cost_usd: number | null;
                        calls_lost: number;
                        attempts: number;
                        delivery: ("sent" | "delivered" | "bounced" | "complained" | "rejected") | null;
                        timeline: {
                            at: string;
                            event: string;
                            text: string;
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    editRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Must contain visible text, not only spaces and invisible characters. */
                    answer: string;
                    /** @description The `updated_at` that you have read. A run that has changed since is left as it is: 409. */
                    unchangedSince?: string;
                };
            };
        };
        responses: {
            /** @description Change the text of a draft; 409 unless it is drafted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        agent_id: string;
                        thread_id: string | null;
                        /** @enum {string} */
                        state: "received" | "claimed" | "generated" | "sending" | "replied" | "drafted" | "held" | "skipped" | "failed" | "observed" | "kept";
                        reason: string | null;
                        reason_text: string | null;
                        from: string;
                        subject: string;
                        is_test: boolean;
                        has_attachments: boolean;
                        received_at: string;
                        updated_at: string;
                        recipient: string;
                        tag: string | null;
                        came_through: {
                            address: string;
                            way_name: string;
                        } | null;
                        thread_quiet: {
                            /** @enum {string} */
                            because: "copy" | "reply" | "asked";
                            since: string;
                        } | null;
                        verdicts: {
                            /** @enum {string} */
                            spam: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            virus: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            spf: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            dkim: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            dmarc: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                        };
                        may_retry: boolean;
                        text: string | null;
                        attachments: {
                            filename: string;
                            mime_type: string;
                            size: number;
                        }[];
                        answer_to: string | null;
                        answer: string | null;
                        answer_cut: boolean;
                        answer_broken: boolean;
                        draft: {
                            text: string;
                            edited: boolean;
                        } | null;
                        draft_reason: string | null;
                        opens_at: string | null;
                        is_note: boolean;
                        provider: ("openai" | "gemini" | "anthropic") | null;
                        fallback_from: ("openai" | "gemini" | "anthropic") | null;
                        model_name: string | null;
                        key_fingerprint: string | null;
                        paid_by: ("owner" | "platform") | null;
                        answered_by: string | null;
                        service_tier: string | null;
                        inference_geo: string | null;
                        usage_doubt: ("unknown" | "clamped" | "partial") | null;
                        tokens_in: number | null;
                        tokens_out: number | null;
                        cost_usd: number | null;
                        calls_lost: number;
                        attempts: number;
                        delivery: ("sent" | "delivered" | "bounced" | "complained" | "rejected") | null;
                        timeline: {
                            at: string;
                            event: string;
                            text: string;
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    getRawMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mail as it arrived */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "message/rfc822": string;
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    retryRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer a held or skipped mail now, whatever rule stopped it, or send the stored answer again; 409 unless `may_retry` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        agent_id: string;
                        thread_id: string | null;
                        /** @enum {string} */
                        state: "received" | "claimed" | "generated" | "sending" | "replied" | "drafted" | "held" | "skipped" | "failed" | "observed" | "kept";
                        reason: string | null;
                        reason_text: string | null;
                        from: string;
                        subject: string;
                        is_test: boolean;
                        has_attachments: boolean;
                        received_at: string;
                        updated_at: string;
                        recipient: string;
                        tag: string | null;
                        came_through: {
                            address: string;
                            way_name: string;
                        } | null;
                        thread_quiet: {
                            /** @enum {string} */
                            because: "copy" | "reply" | "asked";
                            since: string;
                        } | null;
                        verdicts: {
                            /** @enum {string} */
                            spam: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            virus: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            spf: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            dkim: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            dmarc: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                        };
                        may_retry: boolean;
                        text: string | null;
                        attachments: {
                            filename: string;
                            mime_type: string;
                            size: number;
                        }[];
                        answer_to: string | null;
                        answer: string | null;
                        answer_cut: boolean;
                        answer_broken: boolean;
                        draft: {
                            text: string;
                            edited: boolean;
                        } | null;
                        draft_reason: string | null;
                        opens_at: string | null;
                        is_note: boolean;
                        provider: ("openai" | "gemini" | "anthropic") | null;
                        fallback_from: ("openai" | "gemini" | "anthropic") | null;
                        model_name: string | null;
                        key_fingerprint: string | null;
                        paid_by: ("owner" | "platform") | null;
                        answered_by: string | null;
                        service_tier: string | null;
                        inference_geo: string | null;
                        usage_doubt: ("unknown" | "clamped" | "partial") | null;
                        tokens_in: number | null;
                        tokens_out: number | null;
                        cost_usd: number | null;
                        calls_lost: number;
                        attempts: number;
                        delivery: ("sent" | "delivered" | "bounced" | "complained" | "rejected") | null;
                        timeline: {
                            at: string;
                            event: string;
                            text: string;
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    dropRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description The `updated_at` that you have read. A run that has changed since is left as it is: 409. */
                    unchangedSince?: string;
                };
            };
        };
        responses: {
            /** @description Drop a held or drafted mail, so that it gets no answer; 409 for any other */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        agent_id: string;
                        thread_id: string | null;
                        /** @enum {string} */
                        state: "received" | "claimed" | "generated" | "sending" | "replied" | "drafted" | "held" | "skipped" | "failed" | "observed" | "kept";
                        reason: string | null;
                        reason_text: string | null;
                        from: string;
                        subject: string;
                        is_test: boolean;
                        has_attachments: boolean;
                        received_at: string;
                        updated_at: string;
                        recipient: string;
                        tag: string | null;
                        came_through: {
                            address: string;
                            way_name: string;
                        } | null;
                        thread_quiet: {
                            /** @enum {string} */
                            because: "copy" | "reply" | "asked";
                            since: string;
                        } | null;
                        verdicts: {
                            /** @enum {string} */
                            spam: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            virus: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            spf: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            dkim: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            dmarc: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                        };
                        may_retry: boolean;
                        text: string | null;
                        attachments: {
                            filename: string;
                            mime_type: string;
                            size: number;
                        }[];
                        answer_to: string | null;
                        answer: string | null;
                        answer_cut: boolean;
                        answer_broken: boolean;
                        draft: {
                            text: string;
                            edited: boolean;
                        } | null;
                        draft_reason: string | null;
                        opens_at: string | null;
                        is_note: boolean;
                        provider: ("openai" | "gemini" | "anthropic") | null;
                        fallback_from: ("openai" | "gemini" | "anthropic") | null;
                        model_name: string | null;
                        key_fingerprint: string | null;
                        paid_by: ("owner" | "platform") | null;
                        answered_by: string | null;
                        service_tier: string | null;
                        inference_geo: string | null;
                        usage_doubt: ("unknown" | "clamped" | "partial") | null;
                        tokens_in: number | null;
                        tokens_out: number | null;
                        cost_usd: number | null;
                        calls_lost: number;
                        attempts: number;
                        delivery: ("sent" | "delivered" | "bounced" | "complained" | "rejected") | null;
                        timeline: {
                            at: string;
                            event: string;
                            text: string;
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    approveRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    text?: string;
                    /** @description The `updated_at` that you have read. A run that has changed since is left as it is: 409. */
                    unchangedSince?: string;
                };
            };
        };
        responses: {
            /** @description Send a draft, with the given text if there is one; 409 unless it is drafted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        agent_id: string;
                        thread_id: string | null;
                        /** @enum {string} */
                        state: "received" | "claimed" | "generated" | "sending" | "replied" | "drafted" | "held" | "skipped" | "failed" | "observed" | "kept";
                        reason: string | null;
                        reason_text: string | null;
                        from: string;
                        subject: string;
                        is_test: boolean;
                        has_attachments: boolean;
                        received_at: string;
                        updated_at: string;
                        recipient: string;
                        tag: string | null;
                        came_through: {
                            address: string;
                            way_name: string;
                        } | null;
                        thread_quiet: {
                            /** @enum {string} */
                            because: "copy" | "reply" | "asked";
                            since: string;
                        } | null;
                        verdicts: {
                            /** @enum {string} */
                            spam: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            virus: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            spf: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            dkim: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            dmarc: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                        };
                        may_retry: boolean;
                        text: string | null;
                        attachments: {
                            filename: string;
                            mime_type: string;
                            size: number;
                        }[];
                        answer_to: string | null;
                        answer: string | null;
                        answer_cut: boolean;
                        answer_broken: boolean;
                        draft: {
                            text: string;
                            edited: boolean;
                        } | null;
                        draft_reason: string | null;
                        opens_at: string | null;
                        is_note: boolean;
                        provider: ("openai" | "gemini" | "anthropic") | null;
                        fallback_from: ("openai" | "gemini" | "anthropic") | null;
                        model_name: string | null;
                        key_fingerprint: string | null;
                        paid_by: ("owner" | "platform") | null;
                        answered_by: string | null;
                        service_tier: string | null;
                        inference_geo: string | null;
                        usage_doubt: ("unknown" | "clamped" | "partial") | null;
                        tokens_in: number | null;
                        tokens_out: number | null;
                        cost_usd: number | null;
                        calls_lost: number;
                        attempts: number;
                        delivery: ("sent" | "delivered" | "bounced" | "complained" | "rejected") | null;
                        timeline: {
                            at: string;
                            event: string;
                            text: string;
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    regenerateRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Surrounding spaces are removed, and it must not contain an AI key. */
                    hint?: string;
                    /** @description The `updated_at` that you have read. A run that has changed since is left as it is: 409. */
                    unchangedSince?: string;
                };
            };
        };
        responses: {
            /** @description Regenerate the answer of a drafted mail, or of a held mail that has one; this costs another call */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        agent_id: string;
                        thread_id: string | null;
                        /** @enum {string} */
                        state: "received" | "claimed" | "generated" | "sending" | "replied" | "drafted" | "held" | "skipped" | "failed" | "observed" | "kept";
                        reason: string | null;
                        reason_text: string | null;
                        from: string;
                        subject: string;
                        is_test: boolean;
                        has_attachments: boolean;
                        received_at: string;
                        updated_at: string;
                        recipient: string;
                        tag: string | null;
                        came_through: {
                            address: string;
                            way_name: string;
                        } | null;
                        thread_quiet: {
                            /** @enum {string} */
                            because: "copy" | "reply" | "asked";
                            since: string;
                        } | null;
                        verdicts: {
                            /** @enum {string} */
                            spam: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            virus: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            spf: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            dkim: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            dmarc: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                        };
                        may_retry: boolean;
                        text: string | null;
                        attachments: {
                            filename: string;
                            mime_type: string;
                            size: number;
                        }[];
                        answer_to: string | null;
                        answer: string | null;
                        answer_cut: boolean;
                        answer_broken: boolean;
                        draft: {
                            text: string;
                            edited: boolean;
                        } | null;
                        draft_reason: string | null;
                        opens_at: string | null;
                        is_note: boolean;
                        provider: ("openai" | "gemini" | "anthropic") | null;
                        fallback_from: ("openai" | "gemini" | "anthropic") | null;
                        model_name: string | null;
                        key_fingerprint: string | null;
                        paid_by: ("owner" | "platform") | null;
                        answered_by: string | null;
                        service_tier: string | null;
                        inference_geo: string | null;
                        usage_doubt: ("unknown" | "clamped" | "partial") | null;
                        tokens_in: number | null;
                        tokens_out: number | null;
                        cost_usd: number | null;
                        calls_lost: number;
                        attempts: number;
                        delivery: ("sent" | "delivered" | "bounced" | "complained" | "rejected") | null;
                        timeline: {
                            at: string;
                            event: string;
                            text: string;
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    quietRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Say that you answer in this mail's thread yourself: the agent keeps silent in it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        agent_id: string;
                        thread_id: string | null;
                        /** @enum {string} */
                        state: "received" | "claimed" | "generated" | "sending" | "replied" | "drafted" | "held" | "skipped" | "failed" | "observed" | "kept";
                        reason: string | null;
                        reason_text: string | null;
                        from: string;
                        subject: string;
                        is_test: boolean;
                        has_attachments: boolean;
                        received_at: string;
                        updated_at: string;
                        recipient: string;
                        tag: string | null;
                        came_through: {
                            address: string;
                            way_name: string;
                        } | null;
                        thread_quiet: {
                            /** @enum {string} */
                            because: "copy" | "reply" | "asked";
                            since: string;
                        } | null;
                        verdicts: {
                            /** @enum {string} */
                            spam: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            virus: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            spf: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            dkim: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            dmarc: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                        };
                        may_retry: boolean;
                        text: string | null;
                        attachments: {
                            filename: string;
                            mime_type: string;
                            size: number;
                        }[];
                        answer_to: string | null;
                        answer: string | null;
                        answer_cut: boolean;
                        answer_broken: boolean;
                        draft: {
                            text: string;
                            edited: boolean;
                        } | null;
                        draft_reason: string | null;
                        opens_at: string | null;
                        is_note: boolean;
                        provider: ("openai" | "gemini" | "anthropic") | null;
                        fallback_from: ("openai" | "gemini" | "anthropic") | null;
                        model_name: string | null;
                        key_fingerprint: string | null;
                        paid_by: ("owner" | "platform") | null;
                        answered_by: string | null;
                        service_tier: string | null;
                        inference_geo: string | null;
                        usage_doubt: ("unknown" | "clamped" | "partial") | null;
                        tokens_in: number | null;
                        tokens_out: number | null;
                        cost_usd: number | null;
                        calls_lost: number;
                        attempts: number;
                        delivery: ("sent" | "delivered" | "bounced" | "complained" | "rejected") | null;
                        timeline: {
                            at: string;
                            event: string;
                            text: string;
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    unquietRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Let the agent answer in this mail's thread again; mails that were held meanwhile stay held */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        agent_id: string;
                        thread_id: string | null;
                        /** @enum {string} */
                        state: "received" | "claimed" | "generated" | "sending" | "replied" | "drafted" | "held" | "skipped" | "failed" | "observed" | "kept";
                        reason: string | null;
                        reason_text: string | null;
                        from: string;
                        subject: string;
                        is_test: boolean;
                        has_attachments: boolean;
                        received_at: string;
                        updated_at: string;
                        recipient: string;
                        tag: string | null;
                        came_through: {
                            address: string;
                            way_name: string;
                        } | null;
                        thread_quiet: {
                            /** @enum {string} */
                            because: "copy" | "reply" | "asked";
                            since: string;
                        } | null;
                        verdicts: {
                            /** @enum {string} */
                            spam: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            virus: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            spf: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            dkim: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                            /** @enum {string} */
                            dmarc: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED";
                        };
                        may_retry: boolean;
                        text: string | null;
                        attachments: {
                            filename: string;
                            mime_type: string;
                            size: number;
                        }[];
                        answer_to: string | null;
                        answer: string | null;
                        answer_cut: boolean;
                        answer_broken: boolean;
                        draft: {
                            text: string;
                            edited: boolean;
                        } | null;
                        draft_reason: string | null;
                        opens_at: string | null;
                        is_note: boolean;
                        provider: ("openai" | "gemini" | "anthropic") | null;
                        fallback_from: ("openai" | "gemini" | "anthropic") | null;
                        model_name: string | null;
                        key_fingerprint: string | null;
                        paid_by: ("owner" | "platform") | null;
                        answered_by: string | null;
                        service_tier: string | null;
                        inference_geo: string | null;
                        usage_doubt: ("unknown" | "clamped" | "partial") | null;
                        tokens_in: number | null;
                        tokens_out: number | null;
                        cost_usd: number | null;
                        calls_lost: number;
                        attempts: number;
                        delivery: ("sent" | "delivered" | "bounced" | "complained" | "rejected") | null;
                        timeline: {
                            at: string;
                            event: string;
                            text: string;
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    sendTestMail: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description One line. Surrounding spaces are removed, and it must not contain an AI key.
                     * @default Test mail
                     */
                    subject?: string;
                    /** @default Hello! What can you help me with? */
                    text?: string;
                };
            };
        };
        responses: {
            /** @description Send the agent a test mail; the answer is paid for and shown, but not sent */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        run_id: string;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    listDomains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All domains that the user has added, with their DNS records */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        domains: {
                            domain: string;
                            unicode: string;
                            /** @enum {string} */
                            state: "pending" | "proven" | "lost" | "taken" | "elsewhere" | "expired";
                            can_send: boolean;
                            can_receive: boolean;
                            catch_all_agent: string | null;
                            proven_at: string | null;
                            missing_since: string | null;
                            checked_at: string | null;
                            next_check_at: string;
                            created_at: string;
                            records: {
                                id: string;
                                /** @enum {string} */
                                purpose: "proof" | "sending" | "advised" | "receiving";
                                /** @enum {string} */
                                type: "TXT" | "CNAME" | "MX";
                                name: string;
                                value: string;
                                /** @enum {string} */
                                finding: "unchecked" | "found" | "missing" | "wrong" | "unsure";
                                found: string[];
                            }[];
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    claimDomain: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    domain: string;
                };
            };
        };
        responses: {
            /** @description Add a domain; the answer has the DNS record that proves it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        domain: string;
                        unicode: string;
                        /** @enum {string} */
                        state: "pending" | "proven" | "lost" | "taken" | "elsewhere" | "expired";
                        can_send: boolean;
                        can_receive: boolean;
                        catch_all_agent: string | null;
                        proven_at: string | null;
                        missing_since: string | null;
                        checked_at: string | null;
                        next_check_at: string;
                        created_at: string;
                        records: {
                            id: string;
                            /** @enum {string} */
                            purpose: "proof" | "sending" | "advised" | "receiving";
                            /** @enum {string} */
                            type: "TXT" | "CNAME" | "MX";
                            name: string;
                            value: string;
                            /** @enum {string} */
                            finding: "unchecked" | "found" | "missing" | "wrong" | "unsure";
                            found: string[];
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    getDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One domain, and what the last check found of each record */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        domain: string;
                        unicode: string;
                        /** @enum {string} */
                        state: "pending" | "proven" | "lost" | "taken" | "elsewhere" | "expired";
                        can_send: boolean;
                        can_receive: boolean;
                        catch_all_agent: string | null;
                        proven_at: string | null;
                        missing_since: string | null;
                        checked_at: string | null;
                        next_check_at: string;
                        created_at: string;
                        records: {
                            id: string;
                            /** @enum {string} */
                            purpose: "proof" | "sending" | "advised" | "receiving";
                            /** @enum {string} */
                            type: "TXT" | "CNAME" | "MX";
                            name: string;
                            value: string;
                            /** @enum {string} */
                            finding: "unchecked" | "found" | "missing" | "wrong" | "unsure";
                            found: string[];
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    removeDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    patchDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domain: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    catchAllAgent: string | null;
                };
            };
        };
        responses: {
            /** @description Choose which agent gets mails to addresses of the domain that no agent has */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        domain: string;
                        unicode: string;
                        /** @enum {string} */
                        state: "pending" | "proven" | "lost" | "taken" | "elsewhere" | "expired";
                        can_send: boolean;
                        can_receive: boolean;
                        catch_all_agent: string | null;
                        proven_at: string | null;
                        missing_since: string | null;
                        checked_at: string | null;
                        next_check_at: string;
                        created_at: string;
                        records: {
                            id: string;
                            /** @enum {string} */
                            purpose: "proof" | "sending" | "advised" | "receiving";
                            /** @enum {string} */
                            type: "TXT" | "CNAME" | "MX";
                            name: string;
                            value: string;
                            /** @enum {string} */
                            finding: "unchecked" | "found" | "missing" | "wrong" | "unsure";
                            found: string[];
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    checkDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Look at the domain's DNS records now; up to 30 times an hour */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        domain: string;
                        unicode: string;
                        /** @enum {string} */
                        state: "pending" | "proven" | "lost" | "taken" | "elsewhere" | "expired";
                        can_send: boolean;
                        can_receive: boolean;
                        catch_all_agent: string | null;
                        proven_at: string | null;
                        missing_since: string | null;
                        checked_at: string | null;
                        next_check_at: string;
                        created_at: string;
                        records: {
                            id: string;
                            /** @enum {string} */
                            purpose: "proof" | "sending" | "advised" | "receiving";
                            /** @enum {string} */
                            type: "TXT" | "CNAME" | "MX";
                            name: string;
                            value: string;
                            /** @enum {string} */
                            finding: "unchecked" | "found" | "missing" | "wrong" | "unsure";
                            found: string[];
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    getUsage: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                group_by?: "day" | "agent" | "provider" | "model" | "payer";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Usage and cost of the user's keys, by day, agent, provider, model or payer; as CSV with `Accept: text/csv` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        /** @enum {string} */
                        group_by: "day" | "agent" | "provider" | "model" | "payer";
                        total: {
                            mails: number;
                            mails_platform: number;
                            tokens_in: number;
                            tokens_out: number;
                            tokens_cached: number;
                            tokens_reasoning: number;
                            cost_usd: number | null;
                            platform_cost_usd: number | null;
                            mails_unpriced: number;
                            calls_lost: number;
                        };
                        groups: {
                            mails: number;
                            mails_platform: number;
                            tokens_in: number;
                            tokens_out: number;
                            tokens_cached: number;
                            tokens_reasoning: number;
                            cost_usd: number | null;
                            platform_cost_usd: number | null;
                            mails_unpriced: number;
                            calls_lost: number;
                            key: string;
                        }[];
                    };
                    "text/csv": string;
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account, its budget, and what its keys have paid in this UTC month */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string;
                        email_verified: boolean;
                        name: string;
                        created_at: string;
                        monthly_budget_usd: number | null;
                        month_cost_usd: number;
                        month_set_aside: {
                            open_usd: number;
                            lost_usd: number;
                        };
                        month_mails_unpriced: number;
                        warnings: string[];
                        platform_key: {
                            available: boolean;
                            mails_per_month: number;
                            mails_used: number;
                        } | null;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    patchAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One line. Surrounding spaces are removed, and it must not contain an AI key. */
                    name?: string;
                    monthlyBudgetUsd?: number | null;
                };
            };
        };
        responses: {
            /** @description Change the name or the monthly budget */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string;
                        email_verified: boolean;
                        name: string;
                        created_at: string;
                        monthly_budget_usd: number | null;
                        month_cost_usd: number;
                        month_set_aside: {
                            open_usd: number;
                            lost_usd: number;
                        };
                        month_mails_unpriced: number;
                        warnings: string[];
                        platform_key: {
                            available: boolean;
                            mails_per_month: number;
                            mails_used: number;
                        } | null;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    exportAccount: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before, as it came. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything that is stored about the account, page by page; keys only masked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        section: "account" | "ai_configurations" | "agents" | "runs" | "usage" | "domains" | "blocked" | "mailboxes" | "quiet_threads" | "denied_senders" | "api_tokens" | "webhooks" | "webhook_deliveries";
                        rows: {
                            [key: string]: unknown;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    deleteAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Delete the account and all of its data: keys at once, the rest within minutes; this cannot be undone */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    getReminders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How often the owner is told by mail that something waits, and whether a bounce has stopped that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        when: "off" | "at_once" | "hourly" | "daily";
                        hour: number;
                        time_zone: string;
                        with_senders: boolean;
                        address: string;
                        address_confirmed: boolean;
                        stopped: {
                            /** @enum {string} */
                            reason: "bounced" | "complained";
                            at: string;
                            address: string;
                        } | null;
                        last_sent_at: string | null;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    patchReminders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    when?: "off" | "at_once" | "hourly" | "daily";
                    hour?: number;
                    timeZone?: string;
                    withSenders?: boolean;
                };
            };
        };
        responses: {
            /** @description Change how often the owner is told that something waits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        when: "off" | "at_once" | "hourly" | "daily";
                        hour: number;
                        time_zone: string;
                        with_senders: boolean;
                        address: string;
                        address_confirmed: boolean;
                        stopped: {
                            /** @enum {string} */
                            reason: "bounced" | "complained";
                            at: string;
                            address: string;
                        } | null;
                        last_sent_at: string | null;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    askUnsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page behind the link in a reminder: it asks, and changes nothing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End an owner's reminders in one click (RFC 8058); the body is not looked at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All API tokens, oldest first, with their last use and their end */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tokens: {
                            id: string;
                            name: string;
                            hint: string;
                            scopes: ("conversations:read" | "drafts:decide" | "agents:manage" | "keys:manage" | "domains:manage" | "webhooks:manage" | "tokens:manage" | "account:manage")[];
                            agent_ids: string[] | null;
                            created_at: string;
                            ends_at: string;
                            made_by: string | null;
                            last_used_at: string | null;
                            last_used_from: string | null;
                            seen_in_url_at: string | null;
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One line. Surrounding spaces are removed, and it must not contain an AI key. */
                    name: string;
                    scopes: ("conversations:read" | "drafts:decide" | "agents:manage" | "keys:manage" | "domains:manage" | "webhooks:manage" | "tokens:manage" | "account:manage")[];
                    /**
                     * @description The only agents that the token reaches; null, or left out: all of them, also those to come.
                     * @default null
                     */
                    agentIds?: string[] | null;
                    /**
                     * Format: date-time
                     * @description At most 366 days ahead; 90 days where it is left out.
                     */
                    endsAt?: string;
                };
            };
        };
        responses: {
            /** @description Make an API token; the answer shows it, and nothing shows it again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        hint: string;
                        scopes: ("conversations:read" | "drafts:decide" | "agents:manage" | "keys:manage" | "domains:manage" | "webhooks:manage" | "tokens:manage" | "account:manage")[];
                        agent_ids: string[] | null;
                        created_at: string;
                        ends_at: string;
                        made_by: string | null;
                        last_used_at: string | null;
                        last_used_from: string | null;
                        seen_in_url_at: string | null;
                        token: string;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of the user's webhooks with their health, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        webhooks: {
                            id: string;
                            name: string;
                            url: string;
                            events: string[];
                            agent_ids: string[] | null;
                            is_active: boolean;
                            paused_reason: ("failing" | "gone") | null;
                            paused_at: string | null;
                            health: {
                                failures: number;
                                failing_since: string | null;
                                last_success_at: string | null;
                                last_attempt_at: string | null;
                                last_status: number | null;
                            };
                            secrets: {
                                created_at: string;
                                ends_at: string | null;
                            }[];
                            created_at: string;
                            updated_at: string;
                        }[];
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One line. Surrounding spaces are removed, and it must not contain an AI key. */
                    name: string;
                    url: string;
                    /**
                     * @default [
                     *       "mail.received",
                     *       "run.replied",
                     *       "run.drafted",
                     *       "run.held",
                     *       "run.failed",
                     *       "reply.bounced",
                     *       "reply.complained",
                     *       "config.rejected",
                     *       "domain.verified"
                     *     ]
                     */
                    events?: ("mail.received" | "run.replied" | "run.drafted" | "run.held" | "run.failed" | "reply.bounced" | "reply.complained" | "config.rejected" | "domain.verified")[];
                    /**
                     * @description The only agents that the token reaches; null, or left out: all of them, also those to come.
                     * @default null
                     */
                    agentIds?: string[] | null;
                };
            };
        };
        responses: {
            /** @description Add a webhook; the answer has its signing secret, which is shown only here */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        url: string;
                        events: string[];
                        agent_ids: string[] | null;
                        is_active: boolean;
                        paused_reason: ("failing" | "gone") | null;
                        paused_at: string | null;
                        health: {
                            failures: number;
                            failing_since: string | null;
                            last_success_at: string | null;
                            last_attempt_at: string | null;
                            last_status: number | null;
                        };
                        secrets: {
                            created_at: string;
                            ends_at: string | null;
                        }[];
                        created_at: string;
                        updated_at: string;
                        secret: string;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One webhook with its health */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        url: string;
                        events: string[];
                        agent_ids: string[] | null;
                        is_active: boolean;
                        paused_reason: ("failing" | "gone") | null;
                        paused_at: string | null;
                        health: {
                            failures: number;
                            failing_since: string | null;
                            last_success_at: string | null;
                            last_attempt_at: string | null;
                            last_status: number | null;
                        };
                        secrets: {
                            created_at: string;
                            ends_at: string | null;
                        }[];
                        created_at: string;
                        updated_at: string;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    patchWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description One line. Surrounding spaces are removed, and it must not contain an AI key. */
                    name?: string;
                    url?: string;
                    events?: ("mail.received" | "run.replied" | "run.drafted" | "run.held" | "run.failed" | "reply.bounced" | "reply.complained" | "config.rejected" | "domain.verified")[];
                    /** @description The only agents that the token reaches; null, or left out: all of them, also those to come. */
                    agentIds?: string[] | null;
                    isActive?: boolean;
                };
            };
        };
        responses: {
            /** @description Change any field of one webhook, or switch it on or off */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        url: string;
                        events: string[];
                        agent_ids: string[] | null;
                        is_active: boolean;
                        paused_reason: ("failing" | "gone") | null;
                        paused_at: string | null;
                        health: {
                            failures: number;
                            failing_since: string | null;
                            last_success_at: string | null;
                            last_attempt_at: string | null;
                            last_status: number | null;
                        };
                        secrets: {
                            created_at: string;
                            ends_at: string | null;
                        }[];
                        created_at: string;
                        updated_at: string;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send a test event, once, also to a webhook that is off; the log shows what came of it */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @default 24 */
                    overlapHours?: number;
                };
            };
        };
        responses: {
            /** @description Make a new signing secret, shown only here; the old one signs beside it for some hours */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        previous_ends_at: string;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before, as it came. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events of the last 30 days for one webhook, newest first, with every call */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deliveries: {
                            id: string;
                            event_id: string;
                            type: string;
                            /** @enum {string} */
                            state: "waiting" | "delivered" | "failed";
                            next_at: string | null;
                            created_at: string;
                            body: string;
                            attempts: {
                                at: string;
                                status: number | null;
                                failure: ("refused_address" | "bad_url" | "no_such_name" | "name_server" | "connection_refused" | "connection_lost" | "certificate" | "timeout" | "not_http" | "redirect" | "status" | "paused" | "too_late") | null;
                                ms: number;
                                answer: string;
                                failure_text: string | null;
                            }[];
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    redeliver: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deliver one event again, under its old id; 409 while the webhook is off */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    redeliverFailed: {
        parameters: {
            query?: never;
            header?: {
                /** @description A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    since: string;
                };
            };
        };
        responses: {
            /** @description Deliver again what has failed since a time, oldest first; 409 while the webhook is off */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        since: string;
                    };
                };
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This API as an OpenAPI 3.1 document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    streamMcp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Always 405: there is no stream of the server's own messages */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        jsonrpc: "2.0";
                        id: null;
                        error: {
                            code: number;
                            message: string;
                        };
                    };
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    callMcp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    jsonrpc: "2.0";
                    id?: string | number;
                    method?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description One message of the Model Context Protocol, for assistants; 202 for one that has no answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Done; no body */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    endMcp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No access token, or not a valid one: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description A token that may not do this: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Always 405: there is no session to end */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        jsonrpc: "2.0";
                        id: null;
                        error: {
                            code: number;
                            message: string;
                        };
                    };
                };
            };
            /** @description The body is too large: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Too many requests: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
            /** @description Why not: RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "application/json": components["schemas"]["GatewayRefusal"];
                };
            };
        };
    };
    "on-mail.received": {
        parameters: {
            query?: never;
            header: {
                /** @description The same each time this event is sent. Work an id once. */
                "webhook-id": string;
                /** @description When this call was made, in seconds since 1970. */
                "webhook-timestamp": string;
                /** @description One or more signatures separated by spaces: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "mail.received";
                    timestamp: string;
                    data: {
                        run_id: string;
                        agent_id: string;
                        received_at: string;
                        link: string;
                        /** @constant */
                        state: "received";
                    };
                };
            };
        };
        responses: {
            /** @description The event has arrived */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later; 410 pauses the webhook */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-run.replied": {
        parameters: {
            query?: never;
            header: {
                /** @description The same each time this event is sent. Work an id once. */
                "webhook-id": string;
                /** @description When this call was made, in seconds since 1970. */
                "webhook-timestamp": string;
                /** @description One or more signatures separated by spaces: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "run.replied";
                    timestamp: string;
                    data: {
                        run_id: string;
                        agent_id: string;
                        received_at: string;
                        link: string;
                        /** @constant */
                        state: "replied";
                    };
                };
            };
        };
        responses: {
            /** @description The event has arrived */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later; 410 pauses the webhook */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-run.drafted": {
        parameters: {
            query?: never;
            header: {
                /** @description The same each time this event is sent. Work an id once. */
                "webhook-id": string;
                /** @description When this call was made, in seconds since 1970. */
                "webhook-timestamp": string;
                /** @description One or more signatures separated by spaces: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "run.drafted";
                    timestamp: string;
                    data: {
                        run_id: string;
                        agent_id: string;
                        received_at: string;
                        link: string;
                        /** @constant */
                        state: "drafted";
                        reason?: string;
                    };
                };
            };
        };
        responses: {
            /** @description The event has arrived */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later; 410 pauses the webhook */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-run.held": {
        parameters: {
            query?: never;
            header: {
                /** @description The same each time this event is sent. Work an id once. */
                "webhook-id": string;
                /** @description When this call was made, in seconds since 1970. */
                "webhook-timestamp": string;
                /** @description One or more signatures separated by spaces: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "run.held";
                    timestamp: string;
                    data: {
                        run_id: string;
                        agent_id: string;
                        received_at: string;
                        link: string;
                        /** @constant */
                        state: "held";
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description The event has arrived */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later; 410 pauses the webhook */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-run.failed": {
        parameters: {
            query?: never;
            header: {
                /** @description The same each time this event is sent. Work an id once. */
                "webhook-id": string;
                /** @description When this call was made, in seconds since 1970. */
                "webhook-timestamp": string;
                /** @description One or more signatures separated by spaces: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "run.failed";
                    timestamp: string;
                    data: {
                        run_id: string;
                        agent_id: string;
                        received_at: string;
                        link: string;
                        /** @constant */
                        state: "failed";
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description The event has arrived */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later; 410 pauses the webhook */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-reply.bounced": {
        parameters: {
            query?: never;
            header: {
                /** @description The same each time this event is sent. Work an id once. */
                "webhook-id": string;
                /** @description When this call was made, in seconds since 1970. */
                "webhook-timestamp": string;
                /** @description One or more signatures separated by spaces: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "reply.bounced";
                    timestamp: string;
                    data: {
                        run_id: string;
                        agent_id: string;
                        received_at: string;
                        link: string;
                        /** @constant */
                        state: "replied";
                    };
                };
            };
        };
        responses: {
            /** @description The event has arrived */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later; 410 pauses the webhook */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-reply.complained": {
        parameters: {
            query?: never;
            header: {
                /** @description The same each time this event is sent. Work an id once. */
                "webhook-id": string;
                /** @description When this call was made, in seconds since 1970. */
                "webhook-timestamp": string;
                /** @description One or more signatures separated by spaces: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "reply.complained";
                    timestamp: string;
                    data: {
                        run_id: string;
                        agent_id: string;
                        received_at: string;
                        link: string;
                        /** @constant */
                        state: "replied";
                    };
                };
            };
        };
        responses: {
            /** @description The event has arrived */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later; 410 pauses the webhook */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-config.rejected": {
        parameters: {
            query?: never;
            header: {
                /** @description The same each time this event is sent. Work an id once. */
                "webhook-id": string;
                /** @description When this call was made, in seconds since 1970. */
                "webhook-timestamp": string;
                /** @description One or more signatures separated by spaces: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "config.rejected";
                    timestamp: string;
                    data: {
                        /** @enum {string} */
                        provider: "openai" | "gemini" | "anthropic";
                        status: string;
                        link: string;
                    };
                };
            };
        };
        responses: {
            /** @description The event has arrived */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later; 410 pauses the webhook */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-domain.verified": {
        parameters: {
            query?: never;
            header: {
                /** @description The same each time this event is sent. Work an id once. */
                "webhook-id": string;
                /** @description When this call was made, in seconds since 1970. */
                "webhook-timestamp": string;
                /** @description One or more signatures separated by spaces: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "domain.verified";
                    timestamp: string;
                    data: {
                        domain: string;
                        link: string;
                    };
                };
            };
        };
        responses: {
            /** @description The event has arrived */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later; 410 pauses the webhook */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "on-webhook.test": {
        parameters: {
            query?: never;
            header: {
                /** @description The same each time this event is sent. Work an id once. */
                "webhook-id": string;
                /** @description When this call was made, in seconds since 1970. */
                "webhook-timestamp": string;
                /** @description One or more signatures separated by spaces: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    type: "webhook.test";
                    timestamp: string;
                    data: {
                        webhook_id: string;
                    };
                };
            };
        };
        responses: {
            /** @description The event has arrived */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event is sent again later; 410 pauses the webhook */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
